import { $isElementNode, $isTextNode, type LexicalNode, type PointType } from "lexical";
import { $inlineNodes, $lineOf } from "./inline-nodes.ts";
import { $isLine } from "../review/line-text.ts";
import { type ElementNode } from "lexical";

/** What stands right before and right behind a place of a line; the same node twice where the place is inside it. */
export type Neighbours = {
  readonly line: ElementNode;
  readonly before: LexicalNode | null;
  readonly behind: LexicalNode | null;
};

/** The neighbours of one end of a selection, review marks passed over. Null where the place is in no line of text. */
export function $neighboursOf(point: PointType): Neighbours | null {
  const node = point.getNode();
  const line = $isLine(node) ? node : $lineOf(node);
  if (!$isLine(line)) return null;
  const all = $inlineNodes(line);
  if ($isTextNode(node)) {
    const at = all.findIndex((one) => one.is(node));
    const isAtStart = point.offset === 0;
    const isAtEnd = point.offset === node.getTextContentSize();
    return {
      line,
      before: isAtStart ? (all[at - 1] ?? null) : node,
      behind: isAtEnd && !isAtStart ? (all[at + 1] ?? null) : node,
    };
  }
  const at = placeAmong(all, node, point.offset);
  return { line, before: all[at - 1] ?? null, behind: all[at] ?? null };
}

/** How many of the inline nodes of a line stand before a place among the children of it or of a mark in it. */
function placeAmong(all: readonly LexicalNode[], parent: ElementNode, offset: number): number {
  const next = parent.getChildAtIndex(offset);
  const first = $isElementNode(next) ? (next.getFirstDescendant() ?? next) : next;
  if (first)
    return Math.max(
      0,
      all.findIndex((one) => one.is(first)),
    );
  const last = parent.getLastDescendant();
  return last ? all.findIndex((one) => one.is(last)) + 1 : 0;
}
