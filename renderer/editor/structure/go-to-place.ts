import { $isTableNode, $isTableRowNode } from "@lexical/table";
import {
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type TextNode,
} from "lexical";
import { blankText } from "../../../core/document/inline-traits.ts";
import { type Place } from "../../../core/document/place.ts";
import { $isBlankNode } from "../nodes/blank-node.ts";
import { $selectNode } from "../session/keys.ts";
import { $selectBlank } from "./blanks.ts";

/** Selects a place of the text and brings it into sight, with the keyboard in the page. */
export function goToPlace(editor: LexicalEditor, place: Place): void {
  editor.update(() => $selectPlace(place), { discrete: true });
  editor.focus();
  const key = editor.read(() => {
    const selection = $getSelection();
    return $isRangeSelection(selection) ? selection.anchor.key : selection?.getNodes()[0]?.getKey();
  });
  if (key !== undefined) editor.getElementByKey(key)?.scrollIntoView({ block: "center" });
}

/** A text of the page as `Place` counts it: every typed stretch with where it begins and ends. */
type Stretch = { readonly text: TextNode; readonly start: number; readonly end: number };

export function $selectPlace(place: Place): void {
  const block = $getRoot().getChildAtIndex(place.block) ?? $getRoot().getLastChild();
  if ($isDecoratorNode(block)) {
    $selectNode(block);
    return;
  }
  const holder = $cellOf(block, place) ?? block;
  if (!$isElementNode(holder)) return;
  const stretches = $stretchesOf(holder, $isTableNode(block));
  const blank = stretches.find(
    ({ text, start, end }) => $isBlankNode(text) && start === place.start && end === place.end,
  );
  if (blank && $isBlankNode(blank.text)) {
    $selectBlank(blank.text);
    return;
  }
  const from = stretches.find(({ end }) => end > place.start) ?? stretches.at(-1);
  const to = stretches.findLast(({ start }) => start < place.end) ?? from;
  if (!from || !to) {
    $innermost(holder).selectStart();
    return;
  }
  const selection = $createRangeSelection();
  selection.anchor.set(from.text.getKey(), offsetIn(from, place.start), "text");
  selection.focus.set(to.text.getKey(), offsetIn(to, Math.max(place.start, place.end)), "text");
  $setSelection(selection);
}

const offsetIn = ({ text, start }: Stretch, place: number): number =>
  Math.min(Math.max(0, place - start), text.getTextContentSize());

function $cellOf(block: LexicalNode | null, { row, cell }: Place): LexicalNode | null {
  if (!$isTableNode(block) || row === undefined || cell === undefined) return null;
  const line = block.getChildAtIndex(row);
  return $isTableRowNode(line) ? line.getChildAtIndex(cell) : null;
}

function $stretchesOf(holder: ElementNode, isTable: boolean): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  const visit = (node: LexicalNode): void => {
    if ($isLineBreakNode(node)) at += 1;
    if ($isTextNode(node)) {
      const length = $isBlankNode(node) ? blankText(node.getLabel()).length : node.getTextContentSize();
      stretches.push({ text: node, start: at, end: at + length });
      at += length;
    }
    if ($isElementNode(node)) node.getChildren().forEach(visit);
  };
  for (const [index, child] of holder.getChildren().entries()) {
    // the paragraphs of a cell
    if (isTable && index > 0) at += 1;
    visit(child);
  }
  return stretches;
}

function $innermost(node: ElementNode): ElementNode {
  const first = node.getFirstChild();
  return $isElementNode(first) ? $innermost(first) : node;
}
