import {
  $createTableNodeWithDimensions,
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findCellNode,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtNode,
  $insertTableRowAtSelection,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  $isTableSelection,
  $mergeCells,
  $setTableRowIsHeader,
  $unmergeCell,
  TableCellHeaderStates,
  type TableCellNode,
  type TableNode,
} from "@lexical/table";
import {
  $createParagraphNode,
  $getSelection,
  $insertNodes,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalNode,
} from "lexical";
import { placeCells } from "../../../core/document/table-grid.ts";
import { $selectAround } from "../structure/objects.ts";
import { $topBlock } from "../structure/top-block.ts";
import { scaledToTypeArea } from "../saving/body-json.ts";

/** The cell at the cursor. */
export function $currentCell(): TableCellNode | null {
  const selection = $getSelection();
  if ($isTableSelection(selection)) return $cellOf(selection.anchor.getNode());
  if (!$isRangeSelection(selection)) return null;
  const cell = $cellOf(selection.focus.getNode());
  // text that was marked from outside into a cell is no place in the table
  const from = cell && !selection.isCollapsed() ? $cellOf(selection.anchor.getNode()) : cell;
  return cell && from && $findTableNode(cell)?.is($findTableNode(from)) === true ? cell : null;
}

function $cellOf(node: LexicalNode): TableCellNode | null {
  return $isTableCellNode(node) ? node : $findCellNode(node);
}

export function $currentTable(): TableNode | null {
  const cell = $currentCell();
  return cell ? $findTableNode(cell) : null;
}

/** The cells of a selection of several. */
export function $selectedCells(): readonly TableCellNode[] {
  const selection = $getSelection();
  return $isTableSelection(selection) ? selection.getNodes().filter((node) => $isTableCellNode(node)) : [];
}

/** Puts a table with a header row after the block at the cursor and the cursor into its first cell. */
export function $insertTable(rows: number, columns: number): void {
  if ($currentTable()) return;
  const table = $createTableNodeWithDimensions(rows, columns, { rows: rows > 1, columns: false });
  $insertBlock(table);
  table.selectStart();
}

/** Puts a block after the one at the cursor, or in its place where that is an empty line, with a line to go on after it. */
export function $insertBlock(block: LexicalNode): void {
  const selection = $getSelection();
  const at = $topBlock(selection?.getNodes()[0]);
  if (!at) {
    $insertNodes([block]);
    return;
  }
  const isEmptyLine = $isParagraphNode(at) && at.isEmpty();
  at.insertAfter(block);
  if (isEmptyLine) at.remove();
  if (!$isElementNode(block.getNextSibling())) block.insertAfter($createParagraphNode());
}

export function $insertRow(after: boolean): void {
  if ($currentCell()) $insertTableRowAtSelection(after);
}

export function $insertColumn(after: boolean): void {
  if ($currentCell()) $insertTableColumnAtSelection(after);
}

export function $deleteRow(): void {
  $deleteLines($deleteTableRowAtSelection);
}

export function $deleteColumn(): void {
  $deleteLines($deleteTableColumnAtSelection);
}

/** With its last row or column a table goes; the library would leave the cursor in the line before, a title even. */
function $deleteLines(remove: () => void): void {
  const table = $currentTable();
  if (!table) return;
  const index = table.getIndexWithinParent();
  remove();
  if (!table.isAttached()) $selectAround(index, false);
}

export function $deleteTable(): void {
  const table = $currentTable();
  if (table) $removeTable(table);
}

/** Removes a table and leaves the cursor beside its place, in a line of text that is not the title. */
export function $removeTable(table: TableNode): void {
  const index = table.getIndexWithinParent();
  table.remove();
  $selectAround(index, false);
}

export function $mergeSelectedCells(): void {
  $mergeCells([...$selectedCells()])?.selectStart();
}

export function $splitCell(): void {
  if ($currentCell()) $unmergeCell();
}

/** True when the first row of a table is its 表头. */
export function $hasHeaderRow(table: TableNode): boolean {
  const row = table.getFirstChild();
  return (
    $isTableRowNode(row) &&
    row.getChildren().every((cell) => $isTableCellNode(cell) && cell.hasHeaderState(TableCellHeaderStates.ROW))
  );
}

export function $toggleHeaderRow(): void {
  const table = $currentTable();
  if (table) $setTableRowIsHeader(table, 0, !$hasHeaderRow(table));
}

/** Tab in a table: the next cell; behind the last one a new row. Shift+Tab: the cell before. */
export function $goToCell(cell: TableCellNode, back: boolean): void {
  const table = $findTableNode(cell);
  if (!table) return;
  const cells = $cellsOf(table);
  const index = cells.findIndex((one) => one.is(cell)) + (back ? -1 : 1);
  const target = cells[index];
  if (target) $selectCellContent(target);
  else if (!back) {
    const row = $insertTableRowAtNode(cell, true);
    const first = row?.getFirstChild();
    if ($isElementNode(first)) first.selectStart();
  }
}

function $selectCellContent(cell: TableCellNode): void {
  cell.select(0, cell.getChildrenSize());
  if (cell.getTextContentSize() === 0) cell.selectStart();
}

/** The cells that begin in each row. */
export const $rowsOf = (table: TableNode): readonly (readonly TableCellNode[])[] =>
  table
    .getChildren()
    .map((row) => ($isTableRowNode(row) ? row.getChildren().filter((cell) => $isTableCellNode(cell)) : []));

/** Where a cell begins in its table's grid. */
export function $placeOf(table: TableNode, cell: TableCellNode): { readonly row: number; readonly column: number } {
  const rows = $rowsOf(table).map((cells) =>
    cells.map((node) => ({ node, rowSpan: node.getRowSpan(), colSpan: node.getColSpan() })),
  );
  const found = placeCells(rows)
    .flat()
    .find((place) => place.cell.node.is(cell));
  return found ?? { row: 0, column: 0 };
}

/** All cells of a table, row by row. */
export function $cellsOf(table: TableNode): readonly TableCellNode[] {
  return table
    .getChildren()
    .flatMap((row) => ($isTableRowNode(row) ? row.getChildren() : []))
    .filter((cell) => $isTableCellNode(cell));
}

/** Transform: the columns of a table fill the type area, and there is a width for each. */
export function $fitColumns(table: TableNode): void {
  const columns = table.getColumnCount();
  if (columns === 0) return;
  const widths = table.getColWidths();
  const fitted = scaledToTypeArea(widths, columns);
  const fits =
    widths?.length === columns && fitted.every((width, index) => Math.abs(width - (widths[index] ?? 0)) < 0.5);
  if (!fits) table.setColWidths(fitted);
}

/** Transform: a cell holds body text only. Headings become it, other things go behind the table. */
export function $keepCellsPlain(node: ElementNode | LexicalNode): void {
  const parent = node.getParent();
  if (!$isTableCellNode(parent) || $isParagraphNode(node)) return;
  if ($isElementNode(node) && !$isTableNode(node)) {
    node.replace($createParagraphNode(), true);
    return;
  }
  const table = $findTableNode(parent);
  if (table) table.insertAfter(node);
  else node.remove();
  if (parent.isEmpty()) parent.append($createParagraphNode());
}
