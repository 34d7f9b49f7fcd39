import { $isTableNode } from "@lexical/table";
import {
  $createParagraphNode,
  $createRangeSelection,
  $getEditor,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $hasUpdateTag,
  $isElementNode,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isRootNode,
  $setSelection,
  HISTORIC_TAG,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
  type PointType,
  type RootNode,
} from "lexical";
import { $createReportTitleNode, $isReportTitleNode } from "../nodes/report-title-node.ts";
import { $neighboursOf } from "./inline-neighbours.ts";
import { $selectAround } from "./objects.ts";
import { $topBlock } from "./top-block.ts";
import { PROGRAM_TAG } from "./typing-rules.ts";
import { selectedKeys } from "../session/lexical-internals.ts";

/**
 * Transform of the root: a report that has a title line keeps it, however its text is deleted or replaced, and has a
 * line to write in under it. A selected object that is gone leaves the cursor where it was.
 */
export function $keepTitleLine(root: RootNode): void {
  // undo brings whole states back
  if ($hasUpdateTag(HISTORIC_TAG)) return;
  const selection = $getSelection();
  const lost =
    $isNodeSelection(selection) && selection.getNodes().length === 0 ? selectedKeys(selection)[0] : undefined;
  if (lost !== undefined) $selectAround($oldIndex(lost), true);
  // who puts another text in the place of this one answers for its title
  if ($hasUpdateTag(PROGRAM_TAG)) return;
  // asked at every key: the first line answers at once
  if ($isReportTitleNode(root.getFirstChild()) && root.getChildrenSize() > 1) return;
  const hadTitle = $getEditor()
    .getEditorState()
    .read(() => $getRoot().getChildren().some($isReportTitleNode));
  if (!hadTitle) return;
  if (!root.getChildren().some($isReportTitleNode)) root.splice(0, 0, [$createReportTitleNode()]);
  if (root.getChildrenSize() === 1) root.append($createParagraphNode());
}

/** Where a block stood that is gone. */
function $oldIndex(key: NodeKey): number {
  const index = $getEditor()
    .getEditorState()
    .read(() => $getNodeByKey(key)?.getIndexWithinParent() ?? 0);
  return Math.min(index, $getRoot().getChildrenSize());
}

/**
 * Removes a selection that reaches over the edge of a title, or that begins or ends between two blocks. Line and title
 * stay apart: no body text ever becomes title by deleting, and no title body text; and no line beside the selection is
 * joined to what is left. False for any other selection.
 */
export function $removeBlocks(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return false;
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const first = $blockAt(start, false);
  const last = $blockAt(end, true);
  if (!first || !last || first.is(last)) return false;
  const between = first.getNextSiblings().filter((node) => node.isBefore(last));
  const isBesideBlocks = [start, end].some((point) => $isRootNode(point.getNode()));
  if (!isBesideBlocks && ![first, ...between, last].some($isReportTitleNode)) return false;
  const index = first.getIndexWithinParent();
  // the selection itself moves while nodes go
  const [from, to] = [placeOf(start), placeOf(end)];
  for (const node of between) node.remove();
  const isLastLeft = $cut(last, null, to);
  const isFirstLeft = $cut(first, from, null);
  if (isFirstLeft && $isElementNode(first)) first.selectEnd();
  else if (isLastLeft && $isElementNode(last)) last.selectStart();
  else $selectAround(index, false);
  return true;
}

/** The block that one end of a selection stands in, or beside. */
function $blockAt(point: PointType, isEnd: boolean): LexicalNode | null {
  const node = point.getNode();
  return $isRootNode(node) ? node.getChildAtIndex(isEnd ? point.offset - 1 : point.offset) : $topBlock(node);
}

type Place = Pick<PointType, "key" | "offset" | "type">;

/** Where a point stands in a block; null beside one, which is taken as a whole. */
const placeOf = (point: PointType): Place | null =>
  $isRootNode(point.getNode()) ? null : { key: point.key, offset: point.offset, type: point.type };

/** Removes a block's text from one place to another, null being its edge; all of it goes but for a title. Is it left? */
function $cut(block: LexicalNode, from: Place | null, to: Place | null): boolean {
  if (!$isElementNode(block) || $isTableNode(block)) {
    block.remove();
    return false;
  }
  const range = $createRangeSelection();
  const edges = [
    { key: block.getKey(), offset: 0, type: "element" },
    { key: block.getKey(), offset: block.getChildrenSize(), type: "element" },
  ] as const;
  $setPoint(range.anchor, from ?? edges[0]);
  $setPoint(range.focus, to ?? edges[1]);
  $setSelection(range);
  if (!range.isCollapsed()) range.removeText();
  if (!block.isEmpty() || $isReportTitleNode(block) || from !== null) return true;
  block.remove();
  return false;
}

function $setPoint(point: PointType, { key, offset, type }: Place): void {
  point.set(key, offset, type);
}

/**
 * Backspace and Delete where a title meets the line beside it: the two never become one line. An empty line goes, with
 * the cursor on into the next line; nothing else does. False anywhere else.
 */
export function $deleteBesideTitle(back: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const block = $topBlock(selection.anchor.getNode());
  if (!$isElementNode(block) || $isTableNode(block) || !$isAtEdge(selection.anchor, block, back)) return false;
  const beside = back ? block.getPreviousSibling() : block.getNextSibling();
  if ($isReportTitleNode(block)) {
    if (isEmptyLine(beside) && $hasMoreLines(beside)) beside.remove();
    return true;
  }
  if (!$isReportTitleNode(beside)) return false;
  if (!isEmptyLine(block) || !$hasMoreLines(block)) return true;
  const index = block.getIndexWithinParent();
  block.remove();
  $selectAround(index, false);
  return true;
}

/** True when no text of a block stands between a place and its start, or its end. */
export function $isAtEdge(point: PointType, block: ElementNode, back: boolean): boolean {
  if (block.isEmpty()) return true;
  const neighbours = $neighboursOf(point);
  return neighbours !== null && neighbours.line.is(block) && (back ? neighbours.before : neighbours.behind) === null;
}

const isEmptyLine = (node: LexicalNode | null): node is ElementNode => $isParagraphNode(node) && node.isEmpty();

/** A report keeps a line to write in beside its title. */
const $hasMoreLines = (line: LexicalNode): boolean =>
  $getRoot()
    .getChildren()
    .some((node) => !node.is(line) && !$isReportTitleNode(node));
