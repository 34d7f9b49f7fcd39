import { $getNodeByKey, $getSelection, $isElementNode, $isRangeSelection, type LexicalNode } from "lexical";
import { type Hit } from "./find-hits.ts";

/** Index of the hit a search begins with: the first one behind the cursor, else the first of all; -1: there is none. */
export function $firstBehindCursor(hits: readonly Hit[]): number {
  const selection = $getSelection();
  if (hits.length === 0 || !selection) return hits.length === 0 ? -1 : 0;
  const point = $isRangeSelection(selection) ? (selection.isBackward() ? selection.focus : selection.anchor) : null;
  const place = point ? $placeOf(point.getNode(), point.offset) : { node: selection.getNodes()[0], offset: 0 };
  const { node } = place;
  if (!node) return 0;
  // hits stand in the order of the text: halves instead of a look at each
  let [low, high] = [0, hits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const hit = hits[middle];
    if (hit && $isBehind(hit, node, place.offset)) high = middle;
    else low = middle + 1;
  }
  return low === hits.length ? 0 : low;
}

/** The cursor between two children stands before the second. */
function $placeOf(node: LexicalNode, offset: number): { readonly node: LexicalNode; readonly offset: number } {
  const child = $isElementNode(node) ? node.getChildAtIndex(offset) : null;
  return child ? { node: child, offset: 0 } : { node, offset };
}

function $isBehind({ paragraph, start }: Hit, node: LexicalNode, offset: number): boolean {
  const run = paragraph.runs.find((one) => start < one.start + one.length);
  const first = run && $getNodeByKey(run.key);
  if (!run || !first) return false;
  if (first.is(node)) return start - run.start >= offset;
  return first.isParentOf(node) ? false : node.isParentOf(first) || node.isBefore(first);
}
