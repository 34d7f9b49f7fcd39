import {
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  type ElementNode,
  type LexicalEditor,
} from "lexical";
import { type Place } from "../../../core/document/place.ts";
import { $isBlankNode } from "../nodes/blank-node.ts";
import { $selectNode } from "./select-node.ts";
import { $holderOf, $stretchesOf, type Stretch } from "./placed-stretches.ts";
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

export function $selectPlace(place: Place): void {
  const block = $getRoot().getChildAtIndex(place.block) ?? $getRoot().getLastChild();
  if ($isDecoratorNode(block)) {
    $selectNode(block);
    return;
  }
  const holder = $holderOf(block, place);
  if (holder === null) return;
  const stretches = $stretchesOf(holder);
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

function $innermost(node: ElementNode): ElementNode {
  const first = node.getFirstChild();
  return $isElementNode(first) ? $innermost(first) : node;
}
