import { $isTableCellNode, $isTableNode, $isTableRowNode, $isTableSelection } from "@lexical/table";
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isRootNode,
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
} from "lexical";
import { $isReportTitleNode } from "../nodes/report-title-node.ts";
import { $selectNode } from "./select-node.ts";
import { $topBlock } from "./top-block.ts";

/** The picture or page break that is selected as a whole; the last one, of several. */
export function $selectedObject(): LexicalNode | null {
  const selection = $getSelection();
  if (!$isNodeSelection(selection)) return null;
  const blocks = selection.getNodes().flatMap((node) => $topBlock(node) ?? []);
  return blocks.toSorted((a, b) => a.getIndexWithinParent() - b.getIndexWithinParent()).at(-1) ?? null;
}

/** The line behind an object for what is written while it is selected: an empty one that stands there, or a new one. */
export function $lineBehind(object: LexicalNode): ElementNode {
  const next = object.getNextSibling();
  if ($isParagraphNode(next) && next.isEmpty()) return next;
  const line = $createParagraphNode();
  object.insertAfter(line);
  return line;
}

/**
 * Makes the selection one that takes text, wherever it was: behind the object that is selected, in the first of the
 * cells that are, in a line of its own between two objects, at the end of the text when nothing is selected. What is
 * written must never fall to the browser, which would put it into the title. True when the selection had to change.
 */
export function $intoText(): boolean {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) return $rangeIntoText(selection);
  if ($isTableSelection(selection)) {
    const cell = selection.getNodes().find($isTableCellNode);
    if (cell) $intoCell(cell);
    return true;
  }
  const object = $selectedObject() ?? $getRoot().getLastChild();
  if ($isElementNode(object) && !$isTableNode(object) && !$isReportTitleNode(object)) object.selectEnd();
  else if (object) $lineBehind(object).selectStart();
  else $getRoot().append($createParagraphNode()).selectEnd();
  return true;
}

function $rangeIntoText(selection: RangeSelection): boolean {
  if (!selection.isCollapsed()) return false;
  const { anchor } = selection;
  const node = anchor.getNode();
  if ($isRootNode(node)) {
    // nothing stands in front of the title
    const before = node.getChildAtIndex(Math.max(0, anchor.offset - 1));
    if (before) $lineBehind(before).selectStart();
    else node.append($createParagraphNode()).selectEnd();
    return true;
  }
  if ($isTableCellNode(node)) $intoCell(node);
  else if ($isTableRowNode(node) || $isTableNode(node)) $intoCell(node.getFirstDescendant()?.getParent() ?? node);
  else if ($isDecoratorNode(node)) $lineBehind(node).selectStart();
  else return false;
  return true;
}

/** Puts the cursor at the end of the text of a cell. */
function $intoCell(cell: LexicalNode): void {
  if (!$isElementNode(cell)) return;
  if ($isTableCellNode(cell) && cell.isEmpty()) cell.append($createParagraphNode());
  cell.selectEnd();
}

/** Puts the cursor beside a place among the blocks where something was: into the line before it or behind it. */
export function $selectAround(index: number, back: boolean): void {
  const root = $getRoot();
  const before = root.getChildAtIndex(index - 1);
  const behind = root.getChildAtIndex(index);
  const isText = (node: LexicalNode | null): boolean => $isElementNode(node) && !$isReportTitleNode(node);
  const target = [back ? before : behind, back ? behind : before].find(isText) ?? behind ?? before;
  if ($isReportTitleNode(target) || !target) {
    const line = $createParagraphNode();
    if (target) target.insertAfter(line);
    else root.append(line);
    line.selectStart();
  } else if (!$isElementNode(target)) $selectNode(target);
  else if (target.is(before)) target.selectEnd();
  else target.selectStart();
}

/** Removes the selected objects and leaves the cursor where they were. */
export function $removeObjects(back: boolean): boolean {
  const selection = $getSelection();
  const object = $selectedObject();
  if (!object || !$isNodeSelection(selection)) return false;
  const nodes = selection.getNodes();
  const index = Math.min(...nodes.map((node) => $topBlock(node)?.getIndexWithinParent() ?? 0));
  for (const node of nodes) node.remove();
  $selectAround(index, back);
  return true;
}

/** An arrow key leaves a selected object: into the line beside it, or on to the object there. Without one it stays. */
export function $leaveObject(back: boolean): boolean {
  const object = $selectedObject();
  if (!object) return false;
  const next = back ? object.getPreviousSibling() : object.getNextSibling();
  if ($isElementNode(next)) {
    if (back) next.selectEnd();
    else next.selectStart();
  } else if (next) $selectNode(next);
  return true;
}
