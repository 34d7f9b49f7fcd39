import { type LexicalEditor } from "lexical";
import { type HighlightedPlace, clearHighlights, showHighlights } from "./highlights.ts";
import { scrollerOf } from "../session/keep-scroll.ts";

/** Up to so many are painted all at once. More would be felt in every key: the browser moves each with the text. */
const MOST_PAINTED = 400;

export type HitHighlights = {
  /** @param places in the order of the text */
  readonly show: (places: readonly HighlightedPlace[], current: number) => void;
  readonly stop: () => void;
};

/** Paints the places that were found; of very many those in sight and near it, anew as the page is scrolled. */
export function createHitHighlights(editor: LexicalEditor): HitHighlights {
  let places: readonly HighlightedPlace[] = [];
  let current = -1;
  let frame: number | undefined;
  let scroller: HTMLElement | null = null;

  const paintNearby = (): void => {
    frame = undefined;
    if (!scroller) {
      const page = editor.getRootElement();
      scroller = page && scrollerOf(page);
      scroller?.addEventListener("scroll", soon, { passive: true });
    }
    const view = (scroller ?? document.documentElement).getBoundingClientRect();
    const first = firstBelow(editor, places, view.top - view.height);
    const end = firstBelow(editor, places, view.bottom + view.height);
    showHighlights(editor, places.slice(first, end), places[current]);
  };
  const soon = (): void => {
    frame ??= requestAnimationFrame(paintNearby);
  };
  const rest = (): void => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = undefined;
    scroller?.removeEventListener("scroll", soon);
    scroller = null;
  };

  return {
    show(nextPlaces, nextCurrent) {
      rest();
      places = nextPlaces;
      current = nextCurrent;
      if (places.length <= MOST_PAINTED) {
        showHighlights(editor, places, places[current]);
        return;
      }
      // in a frame the page is laid out anyway
      soon();
    },
    stop() {
      rest();
      clearHighlights();
    },
  };
}

/** Number of the first place whose line ends below a height of the window. */
function firstBelow(editor: LexicalEditor, places: readonly HighlightedPlace[], clientY: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const key = places[middle]?.paragraph.key;
    const bottom = (key === undefined ? null : editor.getElementByKey(key))?.getBoundingClientRect().bottom;
    if (bottom !== undefined && bottom < clientY) low = middle + 1;
    else high = middle;
  }
  return low;
}
