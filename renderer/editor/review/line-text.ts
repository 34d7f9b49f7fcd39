import { $isMarkNode, type MarkNode } from "@lexical/mark";
import { $isElementNode, $isLineBreakNode, $isTextNode, type ElementNode, type LexicalNode } from "lexical";
import { $isBlankNode } from "../nodes/blank-node.ts";
import { $isYearNode } from "../nodes/year-node.ts";
import { $inlineNodes, $lineOf } from "../structure/inline-nodes.ts";
import { type TextRange } from "./mark-range.ts";

/** A mark and where it stands in the text of its line. */
export type PlacedMark = TextRange & { readonly key: string; readonly id: string };
export type LineText = { readonly text: string; readonly marks: readonly PlacedMark[] };

/**
 * The text of a line with the marks in it. A year that follows 报告年度 and a blank stand for themselves: what they
 * show may change without anybody writing.
 */
export function $lineText(line: ElementNode): LineText {
  let text = "";
  const marks: PlacedMark[] = [];
  const visit = (node: LexicalNode): void => {
    const start = text.length;
    if ($isElementNode(node)) {
      node.getChildren().forEach(visit);
      if ($isMarkNode(node)) marks.push({ key: node.getKey(), id: reviewIdOf(node), start, end: text.length });
    } else text += charactersOf(node);
  };
  line.getChildren().forEach(visit);
  return { text, marks };
}

function charactersOf(node: LexicalNode): string {
  if ($isLineBreakNode(node)) return "\n";
  if (!$isTextNode(node)) return "\uFFFC";
  if ($isYearNode(node)) return String.fromCharCode(0xe001 + node.getOffset()).repeat(node.getTextContentSize());
  return $isBlankNode(node) ? "\uFFFC".repeat(node.getTextContentSize()) : node.getTextContent();
}

/** The item that a mark belongs to. */
export function reviewIdOf(mark: MarkNode): string {
  return mark.getIDs()[0] ?? "";
}

/** True for a line of text, as against what holds lines (tables, cells) and marks inside lines. */
export function $isLine(node: LexicalNode | null | undefined): node is ElementNode {
  return (
    $isElementNode(node) &&
    !$isMarkNode(node) &&
    !node.getChildren().some((child) => $isElementNode(child) && !child.isInline())
  );
}

/** Makes a mark cover exactly a stretch of its line; the mark may have to be made for it. */
export function $coverWith(mark: MarkNode, line: ElementNode, range: TextRange): void {
  for (const child of mark.isAttached() ? mark.getChildren() : []) mark.insertBefore(child);
  const covered: LexicalNode[] = [];
  let at = 0;
  for (const node of $inlineNodes(line)) {
    const size = $isTextNode(node) ? node.getTextContentSize() : 1;
    const from = Math.max(range.start - at, 0);
    const to = Math.min(range.end - at, size);
    at += size;
    if (from >= to) continue;
    if (!$isTextNode(node) || (from === 0 && to === size) || node.isToken()) {
      covered.push(node);
      continue;
    }
    const parts = node.splitText(...[from, to].filter((offset) => offset > 0 && offset < size));
    const part = parts[from > 0 ? 1 : 0];
    if (part) covered.push(part);
  }
  const [first] = covered;
  if (!first) {
    mark.remove();
    return;
  }
  $outOfMarks(first);
  first.insertBefore(mark);
  for (const node of covered) {
    const old = node.getParent();
    mark.append(node);
    if ($isMarkNode(old) && !old.is(mark) && old.isEmpty()) old.remove();
  }
}

/** Takes a node that begins or ends a mark out of it. */
function $outOfMarks(node: LexicalNode): void {
  const parent = node.getParent();
  if (!$isMarkNode(parent) || $lineOf(node) === null) return;
  if (node.is(parent.getFirstChild())) parent.insertBefore(node);
  else parent.insertAfter(node);
  if (parent.isEmpty()) parent.remove();
}
