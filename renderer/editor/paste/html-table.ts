import { type BlockOf, type Inline, type TableCell } from "../../../core/document/blocks.ts";
import { alignFigures } from "../../../core/document/figure-columns.ts";
import { countColumns, placeCells } from "../../../core/document/table-grid.ts";
import { mostColumns } from "../../../core/import/word/table-cells.ts";
import { widthsByContent } from "../../../core/layout/fit-columns.ts";
import { cssOf } from "./html-style.ts";
import { type PastedItem } from "./pasted-items.ts";

/** Reads what stands in a cell. */
type ReadCell = (cell: Element) => readonly PastedItem[];

/** A table of the report: cells hold paragraphs only, and every row reaches the last column. */
export function tableBlock(
  table: HTMLTableElement,
  rows: readonly HTMLTableRowElement[],
  itemsOfCell: ReadCell,
): BlockOf<"table"> {
  const cells = withinColumns(
    clampRowSpans(rows.map((row) => [...row.cells].map((cell) => readCell(cell, itemsOfCell)))),
  );
  const columns = countColumns(cells);
  const filled = fillRows(cells, columns);
  const headerRows = rows.findIndex((row) => !isHeaderRow(row));
  const fitted = { headerRows: headerRows < 0 ? 0 : headerRows, rows: filled };
  return alignFigures({
    kind: "table",
    columnWidths: columnWidths(table, rows, columns) ?? widthsByContent(fitted, columns),
    ...fitted,
  });
}

function isHeaderRow(row: HTMLTableRowElement): boolean {
  return row.parentElement?.tagName === "THEAD" || [...row.cells].every((cell) => cell.tagName === "TH");
}

function readCell(cell: HTMLTableCellElement, itemsOfCell: ReadCell): TableCell {
  const paragraphs = itemsOfCell(cell).flatMap((item): (readonly Inline[])[] => {
    if (item.kind === "line") return [item.content];
    // A table in a cell: its text, cell by cell.
    return item.kind === "block" && item.block.kind === "table"
      ? item.block.rows.flatMap((row) => row.flatMap((one) => one.paragraphs))
      : [];
  });
  return {
    paragraphs: paragraphs.length === 0 ? [[]] : paragraphs,
    rowSpan: Math.max(1, cell.rowSpan),
    colSpan: Math.max(1, cell.colSpan),
    align: alignmentOf(cell),
  };
}

/** Of the cell, or of the first in it that has one: spreadsheets say it of the cell, writers' programs of its lines. */
function alignmentOf(cell: Element): TableCell["align"] {
  for (const element of [...cell.children, cell]) {
    const css = /(?:^|;)\s*text-align\s*:\s*(\w+)/iu.exec(cssOf(element))?.[1];
    const said = (css ?? element.getAttribute("align") ?? "").toLowerCase();
    if (said === "center") return "center";
    if (said === "right" || said === "end") return "end";
    if (said === "left" || said === "start") return "start";
  }
  return "start";
}

/** No cell reaches below the table. */
function clampRowSpans(rows: readonly (readonly TableCell[])[]): readonly (readonly TableCell[])[] {
  return rows.map((row, index) =>
    row.map((cell) => ({ ...cell, rowSpan: Math.min(cell.rowSpan, rows.length - index) })),
  );
}

/** No row reaches beyond the last column that a table may have: spans end there, and further cells join the last one. */
function withinColumns(rows: readonly (readonly TableCell[])[]): readonly (readonly TableCell[])[] {
  let hanging: { readonly span: number; readonly left: number }[] = [];
  return rows.map((row) => {
    let room = mostColumns - hanging.reduce((sum, { span }) => sum + span, 0);
    const begun: typeof hanging = [];
    const kept: TableCell[] = [];
    for (const cell of row) {
      const last = kept.at(-1);
      if (room < 1 && last !== undefined) {
        kept[kept.length - 1] = { ...last, paragraphs: [...last.paragraphs, ...cell.paragraphs] };
        continue;
      }
      const colSpan = Math.max(1, Math.min(cell.colSpan, room));
      room -= colSpan;
      // a row without room keeps its words, and nothing below it gives way to them
      const rowSpan = room < 0 ? 1 : cell.rowSpan;
      kept.push({ ...cell, colSpan, rowSpan });
      if (rowSpan > 1) begun.push({ span: colSpan, left: rowSpan });
    }
    hanging = [...hanging, ...begun].map(({ span, left }) => ({ span, left: left - 1 })).filter(({ left }) => left > 0);
    return kept;
  });
}

/** Every row reaches the last column: missing cells are empty ones. */
function fillRows(rows: readonly (readonly TableCell[])[], columns: number): readonly (readonly TableCell[])[] {
  const used = rows.map(() => 0);
  for (const { cell, row } of placeCells(rows).flat()) {
    for (let below = 0; below < cell.rowSpan; below += 1) used[row + below] = (used[row + below] ?? 0) + cell.colSpan;
  }
  return rows.map((row, index) => {
    const missing = Math.max(0, columns - (used[index] ?? 0));
    const empty = Array.from({ length: missing }, (): TableCell => ({
      paragraphs: [[]],
      rowSpan: 1,
      colSpan: 1,
      align: "start",
    }));
    return [...row, ...empty];
  });
}

/** As the page has them; null where it leaves them to the reader's window. */
function columnWidths(
  table: HTMLTableElement,
  rows: readonly HTMLTableRowElement[],
  columns: number,
): readonly number[] | null {
  const fromColumns = [...table.querySelectorAll("col")].map(widthOf);
  const fullRow = rows.find((row) => row.cells.length === columns);
  const fromCells = fullRow ? [...fullRow.cells].map(widthOf) : [];
  const found = [fromColumns, fromCells].find(
    (widths) => widths.length === columns && widths.every((width) => width > 0),
  );
  return found ?? null;
}

function widthOf(element: Element): number {
  const css = /(?:^|;)\s*width\s*:\s*([0-9.]+)/iu.exec(cssOf(element))?.[1];
  return Number.parseFloat(css ?? element.getAttribute("width") ?? "0") || 0;
}
