import { type LexicalEditor, $getRoot } from "lexical";
import { type Place } from "../../../core/document/place.ts";
import { scrollerOf } from "../session/keep-scroll.ts";
import { $rangeOf } from "../structure/sentence-places.ts";

/** Something to mark in the text. */
export type FindingMark = {
  readonly id: string;
  readonly kind: "error" | "hint";
  readonly place: Place;
};

type Painted = { readonly id: string; readonly range: Range };

export type FindingMarks = {
  /** @param marks in the order of the text as it stands */
  readonly show: (marks: readonly FindingMark[], current: string | null) => void;
  /** The marks that a point of the text on the screen lies in, the shortest first. */
  readonly at: (node: Node, offset: number) => readonly Painted[];
  readonly stop: () => void;
};

const names = { error: "check-error", hint: "check-hint", current: "check-current" } as const;

/**
 * Paints marks in and near the part of the text that is seen, anew as it is scrolled: the browser moves every painted
 * range with every key, so that thousands of them would be felt. The text's own elements stay untouched.
 */
export function createFindingMarks(editor: LexicalEditor): FindingMarks {
  let marks: readonly FindingMark[] = [];
  let current: string | null = null;
  let painted: readonly Painted[] = [];
  let frame: number | undefined;
  let scroller: HTMLElement | null = null;

  const paint = (): void => {
    frame = undefined;
    if (!("highlights" in CSS)) return;
    const near = marks.length === 0 ? [] : nearby(editor, marks, scroller);
    const ranges = editor.getEditorState().read(() =>
      near.flatMap((mark) => {
        const range = $rangeOf(editor, mark.place);
        return range === null ? [] : [{ id: mark.id, kind: mark.kind, range }];
      }),
    );
    painted = ranges;
    const of = (kind: FindingMark["kind"]) => ranges.flatMap((one) => (one.kind === kind ? one.range : []));
    CSS.highlights.set(names.error, new Highlight(...of("error")));
    CSS.highlights.set(names.hint, new Highlight(...of("hint")));
    const shown = ranges.find(({ id }) => id === current);
    if (shown) CSS.highlights.set(names.current, new Highlight(shown.range));
    else CSS.highlights.delete(names.current);
  };
  // in a frame the page is laid out anyway
  const soon = (): void => {
    frame ??= requestAnimationFrame(paint);
  };
  const follow = (): void => {
    const page = editor.getRootElement();
    const next = page && scrollerOf(page);
    if (next === scroller) return;
    scroller?.removeEventListener("scroll", soon);
    scroller = next;
    scroller?.addEventListener("scroll", soon, { passive: true });
  };
  window.addEventListener("resize", soon);

  return {
    show(nextMarks, nextCurrent) {
      marks = nextMarks;
      current = nextCurrent;
      follow();
      soon();
    },
    at(node, offset) {
      const found = painted.filter(({ range }) => range.isPointInRange(node, offset));
      return found.toSorted((one, other) => lengthOf(one) - lengthOf(other));
    },
    stop() {
      if (frame !== undefined) cancelAnimationFrame(frame);
      scroller?.removeEventListener("scroll", soon);
      window.removeEventListener("resize", soon);
      painted = [];
      if ("highlights" in CSS) for (const name of Object.values(names)) CSS.highlights.delete(name);
    },
  };
}

const lengthOf = ({ range }: Painted): number => range.toString().length;

/** The marks of blocks that are at most a window's height away from what is seen. */
function nearby(
  editor: LexicalEditor,
  marks: readonly FindingMark[],
  scroller: HTMLElement | null,
): readonly FindingMark[] {
  const view = (scroller ?? document.documentElement).getBoundingClientRect();
  const keys = editor.getEditorState().read(() => $getRoot().getChildrenKeys());
  /** Number of the first block that ends below a height of the window. */
  const firstBelow = (clientY: number): number => {
    let [low, high] = [0, keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const bottom = editor.getElementByKey(keys[middle] ?? "")?.getBoundingClientRect().bottom;
      if (bottom !== undefined && bottom < clientY) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const first = firstBelow(view.top - view.height);
  const last = firstBelow(view.bottom + view.height);
  return marks.filter(({ place }) => place.block >= first && place.block <= last);
}
