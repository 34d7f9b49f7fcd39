import { type LexicalEditor } from "lexical";
import { ptToPx } from "../../../core/layout/units.ts";
import { type Output } from "../../../core/contract.ts";
import { call } from "../../desk.ts";
import { useStore } from "../../store.ts";
import { whenIdle } from "../session/when-idle.ts";
import { isBeingLaidOut } from "./lay-out-in-turn.ts";
import { $placesOf, type PagePlace, topOf } from "./page-places.ts";

const LAYOUT_QUIET_MS = 500;
const PLACE_QUIET_MS = 120;

/**
 * The pages of the text on the screen: how many there are, where each ends, on which one the cursor stands. The backend
 * lays them out, as it does for the PDF, each time the text is saved; in between they stay with their words.
 */
export type PageView = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getPages: () => number;
  readonly getPage: () => number;
  /** Distances of the page ends from the top of the text, unzoomed px. */
  readonly getEnds: () => readonly number[];
  readonly textChanged: () => void;
  readonly cursorMoved: () => void;
  /** The element of the text; null while none is on the screen. */
  readonly attach: (text: HTMLElement | null) => void;
  readonly stop: () => void;
};

export function createPageView(editor: LexicalEditor, reportId: string): PageView {
  const listeners = new Set<() => void>();
  let text: HTMLElement | null = null;
  let places: readonly (PagePlace | null)[] = [];
  let ends: readonly number[] = [];
  let page = 1;

  const notify = (): void => listeners.forEach((listener) => listener());
  const zoomOf = (element: HTMLElement): number => element.getBoundingClientRect().width / element.offsetWidth || 1;
  const place = (): void => {
    const y = text ? cursorTop(text) : null;
    if (text && y !== null) page = pageAt(ends, y / zoomOf(text));
    notify();
  };
  const measure = (): void => {
    if (!text) return;
    if (isBeingLaidOut(text)) {
      measureSoon.soon();
      return;
    }
    const zoom = zoomOf(text);
    const tail = text.parentElement?.querySelector<HTMLElement>("[data-paper-tail]") ?? null;
    const linePitchPx = ptToPx(useStore.getState().layout.linePitchPt) * zoom;
    const origin = text.getBoundingClientRect().top;
    ends = places.map((at) => {
      const top = at === null ? null : topOf(at, { editor, tail, linePitchPx });
      return top === null ? Infinity : (top - origin) / zoom;
    });
    place();
  };
  const measureSoon = whenIdle(LAYOUT_QUIET_MS, measure);
  const placeSoon = whenIdle(PLACE_QUIET_MS, place);
  const resized = new ResizeObserver(() => measureSoon.soon());
  let stopFollowing: (() => void) | null = null;
  const follow = (): (() => void) =>
    followPages(reportId, (starts) => {
      places = editor.read(() => $placesOf(starts.slice(1)));
      measure();
    });

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getPages: () => places.length + 1,
    getPage: () => Math.min(page, places.length + 1),
    getEnds: () => ends,
    textChanged: measureSoon.soon,
    cursorMoved: placeSoon.soon,
    attach(element) {
      resized.disconnect();
      text = element;
      if (!element) return;
      // with what 公文要素 add below it
      resized.observe(element.parentElement ?? element);
      stopFollowing ??= follow();
      measureSoon.soon();
      // Faces arrive after the text is shown, and change where its lines break.
      void document.fonts.ready.then(() => measureSoon.soon());
    },
    stop() {
      stopFollowing?.();
      stopFollowing = null;
      resized.disconnect();
      measureSoon.stop();
      placeSoon.stop();
    },
  };
}

type Starts = Output<"layout.pages">["starts"];

/** Asks for the pages now, and again whenever something else is stored: one question at a time, and the last one is answered. */
function followPages(reportId: string, show: (starts: Starts) => void): () => void {
  const asked = { last: 0, answered: 0, isRunning: false, isStopped: false };
  const isOver = (): boolean => asked.isStopped;
  const askNow = async (): Promise<void> => {
    asked.isRunning = true;
    while (asked.answered < asked.last && !isOver()) {
      asked.answered = asked.last;
      // Without an answer the pages that are shown stay; what is wrong is said where the report is saved.
      const answer = await call("layout.pages", { id: reportId }).catch(() => null);
      if (!isOver() && answer !== null) show(answer.starts);
    }
    asked.isRunning = false;
  };
  const ask = (): void => {
    asked.last += 1;
    if (!asked.isRunning) void askNow();
  };
  const stopFollowing = useStore.subscribe((now, before) => {
    const isSaved = now.saveState !== before.saveState && now.saveState.kind === "saved";
    if (isSaved || now.layout !== before.layout) ask();
  });
  ask();
  return () => {
    asked.isStopped = true;
    stopFollowing();
  };
}

/** The page that a height in the text lies on. */
export function pageAt(ends: readonly number[], y: number): number {
  let page = 1;
  while ((ends[page - 1] ?? Number.POSITIVE_INFINITY) <= y + 1) page += 1;
  return page;
}

/** Top of the cursor, or of a selected object, below the top of the text, in px of the screen; null when it stands elsewhere. */
function cursorTop(text: HTMLElement): number | null {
  const object = text.querySelector("[data-selected]");
  if (object) return object.getBoundingClientRect().top - text.getBoundingClientRect().top;
  const selection = document.getSelection();
  const node = selection?.focusNode;
  if (!selection || !node || !text.contains(node)) return null;
  const range = document.createRange();
  range.setStart(node, selection.focusOffset);
  const rect =
    range.getClientRects()[0] ?? (node instanceof Element ? node : node.parentElement)?.getBoundingClientRect();
  return rect ? rect.top - text.getBoundingClientRect().top : null;
}
