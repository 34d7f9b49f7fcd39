import { $insertGeneratedNodes } from "@lexical/clipboard";
import {
  $createParagraphNode,
  $getEditor,
  $getSelection,
  $insertNodes,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalNode,
} from "lexical";
import { $topBlock } from "../structure/top-block.ts";
import { $isTableNode } from "@lexical/table";
import { $currentCell } from "../tables/tables.ts";

/**
 * Puts whole blocks where the cursor is. Body text joins the line it is put into, on both sides; headings, tables and
 * pictures keep lines of their own.
 */
export function $insertBlockNodes(nodes: readonly LexicalNode[]): void {
  const selection = $getSelection();
  if ($currentCell() && selection) {
    // Cells pasted into cells fill the grid from here; anything else becomes the text of this cell.
    const areTables = nodes.every((node) => $isTableNode(node));
    $insertGeneratedNodes($getEditor(), areTables ? [...nodes] : nodes.flatMap($linesOf), selection);
    return;
  }
  if (!$isRangeSelection(selection)) {
    $insertNodes([...nodes]);
    return;
  }
  if (!selection.isCollapsed()) selection.removeText();
  const block = $topBlock(selection.anchor.getNode());
  if (!$isElementNode(block) || $isTableNode(block)) {
    $insertNodes([...nodes]);
    return;
  }
  const [left, right] = $splitAtCursor(block);
  const rest = [...nodes];
  const [first] = rest;
  if (!left.isEmpty() && $isParagraphNode(first)) {
    left.append(...first.getChildren());
    rest.shift();
  }
  let last: LexicalNode = left;
  for (const node of rest) {
    last.insertAfter(node);
    last = node;
  }
  $joinRight(last, right);
  if (left.isEmpty() && rest.length > 0) left.remove();
}

/** The lines of text of a node as body text. */
function $linesOf(node: LexicalNode): LexicalNode[] {
  if (!$isElementNode(node)) return [];
  const children = node.getChildren();
  if (children.some((child) => $isElementNode(child) && !child.isInline())) return children.flatMap($linesOf);
  return [$createParagraphNode().append(...children)];
}

/** The block at the cursor, and one with what stood behind the cursor (the same again when nothing did). */
function $splitAtCursor(block: ElementNode): readonly [ElementNode, ElementNode | null] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || block.isEmpty()) return [block, null];
  const isAtEnd = selection.anchor.getNode().getNextSiblings().length === 0 && isAtNodeEnd(selection.anchor);
  if (isAtEnd) return [block, null];
  const created = selection.insertParagraph();
  const left = created?.getPreviousSibling();
  return created && $isElementNode(left) ? [left, created] : [block, null];
}

function isAtNodeEnd(point: { readonly offset: number; getNode(): LexicalNode }): boolean {
  const node = point.getNode();
  return point.offset === ($isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize());
}

function $joinRight(last: LexicalNode, right: ElementNode | null): void {
  if (!$isElementNode(last) || $isTableNode(last)) {
    if (right) right.selectStart();
    else last.selectNext();
    return;
  }
  last.selectEnd();
  if (!right) return;
  last.append(...right.getChildren());
  right.remove();
}
