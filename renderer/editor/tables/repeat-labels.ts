import {
  $createTableCellNode,
  $isTableCellNode,
  $isTableRowNode,
  type TableCellNode,
  type TableNode,
} from "@lexical/table";
import { $copyNode, $isElementNode, type LexicalNode } from "lexical";
import { placeCells } from "../../../core/document/table-grid.ts";
import { $currentCell, $currentTable, $rowsOf, $selectedCells } from "./tables.ts";

/** The row of the cursor, or the first of the selected cells. */
function $chosenRow(): { readonly table: TableNode; readonly row: number } | null {
  const table = $currentTable();
  const cell = $selectedCells()[0] ?? $currentCell();
  return table && cell ? { table, row: cell.getParentOrThrow().getIndexWithinParent() } : null;
}

/** Whether a merged cell of a row above reaches into the row at the cursor: its own cells do not fill the table then. */
export function $canRepeatLabels(): boolean {
  const chosen = $chosenRow();
  const row = chosen?.table.getChildAtIndex(chosen.row);
  if (!chosen || !$isTableRowNode(row)) return false;
  const own = row.getChildren().reduce((sum, cell) => sum + ($isTableCellNode(cell) ? cell.getColSpan() : 0), 0);
  return chosen.row > 0 && own < chosen.table.getColumnCount();
}

/**
 * 重复标签: parts every cell that reaches into the row at the cursor from above, and writes its words again in the lower
 * part, as where a page ends within a group of rows.
 */
export function $repeatLabels(): void {
  const chosen = $chosenRow();
  if (!chosen) return;
  const { table, row } = chosen;
  const rows = $rowsOf(table).map((cells) =>
    cells.map((node) => ({ node, rowSpan: node.getRowSpan(), colSpan: node.getColSpan() })),
  );
  const placed = placeCells(rows);
  const own = placed[row] ?? [];
  for (const { cell, row: first, column } of placed.slice(0, row).flat()) {
    const below = first + cell.rowSpan - row;
    if (below <= 0) continue;
    cell.node.setRowSpan(row - first);
    const copy = $createTableCellNode(cell.node.getHeaderStyles(), cell.colSpan).setRowSpan(below);
    copy.setFormat(cell.node.getFormatType());
    copy.append(...cell.node.getChildren().map($deepCopy));
    const next = own.find((other) => other.column > column)?.cell.node;
    if (next) next.insertBefore(copy);
    else $appendTo(table.getChildAtIndex(row), copy);
  }
}

function $appendTo(row: LexicalNode | null, cell: TableCellNode): void {
  if ($isElementNode(row)) row.append(cell);
}

function $deepCopy(node: LexicalNode): LexicalNode {
  const copy = $copyNode(node);
  if ($isElementNode(node) && $isElementNode(copy)) copy.append(...node.getChildren().map($deepCopy));
  return copy;
}
