import { $isTableNode } from "@lexical/table";
import {
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
} from "lexical";
import { $isReportLineNode } from "../nodes/report-line-node.ts";
import { $isLine } from "../review/line-text.ts";
import { $lineOf } from "./inline-nodes.ts";
import { $isAtEdge } from "./title-line.ts";

/**
 * Backspace at the start of a line and Delete at its end: the line joins the one beside it, and the cursor stays at its
 * place among the words. Beside a table nothing is joined; an empty line there goes where another is left to write in.
 * False where the key is not at the edge of a line, or no line and no table stands beside it.
 */
export function $joinLines(back: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const node = selection.anchor.getNode();
  const line = $isLine(node) ? node : $lineOf(node);
  if (!$isLine(line) || !$isAtEdge(selection.anchor, line, back)) return false;
  const beside = back ? line.getPreviousSibling() : line.getNextSibling();
  if ($isTableNode(beside)) {
    const other = back ? line.getNextSibling() : line.getPreviousSibling();
    if (isEmptyText(line) && $isElementNode(other)) $removeTowards(line, beside, back);
    return true;
  }
  if (!$isLine(beside)) return false;
  if (back) $join(beside, line);
  else $join(line, beside);
  return true;
}

/** Two lines become one. An empty line of body text goes as a whole, and so does an empty heading above another one. */
function $join(first: ElementNode, second: ElementNode): void {
  if (first.isEmpty() && (isPlain(first) || !$isParagraphNode(second))) {
    $removeTowards(first, second, false);
    return;
  }
  const [last] = first.getChildren().slice(-1);
  const size = first.getChildrenSize();
  const words = second.getChildren();
  // to append nothing would mark the last text as changed, and history takes such a step for none
  if (words.length > 0) first.append(...words);
  second.remove();
  if ($isTextNode(last) && last.isAttached()) last.select();
  else first.select(size, size);
}

/** The cursor goes into the line or table beside before the line does. */
function $removeTowards(line: ElementNode, beside: ElementNode, isBefore: boolean): void {
  if (isBefore) beside.selectEnd();
  else beside.selectStart();
  line.remove();
}

const isPlain = (line: LexicalNode): boolean => $isParagraphNode(line) || $isReportLineNode(line);

const isEmptyText = (line: ElementNode): boolean => line.isEmpty() && isPlain(line);
