import { $isMarkNode, type MarkNode } from "@lexical/mark";
import {
  $createRangeSelection,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalNode,
} from "lexical";
import { $lineOf } from "../structure/inline-nodes.ts";
import { reviewIdOf } from "./line-text.ts";

/** All review marks in the order of the text. */
export function $allMarks(): readonly MarkNode[] {
  const marks: MarkNode[] = [];
  const visit = (node: LexicalNode): void => {
    if (!$isElementNode(node)) return;
    if ($isMarkNode(node)) marks.push(node);
    for (let child = node.getFirstChild(); child; child = child.getNextSibling()) visit(child);
  };
  visit($getRoot());
  return marks;
}

/** The mark that the cursor stands in or whose words are selected. */
export function $markAtCursor(): MarkNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const [start, end] = [selection.anchor.getNode(), selection.focus.getNode()].map($markAround);
  if (start && (selection.isCollapsed() || start.is(end))) return start;
  const marks = new Set(selection.getNodes().flatMap((node) => $markAround(node) ?? []));
  const [only] = marks;
  return only && marks.size === 1 && only.getTextContent() === selection.getTextContent() ? only : null;
}

function $markAround(node: LexicalNode | null | undefined): MarkNode | null {
  let current: LexicalNode | null = node ?? null;
  while (current && !$isMarkNode(current)) {
    if ($isElementNode(current) && !current.isInline()) return null;
    current = current.getParent();
  }
  return current;
}

/** How many of the given marks, which stand in the order of the text, stand before the cursor. */
export function $countBeforeCursor(marks: readonly MarkNode[]): number {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return 0;
  const { focus } = selection;
  const node = focus.getNode();
  // the cursor between two children stands before the second
  const place = focus.type === "element" && $isElementNode(node) ? (node.getChildAtIndex(focus.offset) ?? node) : node;
  const isBehind = focus.type === "element" && place.is(node);
  // they stand in the order of the text: halves instead of a look at each
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const mark = marks[middle];
    if (mark && (mark.isBefore(place) || (isBehind && node.isParentOf(mark)))) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Selects the words of a mark, so that what is typed takes their place. */
export function $selectWords(mark: MarkNode): void {
  const texts = mark.getAllTextNodes();
  const [first, last] = [texts[0], texts.at(-1)];
  if (!first || !last) return;
  const selection = $createRangeSelection();
  selection.anchor.set(first.getKey(), 0, "text");
  selection.focus.set(last.getKey(), last.getTextContentSize(), "text");
  selection.format = first.getFormat();
  $setSelection(selection);
}

/**
 * Writes words into the marks of an item. Words over several lines of a cell (joined by line ends) stand in one mark
 * each; otherwise every mark is a copy of all of them.
 */
export function $writeWords(id: string, marks: readonly MarkNode[], words: string): void {
  const own = marks.filter((mark) => reviewIdOf(mark) === id && $lineOf(mark) !== null);
  const parts = words.split("\n");
  for (const [index, mark] of own.entries()) {
    const text = parts.length > 1 ? (parts[index] ?? "") : words;
    if (text === "" || mark.getTextContent() === text) continue;
    const first = mark.getAllTextNodes()[0];
    const written = $createTextNode(text).setFormat($isTextNode(first) ? first.getFormat() : 0);
    mark.splice(0, mark.getChildrenSize(), [written]);
  }
}
