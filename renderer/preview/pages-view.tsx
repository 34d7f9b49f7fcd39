import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useStore } from "../store.ts";
import { useEditorSnapshot } from "../use-editor-snapshot.ts";
import { goToTarget } from "../export/export-session.ts";
import { type Arrangement, arrangePages, nextPreviewZoom, PAGE_GAP_PX, rowAt } from "./arrange-pages.ts";
import { type LineOnPage, lineOf } from "./page-lines.ts";
import { PageTools } from "./page-tools.tsx";
import styles from "./preview-pane.module.css";
import { changePreviewView, notePreviewPlace, previewPlaceOf, usePreviewView } from "./preview-view.ts";
import { Sheet } from "./sheet.tsx";
import { Thumbnails } from "./thumbnails.tsx";
import { type ShownPage } from "./use-preview.ts";

/** Pages above and below those in sight are drawn too, so far. */
const SPARE_PX = 500;
const FOLLOW_QUIET_MS = 160;
/** A line this near to the edge is scrolled into sight. */
const EDGE_PX = 48;

type PagesViewProps = { readonly pages: readonly ShownPage[]; readonly familyOf: (face: string) => string };

/** All pages under each other, the ones in sight drawn, with the tools to look at them. */
export function PagesView({ pages, familyOf }: PagesViewProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { zoom, isSpread, hasThumbnails } = usePreviewView();
  const [view, setView] = useState({ widthPx: 0, heightPx: 0, topPx: 0 });
  const arrangement = useMemo(
    () =>
      arrangePages(
        pages.map(({ page }) => page),
        { widthPx: view.widthPx, zoom, isSpread },
      ),
    [pages, view.widthPx, zoom, isSpread],
  );
  const look = useCallback((): void => {
    const element = scroller.current;
    if (element) setView({ widthPx: element.clientWidth, heightPx: element.clientHeight, topPx: element.scrollTop });
  }, []);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [look]);
  const isReady = view.widthPx > 0;
  const row = rowAt(arrangement, view.topPx + view.heightPx / 3);
  const current = arrangement.rows[row]?.pages[0]?.index ?? 0;
  const goTo = (page: number): void => {
    const at = arrangement.rows.find((one) => one.pages.some(({ index }) => index === page));
    scroller.current?.scrollTo({ top: (at?.topPx ?? PAGE_GAP_PX) - PAGE_GAP_PX });
    look();
  };
  useKeptPlace(scroller, arrangement, isReady);
  useWheelZoom(scroller, arrangement);
  const line = useFollowedLine(scroller, pages, arrangement, isReady);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const percent = Math.round(arrangement.scale * 100);
    if (event.key === "+" || event.key === "=") changePreviewView({ zoom: nextPreviewZoom(percent, 1) });
    else if (event.key === "-") changePreviewView({ zoom: nextPreviewZoom(percent, -1) });
    else if (event.key === "0") changePreviewView({ zoom: "fit" });
    else if (event.key === "Enter") enterText(pages[current]);
    else return;
    event.preventDefault();
  };
  const isInSight = (topPx: number, heightPx: number): boolean =>
    topPx < view.topPx + view.heightPx + SPARE_PX && topPx + heightPx > view.topPx - SPARE_PX;
  return (
    <div className={styles.view}>
      {hasThumbnails && <Thumbnails pages={pages} familyOf={familyOf} current={current} onGo={goTo} />}
      <div className={styles.desk}>
        <div
          ref={scroller}
          className={styles.pages}
          data-fit={zoom === "fit" || undefined}
          tabIndex={0}
          role="region"
          aria-label="页面"
          onScroll={look}
          onKeyDown={onKeyDown}
        >
          <div className={styles.ground} style={{ width: arrangement.widthPx, height: arrangement.heightPx }}>
            {isReady &&
              arrangement.rows
                .filter(({ topPx, heightPx }) => isInSight(topPx, heightPx))
                .flatMap(({ topPx, pages: placed }) =>
                  placed.map((page) => {
                    const shown = pages[page.index];
                    return (
                      shown && (
                        <Sheet
                          key={page.index}
                          shown={shown}
                          placed={page}
                          topPx={topPx}
                          familyOf={familyOf}
                          line={line?.page === page.index ? line : null}
                        />
                      )
                    );
                  }),
                )}
          </div>
        </div>
        <PageTools percent={Math.round(arrangement.scale * 100)} page={current} count={pages.length} onGo={goTo} />
      </div>
    </div>
  );
}

/** To the text that a page begins with. */
function enterText(shown: ShownPage | undefined): void {
  const first = shown?.page.lines.find(({ target }) => target?.kind === "text")?.target;
  if (first?.kind === "text") goToTarget({ kind: "text", place: { ...first.place, end: first.place.start } });
}

