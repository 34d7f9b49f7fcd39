import { $isTableCellNode, $isTableRowNode, type TableNode } from "@lexical/table";
import { numberNeeds, type TableToFit } from "../../../core/layout/column-needs.ts";
import { widthsByContent } from "../../../core/layout/fit-columns.ts";
import { TWIPS_PER_PX } from "../../../core/layout/units.ts";
import { $currentCell, $currentTable, $hasHeaderRow, $placeOf, $selectedCells } from "./tables.ts";

/** No column is made narrower by hand, in px of the page. */
const NARROWEST_PX = 24;
/** One step of 本列加宽 and 本列收窄: about 2 mm. */
const STEP_PX = 8;

/** What of a table decides the widths of its columns. */
function $tableToFit(table: TableNode): TableToFit {
  const rows = table.getChildren().map((row) =>
    ($isTableRowNode(row) ? row.getChildren() : [])
      .filter((cell) => $isTableCellNode(cell))
      .map((cell) => ({
        rowSpan: cell.getRowSpan(),
        colSpan: cell.getColSpan(),
        paragraphs: cell.getChildren().map((line) => {
          const text = line.getTextContent();
          return text === "" ? [] : [{ kind: "text" as const, text }];
        }),
      })),
  );
  return { rows, headerRows: $hasHeaderRow(table) ? 1 : 0 };
}

/** 按内容调整列宽 */
export function $fitColumnsToContent(): void {
  const table = $currentTable();
  if (!table) return;
  const columns = table.getColumnCount();
  table.setColWidths(widthsByContent($tableToFit(table), columns).map((twips) => twips / TWIPS_PER_PX));
}

/** How narrow each column may be made by hand, in px of the page: no number of it is parted. */
export const $narrowestColumns = (table: TableNode): readonly number[] =>
  numberNeeds($tableToFit(table), table.getColumnCount()).map((twips) => Math.max(NARROWEST_PX, twips / TWIPS_PER_PX));

/**
 * Moves width between a column and the one to its right; the table stays as wide as it is. A column that is narrower
 * than it should be may stay so, but gets no narrower.
 */
export function resizedWidths(
  widths: readonly number[],
  narrowest: readonly number[],
  { column, deltaPx }: { readonly column: number; readonly deltaPx: number },
): readonly number[] {
  const left = widths[column];
  const right = widths[column + 1];
  if (left === undefined || right === undefined) return widths;
  const mostLost = Math.max(0, left - (narrowest[column] ?? NARROWEST_PX));
  const mostWon = Math.max(0, right - (narrowest[column + 1] ?? NARROWEST_PX));
  const delta = Math.min(Math.max(deltaPx, -mostLost), mostWon);
  return widths.map((width, index) => (index === column ? left + delta : index === column + 1 ? right - delta : width));
}

/** Makes the column of the cursor, or the last of the selected cells, a step wider or narrower. */
export function $stepColumnWidth(wider: boolean): void {
  const table = $currentTable();
  const cell = $selectedCells().at(-1) ?? $currentCell();
  const widths = table?.getColWidths();
  if (!table || !cell || !widths) return;
  const { column } = $placeOf(table, cell);
  const last = Math.min(column + cell.getColSpan(), widths.length) - 1;
  const isAtEdge = last === widths.length - 1;
  // the last column has its neighbour on the left
  const change = isAtEdge
    ? { column: last - 1, deltaPx: wider ? -STEP_PX : STEP_PX }
    : { column: last, deltaPx: wider ? STEP_PX : -STEP_PX };
  table.setColWidths([...resizedWidths(widths, $narrowestColumns(table), change)]);
}
