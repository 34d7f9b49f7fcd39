import { $insertGeneratedNodes } from "@lexical/clipboard";
import {
  $createParagraphNode,
  $getEditor,
  $getSelection,
  $insertNodes,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
} from "lexical";
import { $isReportHeadingNode } from "../nodes/report-heading-node.ts";
import { $isReportTitleNode } from "../nodes/report-title-node.ts";
import { $intoText, $lineBehind } from "../structure/objects.ts";
import { $makeRoom } from "../structure/remove-selected.ts";
import { $isAtEdge } from "../structure/title-line.ts";
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
  $makeRoom();
  const block = $blockAtCursor();
  if (!$isElementNode(block) || $isTableNode(block)) {
    $insertNodes(nodes.map($withoutTitle));
    return;
  }
  const lines = withoutEdges(nodes);
  if ($isReportTitleNode(block)) {
    $insertAtTitle(block, lines.nodes);
    return;
  }
  $insertInLine(block, { ...lines, nodes: lines.nodes.map($withoutTitle) });
}

/** What goes in, and whether a line ends before and behind it. */
type Lines = { readonly nodes: readonly LexicalNode[]; readonly breaksBefore: boolean; readonly breaksBehind: boolean };

/**
 * Text that was marked from the end of a line, or up to the start of one, holds nothing of that line: it is where a line
 * ends, whatever kind of line it was.
 */
function withoutEdges(nodes: readonly LexicalNode[]): Lines {
  const breaksBefore = nodes.length > 1 && isEmptyText(nodes[0]);
  const left = breaksBefore ? nodes.slice(1) : nodes;
  const breaksBehind = nodes.length > 1 && isEmptyText(left.at(-1));
  return { nodes: breaksBehind ? left.slice(0, -1) : left, breaksBefore, breaksBehind };
}

const isEmptyText = (node: LexicalNode | undefined): boolean =>
  $isElementNode(node) && !$isTableNode(node) && node.isEmpty();

function $insertInLine(block: ElementNode, { nodes, breaksBefore, breaksBehind }: Lines): void {
  const { left, right } = $splitAtCursor(block);
  const rest = [...nodes];
  if (rest.length === 0 && !(left && right)) rest.push($createParagraphNode());
  const [first] = rest;
  if (left && !left.isEmpty() && !breaksBefore && $isParagraphNode(first)) {
    left.append(...first.getChildren());
    rest.shift();
  }
  if (left) for (const node of rest.toReversed()) left.insertAfter(node);
  else for (const node of rest) right?.insertBefore(node);
  const last = rest.at(-1) ?? left;
  if (!last || (right && breaksBehind)) right?.selectStart();
  else $joinRight(last, right);
  if (left?.isEmpty() === true && rest.length > 0 && !breaksBefore) left.remove();
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

/**
 * The block at the cursor with what stands before the cursor, and one with what stands behind it. Where nothing does, it
 * is null, and the block is whole and as it was: the one with its text before, or the one with its text behind.
 */
function $splitAtCursor(block: ElementNode): { readonly left: ElementNode | null; readonly right: ElementNode | null } {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || block.isEmpty()) return { left: block, right: null };
  if ($isAtEdge(selection.anchor, block, false)) return { left: block, right: null };
  if ($isAtEdge(selection.anchor, block, true)) return { left: null, right: block };
  const created = selection.insertParagraph();
  const left = created?.getPreviousSibling();
  return created && $isElementNode(left) ? { left, right: created } : { left: block, right: null };
}

/** The text behind the cursor stays what it is: body text put in before it joins it, all else keeps its own line. */
function $joinRight(last: LexicalNode, right: ElementNode | null): void {
  if (!$isElementNode(last) || $isTableNode(last)) {
    const next = right ?? last.getNextSibling();
    if ($isElementNode(next) && !$isTableNode(next) && !$isReportTitleNode(next)) next.selectStart();
    else $lineBehind(last).selectStart();
    return;
  }
  last.selectEnd();
  if (!right || !$isParagraphNode(last)) return;
  const words = last.getChildren();
  const end = words.at(-1);
  right.splice(0, 0, words);
  last.remove();
  if ($isTextNode(end)) end.select();
  else right.select(words.length, words.length);
}
