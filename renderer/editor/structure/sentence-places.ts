import { $getRoot, type LexicalEditor } from "lexical";
import { type Place } from "../../../core/document/place.ts";
import { rangeOf } from "../find/highlights.ts";
import { $holderOf, $stretchesOf } from "./placed-stretches.ts";

/** Where sentences stand on the screen. */
export type SentencePlaces = {
  /** Brings a stretch into sight and marks it for a moment. */
  readonly show: (from: Place, to?: Place) => void;
  /** Top of a sentence in px of the window; null when it is not in the text any more. */
  readonly topOf: (place: Place) => number | null;
  /** The block at a height of the window and how far down it the height lies (0–1); null above and below the text. */
  readonly blockAt: (clientY: number) => { readonly block: number; readonly share: number } | null;
  /** What scrolls the page. */
  readonly scroller: () => HTMLElement | null;
  readonly stop: () => void;
};

const HIGHLIGHT = "shown-sentence";
const SHOWN_MS = 2_200;

export function createSentencePlaces(editor: LexicalEditor): SentencePlaces {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const clear = (): void => {
    clearTimeout(timer);
    if ("highlights" in CSS) CSS.highlights.delete(HIGHLIGHT);
  };
  const find = (from: Place, to = from): Range | null =>
    editor.getEditorState().read(() => {
      const first = $rangeOf(editor, from);
      const last = to === from ? first : $rangeOf(editor, to);
      if (first === null || last === null) return first;
      const range = first.cloneRange();
      range.setEnd(last.endContainer, last.endOffset);
      return range;
    });
  const scroller = (): HTMLElement | null => {
    let element = editor.getRootElement()?.parentElement ?? null;
    while (element && getComputedStyle(element).overflowY !== "auto") element = element.parentElement;
    return element;
  };

  return {
    show(from, to) {
      const range = find(from, to);
      const page = scroller();
      if (!range || !page) return;
      const { top, bottom } = range.getBoundingClientRect();
      const view = page.getBoundingClientRect();
      const isInSight = top > view.top + 40 && bottom < view.bottom - 40;
      if (!isInSight) page.scrollTop += top - view.top - view.height / 3;
      clear();
      if (!("highlights" in CSS)) return;
      CSS.highlights.set(HIGHLIGHT, new Highlight(range));
      timer = setTimeout(clear, SHOWN_MS);
    },
    topOf(place) {
      const range = find(place);
      const rect = range?.getClientRects()[0] ?? range?.getBoundingClientRect();
      return rect?.top ?? null;
    },
    blockAt(clientY) {
      const blocks = editor.getRootElement()?.children;
      if (!blocks || blocks.length === 0) return null;
      let [low, high] = [0, blocks.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((blocks[middle]?.getBoundingClientRect().top ?? 0) <= clientY) low = middle;
        else high = middle - 1;
      }
      const rect = blocks[low]?.getBoundingClientRect();
      if (!rect) return null;
      return { block: low, share: Math.min(1, Math.max(0, (clientY - rect.top) / (rect.height || 1))) };
    },
    scroller,
    stop: clear,
  };
}

/** The text on the screen of a place; of one without length the character behind it. Null when it is not there. */
export function $rangeOf(editor: LexicalEditor, place: Place): Range | null {
  const holder = $holderOf($getRoot().getChildAtIndex(place.block), place);
  if (holder === null) return null;
  const runs = $stretchesOf(holder).map(({ text, start, end }) => ({ key: text.getKey(), start, length: end - start }));
  return rangeOf(editor, { paragraph: { runs }, start: place.start, end: Math.max(place.end, place.start + 1) });
}
