import {
  $isDecoratorNode,
  $isElementNode,
  $isRootNode,
  $isTextNode,
  $createRangeSelection,
  $setSelection,
  type LexicalNode,
  type NodeKey,
  type TextNode,
} from "lexical";
import { $selectNode } from "./select-node.ts";
import { $topBlock } from "./top-block.ts";
import { $normalizeSelection } from "../session/lexical-internals.ts";

/** A place in the text: a block of the page, and how many characters of its text stand before the place. */
export type TextPlace = { readonly block: LexicalNode; readonly offset: number };

/** The place of one end of a selection: a node, and an offset among its characters or children. */
export function $textPlace(node: LexicalNode, offset: number): TextPlace | null {
  if ($isRootNode(node)) {
    const block = node.getChildAtIndex(offset);
    return block ? { block, offset: 0 } : $placeIn(node.getLastChild(), Infinity);
  }
  const block = $topBlock(node);
  if (!block) return null;
  const end = $isElementNode(node) ? node.getChildAtIndex(offset) : node;
  const inside = $isTextNode(node) ? offset : end === null ? sizeOf([node]) : 0;
  return { block, offset: inside + $sizeBefore(end ?? node, block) };
}

/**
 * Where a place of the blocks `before` lies among the blocks `after`. What stands between two blocks that are in both
 * is taken as one text, so that a place stays at its words although lines were joined or divided; as many lines as
 * there were are the same lines.
 */
export function $movedPlace(
  place: TextPlace,
  before: readonly LexicalNode[],
  after: readonly LexicalNode[],
): TextPlace | null {
  const positions = new Map(after.map((node, index) => [node.getKey(), index]));
  const newPosition = (index: number): number | undefined => positions.get(before[index]?.getKey() ?? "");
  const at = before.findIndex((node) => node.is(place.block));
  if (at < 0 || newPosition(at) !== undefined) return place;
  let start = at;
  while (start > 0 && newPosition(start - 1) === undefined) start -= 1;
  let end = at + 1;
  while (end < before.length && newPosition(end) === undefined) end += 1;
  const newStart = start === 0 ? 0 : (newPosition(start - 1) ?? -1) + 1;
  const gap = after.slice(newStart, newPosition(end) ?? after.length);
  if (gap.length === end - start) return $placeIn(gap[at - start], place.offset);
  return (
    $placeThrough(gap, sizeOf(before.slice(start, at)) + place.offset) ?? $placeIn(after[newStart] ?? after.at(-1), 0)
  );
}

/** Selects from one place to another; a picture or page break as a whole. */
export function $selectPlaces(anchor: TextPlace, focus: TextPlace): void {
  if ($isDecoratorNode(anchor.block) && anchor.block.is(focus.block)) {
    $selectNode(anchor.block);
    return;
  }
  const selection = $createRangeSelection();
  for (const [point, place] of [
    [selection.anchor, anchor],
    [selection.focus, focus],
  ] as const) {
    const [key, offset, type] = $pointAt(place);
    point.set(key, offset, type);
  }
  $setSelection($normalizeSelection(selection));
}

function $pointAt({ block, offset }: TextPlace): readonly [NodeKey, number, "text" | "element"] {
  let left = offset;
  const texts = $textsOf(block);
  for (const text of texts) {
    const size = text.getTextContentSize();
    if (left <= size) return [text.getKey(), left, "text"];
    left -= size;
  }
  const last = texts.at(-1);
  if (last) return [last.getKey(), last.getTextContentSize(), "text"];
  const line = $isElementNode(block) ? (block.getFirstDescendant() ?? block) : block;
  return $isElementNode(line)
    ? [line.getKey(), 0, "element"]
    : [line.getParentOrThrow().getKey(), line.getIndexWithinParent(), "element"];
}

function $placeThrough(blocks: readonly LexicalNode[], offset: number): TextPlace | null {
  let left = offset;
  for (const block of blocks) {
    const size = sizeOf([block]);
    if (left <= size) return { block, offset: left };
    left -= size;
  }
  return $placeIn(blocks.at(-1), Infinity);
}

const $placeIn = (block: LexicalNode | null | undefined, offset: number): TextPlace | null =>
  block ? { block, offset: Math.min(offset, sizeOf([block])) } : null;

/** Characters of a block that stand before one of its nodes. To ask each text whether it stands before costs the square. */
function $sizeBefore(node: LexicalNode, block: LexicalNode): number {
  let size = 0;
  for (let at: LexicalNode | null = node; at !== null && !at.is(block); at = at.getParent()) {
    for (let one = at.getPreviousSibling(); one !== null; one = one.getPreviousSibling()) size += sizeOf([one]);
  }
  return size;
}

const $textsOf = (node: LexicalNode): readonly TextNode[] =>
  $isElementNode(node) ? node.getAllTextNodes() : $isTextNode(node) ? [node] : [];

function sizeOf(nodes: readonly LexicalNode[]): number {
  return nodes.flatMap($textsOf).reduce((sum, text) => sum + text.getTextContentSize(), 0);
}