/** What is looked at stays through every change of size, and over F5. */
function useKeptPlace(scroller: RefObject<HTMLDivElement | null>, arrangement: Arrangement, isReady: boolean): void {
  const id = useStore((state) => state.opened?.report.id ?? "");
  const place = useRef<{ readonly page: number; readonly share: number } | null>(null);
  const before = useRef<Arrangement | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !isReady || arrangement.rows.length === 0) return;
    const kept = before.current === null ? previewPlaceOf(id) : place.current;
    before.current = arrangement;
    const row = kept && arrangement.rows.find(({ pages }) => pages.some(({ index }) => index === kept.page));
    if (row) element.scrollTo({ top: row.topPx - PAGE_GAP_PX + kept.share * (row.heightPx + PAGE_GAP_PX) });
  }, [scroller, arrangement, isReady, id]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const note = (): void => {
      const all = before.current;
      const row = all?.rows[rowAt(all, element.scrollTop)];
      const page = row?.pages[0]?.index;
      if (!row || page === undefined) return;
      const share = Math.min(
        1,
        Math.max(0, (element.scrollTop - row.topPx + PAGE_GAP_PX) / (row.heightPx + PAGE_GAP_PX)),
      );
      place.current = { page, share };
      notePreviewPlace({ id, page, share });
    };
    element.addEventListener("scroll", note, { passive: true });
    return () => {
      element.removeEventListener("scroll", note);
      // who closes the pages begins anew where he writes
      notePreviewPlace(null);
    };
  }, [scroller, id]);
}

/** Ctrl with the wheel makes the pages larger and smaller, not the window. */
function useWheelZoom(scroller: RefObject<HTMLDivElement | null>, { scale }: Arrangement): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey || event.deltaY === 0) return;
      event.preventDefault();
      changePreviewView({ zoom: nextPreviewZoom(Math.round(scale * 100), event.deltaY < 0 ? 1 : -1) });
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [scroller, scale]);
}

/**
 * The line that is written on. It is scrolled into sight when the pages open, and when the cursor comes to another block or
 * page; in between the pages stay where their reader has scrolled them.
 */
function useFollowedLine(
  scroller: RefObject<HTMLDivElement | null>,
  pages: readonly ShownPage[],
  arrangement: Arrangement,
  isReady: boolean,
): LineOnPage | null {
  const editor = useStore((state) => state.editor);
  const [cursor, setCursor] = useState(() => editor?.getCursor() ?? null);
  const news = useEditorSnapshot((snapshot) => snapshot);
  useEffect(() => {
    const timer = setTimeout(() => setCursor(editor?.getCursor() ?? null), FOLLOW_QUIET_MS);
    return () => clearTimeout(timer);
  }, [editor, news]);
  useEffect(() => {
    const follow = (): void => {
      const now = editor?.getCursor() ?? null;
      setCursor((known) => (known?.block === now?.block && known?.offset === now?.offset ? known : now));
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onMove = (): void => {
      clearTimeout(timer);
      timer = setTimeout(follow, FOLLOW_QUIET_MS);
    };
    document.addEventListener("selectionchange", onMove);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", onMove);
    };
  }, [editor]);
  const line = useMemo(
    () =>
      cursor
        ? lineOf(
            pages.map(({ page }) => page),
            cursor,
          )
        : null,
    [pages, cursor],
  );
  const shownAt = useRef<string | null>(null);
  const isKept = useKeptUntilTouched();
  useEffect(() => {
    const element = scroller.current;
    if (!element || !isReady || !line || !cursor) return;
    const at = `${cursor.block} ${line.page}`;
    if (shownAt.current === at) return;
    shownAt.current = at;
    if (!isKept.current) scrollToLine(element, arrangement, line);
  }, [scroller, arrangement, isReady, isKept, line, cursor]);
  return line;
}

/** After F5 the reader is where he was, while the text finds its own cursor: until he types or clicks, nothing is followed. */
function useKeptUntilTouched(): RefObject<boolean> {
  const isKept = useRef(previewPlaceOf(useStore.getState().opened?.report.id ?? "") !== null);
  useEffect(() => {
    const touched = new AbortController();
    const onTouch = (): void => {
      isKept.current = false;
      touched.abort();
    };
    for (const event of ["keydown", "pointerdown"]) {
      window.addEventListener(event, onTouch, { capture: true, signal: touched.signal });
    }
    return () => touched.abort();
  }, []);
  return isKept;
}

function scrollToLine(element: HTMLElement, { rows }: Arrangement, line: LineOnPage): void {
  const row = rows.find(({ pages }) => pages.some(({ index }) => index === line.page));
  const placed = row?.pages.find(({ index }) => index === line.page);
  if (!row || !placed) return;
  const pxPerPt = (placed.scale * 96) / 72;
  const [top, bottom] = [row.topPx + line.topPt * pxPerPt, row.topPx + line.bottomPt * pxPerPt];
  const isInSight = top > element.scrollTop + EDGE_PX && bottom < element.scrollTop + element.clientHeight - EDGE_PX;
  if (!isInSight) element.scrollTo({ top: top - element.clientHeight * 0.4 });
}
