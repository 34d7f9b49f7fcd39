import { $isTableCellNode, $isTableNode } from "@lexical/table";
import { $getSelection, $getState, $isRangeSelection, type BaseSelection, type LexicalNode } from "lexical";
import { type Script } from "../../../core/document/blocks.ts";
import { $titleChoice } from "../structure/set-title.ts";
import { $topBlock } from "../structure/top-block.ts";
import { type EditorBlockKind, type EditorSnapshot } from "./editor-handle.ts";
import { $selectedImage } from "../images/images.ts";
import { $isPageBreakNode } from "../nodes/page-break-node.ts";
import { $isReportHeadingNode } from "../nodes/report-heading-node.ts";
import { $isReportImageNode } from "../nodes/report-image-node.ts";
import { $isReportLineNode } from "../nodes/report-line-node.ts";
import { $isReportTitleNode } from "../nodes/report-title-node.ts";
import { countedState } from "../nodes/section-state.ts";
import { $canAlign, $cellAlign } from "../tables/cell-alignment.ts";
import { $canRepeatLabels } from "../tables/repeat-labels.ts";
import { $isLandscape } from "../tables/landscape.ts";
import { $currentCell, $currentTable, $hasHeaderRow, $selectedCells } from "../tables/tables.ts";

export type SelectionState = Pick<
  EditorSnapshot,
  | "blockKind"
  | "titleChoice"
  | "level"
  | "form"
  | "role"
  | "bold"
  | "script"
  | "inTable"
  | "canMergeCells"
  | "canSplitCell"
  | "hasHeaderRow"
  | "cellAlign"
  | "canAlign"
  | "canRepeatLabels"
  | "isCounted"
  | "isTableLandscape"
  | "selectedImage"
>;

export const noSelection: SelectionState = {
  blockKind: "paragraph",
  titleChoice: "taken",
  level: null,
  form: null,
  role: null,
  bold: false,
  script: null,
  inTable: false,
  canMergeCells: false,
  canSplitCell: false,
  hasHeaderRow: false,
  cellAlign: null,
  canAlign: false,
  canRepeatLabels: false,
  isCounted: false,
  isTableLandscape: false,
  selectedImage: null,
};

/** What the selection is, for toolbar and menus; null when nothing is selected, as while a menu has the keyboard. */
export function $readSelection(): SelectionState | null {
  const selection = $getSelection();
  const node = $isRangeSelection(selection) ? selection.focus.getNode() : selection?.getNodes()[0];
  if (!selection || !node) return null;
  const block = $topBlock(node);
  const table = $currentTable();
  const cell = $currentCell();
  return {
    ...noSelection,
    blockKind: kindOf(block),
    titleChoice: $titleChoice(block),
    level: $isReportHeadingNode(block) ? block.getLevel() : null,
    form: $isReportHeadingNode(block) ? block.getForm() : null,
    role: $isReportLineNode(block) ? block.getRole() : null,
    bold: $isRangeSelection(selection) && selection.hasFormat("bold"),
    script: $scriptOf(selection),
    inTable: table !== null,
    canMergeCells: $selectedCells().length > 1,
    canSplitCell: $isTableCellNode(cell) && (cell.getColSpan() > 1 || cell.getRowSpan() > 1),
    hasHeaderRow: table !== null && $hasHeaderRow(table),
    ...(table === null ? {} : { cellAlign: $cellAlign(), canAlign: $canAlign(), canRepeatLabels: $canRepeatLabels() }),
    isCounted: $isReportLineNode(block) && $getState(block, countedState),
    isTableLandscape: table !== null && $isLandscape(table),
    selectedImage: $selectedImage()?.getImage() ?? null,
  };
}

function $scriptOf(selection: BaseSelection): Script | null {
  if (!$isRangeSelection(selection)) return null;
  return selection.hasFormat("superscript") ? "super" : selection.hasFormat("subscript") ? "sub" : null;
}

function kindOf(block: LexicalNode | null): EditorBlockKind {
  if ($isReportTitleNode(block)) return "title";
  if ($isReportHeadingNode(block)) return "heading";
  if ($isReportLineNode(block)) return "line";
  if ($isTableNode(block)) return "table";
  if ($isReportImageNode(block)) return "image";
  if ($isPageBreakNode(block)) return "pageBreak";
  return "paragraph";
}
