import { type MouseEvent, useLayoutEffect, useRef } from "react";
import { classNames } from "../ui/class-names.ts";
import { goToTarget } from "../export/export-session.ts";
import { type MetaKey, metaFields } from "../meta/meta-fields.ts";
import pageStyles from "../pages/pages.module.css";
import { pageSvg } from "../pages/page-svg.ts";
import { type PlacedPage } from "./arrange-pages.ts";
import { targetAt, type LineOnPage } from "./page-lines.ts";
import styles from "./preview-pane.module.css";
import { type ShownPage } from "./use-preview.ts";

type SheetProps = {
  readonly shown: ShownPage;
  readonly placed: PlacedPage;
  readonly topPx: number;
  readonly familyOf: (face: string) => string;
  /** The line that is written on, where it stands on this page. */
  readonly line: LineOnPage | null;
};

const isEdited = (element: string): element is MetaKey => element in metaFields;

/** Puts a page into an element, anew only when it looks otherwise than before. */
export function useDrawnPage(shown: ShownPage, familyOf: (face: string) => string) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.replaceChildren(pageSvg(shown.page, { familyOf }));
    // its faces stay as long as it does
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shown]);
  return place;
}

/** One page at its place. A click leads to its words in the text. */
export function Sheet({ shown, placed, topPx, familyOf, line }: SheetProps) {
  const place = useDrawnPage(shown, familyOf);
  const { leftPx, widthPx, heightPx, index } = placed;
  const pxPerPt = widthPx / shown.page.widthPt;
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const point = { xPt: (event.clientX - box.left) / pxPerPt, yPt: (event.clientY - box.top) / pxPerPt };
    const target = targetAt(shown.page, point);
    if (target?.kind === "text") goToTarget(target);
    else if (target && isEdited(target.element)) goToTarget({ kind: "element", element: target.element });
  };
  return (
    <div
      className={styles.sheet}
      role="img"
      aria-label={`第 ${index + 1} 页`}
      style={{ left: leftPx, top: topPx, width: widthPx, height: heightPx }}
      onClick={onClick}
    >
      <div ref={place} className={classNames(styles.drawing, pageStyles["page"])} />
      {line && (
        <span
          className={styles.here}
          data-here
          style={{ top: line.topPt * pxPerPt, height: (line.bottomPt - line.topPt) * pxPerPt }}
        />
      )}
    </div>
  );
}
