import {
  $createRangeSelection,
  $getSelection,
  $isRangeSelection,
  $isRootNode,
  $setSelection,
  type ElementNode,
  type PointType,
} from "lexical";
import { $isLine } from "../review/line-text.ts";
import { $lineOf } from "./inline-nodes.ts";
import { $isAtEdge } from "./title-line.ts";

/** A line at the top of the text that a point stands in. */
function $topLineAt(point: PointType): ElementNode | null {
  const node = point.getNode();
  const line = $isLine(node) ? node : $lineOf(node);
  return $isLine(line) && $isRootNode(line.getParent()) ? line : null;
}

type Ends = {
  readonly start: PointType;
  readonly end: PointType;
  readonly first: ElementNode;
  readonly last: ElementNode;
};

/** The ends of a selection over several lines, in the order of the text. */
function $endsInLines(): Ends | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const isBack = selection.isBackward();
  const [start, end] = isBack ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus];
  const [first, last] = [$topLineAt(start), $topLineAt(end)];
  return first && last && !first.is(last) ? { start, end, first, last } : null;
}

/**
 * Removes a selection that begins with its line: the lines go as a whole, and what is left of the last one stays what it
 * is. The library would put it into the first line, and a heading would become body text, or body text a heading. False
 * for any other selection, and where nothing is left of the last line: the first one then stays to write in.
 */
export function $removeWholeLines(): boolean {
  const ends = $endsInLines();
  if (!ends) return false;
  const { start, end, first, last } = ends;
  const takesLast = !$isAtEdge(end, last, true);
  if (!$isAtEdge(start, first, true) || (takesLast && $isAtEdge(end, last, false))) return false;
  const place = { key: end.key, offset: end.offset, type: end.type };
  for (const block of [first, ...first.getNextSiblings().filter((node) => node.isBefore(last))]) block.remove();
  if (takesLast) {
    const range = $createRangeSelection();
    range.anchor.set(last.getKey(), 0, "element");
    range.focus.set(place.key, place.offset, place.type);
    $setSelection(range);
    range.removeText();
  }
  last.selectStart();
  return true;
}

/**
 * Something is about to take the place of a selection that ends in front of a line, as one over whole lines does: it takes
 * the place of the lines alone. Otherwise it would be written into the line behind them.
 */
export function $leaveLineBehind(): void {
  const ends = $endsInLines();
  if (!ends || !$isAtEdge(ends.end, ends.last, true)) return;
  const before = ends.last.getPreviousSibling();
  if ($isLine(before)) ends.end.set(before.getKey(), before.getChildrenSize(), "element");
}
