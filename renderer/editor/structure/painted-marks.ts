import { type LexicalEditor, $getRoot } from "lexical";
import { type Place } from "../../../core/document/place.ts";
import { scrollerOf } from "../session/keep-scroll.ts";
import { $rangeOf } from "./sentence-places.ts";

/** Something to mark in the text. */
export type TextMark<K extends string> = {
  readonly id: string;
  readonly kind: K;
  readonly place: Place;
};

type Painted = { readonly id: string; readonly range: Range };

export type PaintedMarks<K extends string> = {
  /** @param marks in the order of the text as it stands; all of one id stand out where it is `current` */
  readonly show: (marks: readonly TextMark<K>[], current: string | null) => void;
  /** The marks that a point of the text on the screen lies in, the shortest first. */
  readonly at: (node: Node, offset: number) => readonly Painted[];
  readonly stop: () => void;
};

/**
 * Paints marks in and near the part of the text that is seen, anew as it is scrolled: the browser moves every painted
 * range with every key, so that thousands of them would be felt. The text's own elements stay untouched.
 */
export function createPaintedMarks<K extends string>(
  editor: LexicalEditor,
  names: Readonly<Record<K | "current", string>>,
): PaintedMarks<K> {
  const kinds = (Object.keys(names) as (K | "current")[]).filter((kind): kind is K => kind !== "current");
  let marks: readonly TextMark<K>[] = [];
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
    for (const kind of kinds) {
      CSS.highlights.set(names[kind], new Highlight(...ranges.flatMap((one) => (one.kind === kind ? one.range : []))));
    }
    const shown = ranges.filter(({ id }) => id === current).map(({ range }) => range);
    if (shown.length > 0) CSS.highlights.set(names.current, new Highlight(...shown));
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
      if ("highlights" in CSS) for (const name of Object.values<string>(names)) CSS.highlights.delete(name);
    },
  };
}

const lengthOf = ({ range }: Painted): number => range.toString().length;

/** The marks of blocks that are at most a window's height away from what is seen. */
function nearby<K extends string>(
  editor: LexicalEditor,
  marks: readonly TextMark<K>[],
  scroller: HTMLElement | null,
): readonly TextMark<K>[] {
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
