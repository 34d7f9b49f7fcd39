import { $isTableCellNode, $isTableRowNode } from "@lexical/table";
import { $findMatchingParent } from "@lexical/utils";
import { $getSelection, $isRangeSelection } from "lexical";
import { type Place } from "../../../core/document/place.ts";
import { $holderOf, $stretchesOf } from "./placed-stretches.ts";
import { $topBlock } from "./top-block.ts";

/** Where the cursor stands; the start of a selection. */
export function $cursorPlace(): Place | null {
  const selection = $getSelection();
  const point = $isRangeSelection(selection) ? (selection.isBackward() ? selection.focus : selection.anchor) : null;
  const node = point?.getNode() ?? selection?.getNodes()[0];
  const block = $topBlock(node);
  if (!node || !block) return null;
  const cell = $findMatchingParent(node, $isTableCellNode);
  const row = cell && $findMatchingParent(cell, $isTableRowNode);
  const at = { block: block.getIndexWithinParent() };
  const inText = cell && row ? { ...at, row: row.getIndexWithinParent(), cell: cell.getIndexWithinParent() } : at;
  const holder = $holderOf(block, { ...inText, start: 0, end: 0 });
  const stretch = holder && $stretchesOf(holder).find(({ text }) => text.is(node));
  const start = stretch ? stretch.start + (point?.offset ?? 0) : 0;
  return { ...inText, start, end: start };
}
