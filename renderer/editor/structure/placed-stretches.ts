import { $isTableCellNode, $isTableNode, $isTableRowNode } from "@lexical/table";
import {
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type TextNode,
} from "lexical";
import { blankText } from "../../../core/document/inline-traits.ts";
import { type Place } from "../../../core/document/place.ts";
import { $isBlankNode } from "../nodes/blank-node.ts";

/** A typed stretch of a text of the page, with where it begins and ends as `Place` counts. */
export type Stretch = { readonly text: TextNode; readonly start: number; readonly end: number };

/** What holds the text that a place counts in: the block itself, or one of its cells. */
export function $holderOf(block: LexicalNode | null, { row, cell }: Place): ElementNode | null {
  if (!$isElementNode(block)) return null;
  if (!$isTableNode(block) || row === undefined || cell === undefined) return block;
  const line = block.getChildAtIndex(row);
  const found = $isTableRowNode(line) ? line.getChildAtIndex(cell) : null;
  return $isElementNode(found) ? found : block;
}

export function $stretchesOf(holder: ElementNode): readonly Stretch[] {
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
    if ($isTableCellNode(holder) && index > 0) at += 1;
    visit(child);
  }
  return stretches;
}
