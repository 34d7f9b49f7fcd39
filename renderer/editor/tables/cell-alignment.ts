import { $isTableCellNode, TableCellHeaderStates, type TableCellNode } from "@lexical/table";
import { alignFigures } from "../../../core/document/figure-columns.ts";
import { type TableCell } from "../../../core/document/blocks.ts";
import { $currentCell, $currentTable, $rowsOf, $selectedCells } from "./tables.ts";

type Align = TableCell["align"];

/** The selected cells, or the one at the cursor, that can be aligned: heads always stand in the middle. */
function $cellsToAlign(): readonly TableCellNode[] {
  const selected = $selectedCells();
  const cell = $currentCell();
  const cells = selected.length > 0 ? selected : cell ? [cell] : [];
  return cells.filter((one) => !one.hasHeaderState(TableCellHeaderStates.ROW));
}

export const $canAlign = (): boolean => $cellsToAlign().length > 0;

const alignOf = (cell: TableCellNode): Align => {
  const format = cell.getFormatType();
  return format === "center" || format === "end" ? format : "start";
};

/** How the selected cells are aligned; null where they differ, or only heads are selected. */
export function $cellAlign(): Align | null {
  const aligns = new Set($cellsToAlign().map(alignOf));
  const [only = null] = aligns;
  return aligns.size === 1 ? only : null;
}

export function $alignCells(align: Align): void {
  for (const cell of $cellsToAlign()) cell.setFormat(align === "start" ? "" : align);
}

/** Sets whole columns of amounts to the right (数字列右对齐); what is aligned already stays. */
export function $alignFigureColumns(): void {
  const table = $currentTable();
  if (!table) return;
  const nodes = $rowsOf(table);
  const rows = nodes.map((row) =>
    row.map((cell): TableCell => ({
      rowSpan: cell.getRowSpan(),
      colSpan: cell.getColSpan(),
      align: alignOf(cell),
      paragraphs: cell.getChildren().map((line) => {
        const text = line.getTextContent();
        return text === "" ? [] : [{ kind: "text", text }];
      }),
    })),
  );
  const headerRows = nodes.findIndex((row) => !row.every((cell) => cell.hasHeaderState(TableCellHeaderStates.ROW)));
  const aligned = alignFigures({ kind: "table", columnWidths: [1], headerRows: Math.max(0, headerRows), rows });
  aligned.rows.forEach((row, at) =>
    row.forEach(({ align }, index) => {
      const cell = nodes[at]?.[index];
      if (align === "end" && $isTableCellNode(cell) && cell.getFormatType() !== "end") cell.setFormat("end");
    }),
  );
}
