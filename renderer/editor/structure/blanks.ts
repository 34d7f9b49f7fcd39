import {
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $insertNodes,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  type LexicalNode,
} from "lexical";
import { $intoText } from "./objects.ts";
import { $createBlankNode, $isBlankNode, type BlankNode } from "../nodes/blank-node.ts";

/** Selects the next blank after the cursor, or the one before it; goes round at the ends. False when there is none. */
export function $goToBlank(back: boolean): boolean {
  const { blanks, place } = $blanksAroundCursor();
  if (blanks.length === 0) return false;
  const selected = $selectedBlank();
  const current = selected ? blanks.findIndex((blank) => blank.is(selected)) : -1;
  const index = current >= 0 ? current + (back ? -1 : 1) : back ? place - 1 : place;
  const target = blanks[(index + blanks.length) % blanks.length];
  if (target) $selectBlank(target);
  return target !== undefined;
}

/** Selects a blank as a whole, so that what is typed takes its place. */
export function $selectBlank(blank: BlankNode): void {
  const selection = $createRangeSelection();
  selection.anchor.set(blank.getKey(), 0, "text");
  selection.focus.set(blank.getKey(), blank.getTextContentSize(), "text");
  selection.format = blank.getFormat();
  $setSelection(selection);
}

export function $insertBlank(label: string): void {
  const blank = $createBlankNode(label);
  $intoText();
  $insertNodes([blank]);
  $selectBlank(blank);
}

/** The blank that is selected as a whole, if one is. */
export function $selectedBlank(): BlankNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const nodes = selection.getNodes().filter((node) => $isBlankNode(node));
  const [blank] = nodes;
  return blank && nodes.length === 1 && selection.getTextContent() === blank.getTextContent() ? blank : null;
}

/** All blanks in the order of the text, and how many of them stand before the cursor. */
function $blanksAroundCursor(): { readonly blanks: readonly BlankNode[]; readonly place: number } {
  const selection = $getSelection();
  const point = $isRangeSelection(selection) ? selection.focus : null;
  const pointNode = point?.getNode() ?? null;
  const childAtPoint =
    point?.type === "element" && $isElementNode(pointNode) ? pointNode.getChildAtIndex(point.offset) : null;
  const blanks: BlankNode[] = [];
  const found: { place: number | null } = { place: null };
  const visit = (node: LexicalNode): void => {
    if (found.place === null && (childAtPoint ? node.is(childAtPoint) : !$isElementNode(node) && node.is(pointNode))) {
      // A cursor behind a blank stands after it, a cursor at its front before it.
      found.place = blanks.length + (!childAtPoint && $isBlankNode(node) && (point?.offset ?? 0) > 0 ? 1 : 0);
    }
    if ($isBlankNode(node)) blanks.push(node);
    if (!$isElementNode(node)) return;
    node.getChildren().forEach(visit);
    if (found.place === null && !childAtPoint && node.is(pointNode)) found.place = blanks.length;
  };
  visit($getRoot());
  return { blanks, place: found.place ?? 0 };
}
