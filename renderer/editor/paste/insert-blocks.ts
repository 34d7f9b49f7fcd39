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
import { $isReportHeadingNode } from "../nodes/report-heading-node.ts";
import { $isReportTitleNode } from "../nodes/report-title-node.ts";
import { $intoText, $lineBehind } from "../structure/objects.ts";
import { $removeSelected } from "../structure/remove-selected.ts";
import { $topBlock } from "../structure/top-block.ts";
import { $isTableNode, $isTableSelection } from "@lexical/table";
import { $currentCell } from "../tables/tables.ts";

/**
 * Puts whole blocks where the cursor is. Body text joins the line it is put into, on both sides; headings, tables and
 * pictures keep lines of their own.
 */
export function $insertBlockNodes(nodes: readonly LexicalNode[]): void {
  const selection = $getSelection();
  if ($currentCell() && selection) {
    // Cells pasted into cells fill the grid from here; anything else becomes the text of this cell.
    if (nodes.every((node) => $isTableNode(node))) $insertGeneratedNodes($getEditor(), [...nodes], selection);
    else $insertLinesInCell(nodes.flatMap($linesOf));
    return;
  }
  if (!$isRangeSelection(selection)) {
    $insertNodes([...nodes]);
    return;
  }
  $removeSelected();
  const block = $blockAtCursor();
  if (!$isElementNode(block) || $isTableNode(block)) {
    $insertNodes(nodes.map($withoutTitle));
    return;
  }
  if ($isReportTitleNode(block)) {
    $insertAtTitle(block, nodes);
    return;
  }
  const [left, right] = $splitAtCursor(block);
  const rest = nodes.map($withoutTitle);
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

/** Lines put in while cells are selected stand in the first of them; the library would spread them over its neighbours. */
function $insertLinesInCell(lines: readonly LexicalNode[]): void {
  if ($isTableSelection($getSelection())) $intoText();
  const selection = $getSelection();
  if (selection) $insertGeneratedNodes($getEditor(), [...lines], selection);
}

/** Removing text across a title puts another selection in the place of the one that was. */
function $blockAtCursor(): LexicalNode | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? $topBlock(selection.anchor.getNode()) : null;
}

/**
 * A page pasted onto the title line: an empty one takes the heading of the page, a filled one keeps its words. All else
 * stands under it.
 */
function $insertAtTitle(title: ElementNode, nodes: readonly LexicalNode[]): void {
  const [first, ...others] = nodes;
  const fills = title.isEmpty() && first !== undefined && $isElementNode(first) && $mayBeTitle(first);
  if (fills) title.append(...first.getChildren());
  let last: LexicalNode = title;
  for (const node of (fills ? others : nodes).map($withoutTitle)) {
    last.insertAfter(node);
    last = node;
  }
  if (last.is(title)) title.selectEnd();
  else $joinRight(last, null);
}

/** A heading on a line of its own, or a line that is no sentence. */
function $mayBeTitle(node: ElementNode): boolean {
  if ($isReportTitleNode(node)) return true;
  if ($isReportHeadingNode(node)) return node.getForm() === "standalone";
  return $isParagraphNode(node) && !/[。；！？]/u.test(node.getTextContent());
}

/** A report has its title line: another title that comes into the text is a line of it. */
function $withoutTitle(node: LexicalNode): LexicalNode {
  return $isReportTitleNode(node) ? $createParagraphNode().append(...node.getChildren()) : node;
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
    const next = right ?? last.getNextSibling();
    if ($isElementNode(next) && !$isTableNode(next) && !$isReportTitleNode(next)) next.selectStart();
    else $lineBehind(last).selectStart();
    return;
  }
  last.selectEnd();
  if (!right) return;
  last.append(...right.getChildren());
  right.remove();
}
