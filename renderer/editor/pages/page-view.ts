import { pageEnds } from "./page-ends.ts";
import { readLayout } from "./read-layout.ts";
import { whenIdle } from "../session/when-idle.ts";

const LAYOUT_QUIET_MS = 500;
const PLACE_QUIET_MS = 120;

/** The pages of the text on the screen: where each ends, how many there are, on which one the cursor stands. */
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

export function createPageView(): PageView {
  const listeners = new Set<() => void>();
  let text: HTMLElement | null = null;
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
    const tail = text.parentElement?.querySelector<HTMLElement>("[data-paper-tail]") ?? null;
    const { blocks, toScreen } = readLayout(text, tail, zoomOf(text));
    ends = pageEnds(blocks).map(toScreen);
    place();
  };
  const measureSoon = whenIdle(LAYOUT_QUIET_MS, measure);
  const placeSoon = whenIdle(PLACE_QUIET_MS, place);
  const resized = new ResizeObserver(() => measureSoon.soon());

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getPages: () => ends.length + 1,
    getPage: () => Math.min(page, ends.length + 1),
    getEnds: () => ends,
    textChanged: measureSoon.soon,
    cursorMoved: placeSoon.soon,
    attach(element) {
      resized.disconnect();
      text = element;
      if (!element) return;
      // with what 公文要素 add below it
      resized.observe(element.parentElement ?? element);
      measureSoon.soon();
      // Faces arrive after the text is shown, and change where its lines break.
      void document.fonts.ready.then(() => measureSoon.soon());
    },
    stop() {
      resized.disconnect();
      measureSoon.stop();
      placeSoon.stop();
    },
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
