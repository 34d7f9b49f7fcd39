import type { PrintedBlockOf, PrintedCell } from "../../document/printed-block.ts";
import { placeCells, type PlacedCell } from "../../document/table-grid.ts";
import { faces, gbt9704 as layout } from "../gbt9704.ts";
import type { Alignment } from "../lines/place-line.ts";
import { tableColumnTwips } from "../table-columns.ts";
import { mmToTwip, ptToTwip } from "../units.ts";
import { centred, layOutText, type LaidText } from "./lay-out-paragraph.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { PartOfItem } from "./lay-out-paragraph.ts";
import { spansOf, unspacedLook } from "./text-looks.ts";

/** Room inside a cell and the pitch of its lines, in twips. */
export const cellTwips = {
  horizontal: mmToTwip(layout.tableCellPaddingHorizontalMm),
  vertical: mmToTwip(layout.tableCellPaddingVerticalMm),
  pitch: ptToTwip(layout.tableLinePitchPt),
  rule: ptToTwip(layout.tableRuleWidthPt),
} as const;

/** How thin rows are that a row is cut into: a fifth of a line, so that a page is filled to its last line. */
const PIECE = cellTwips.pitch / 5;

/** A line of a cell, with the paragraph of the cell that it belongs to. */
type CellLine = {
  readonly laid: LaidText;
  readonly paragraph: number;
  readonly line: LaidText["lines"][number];
};

/** A cell with its lines broken. */
export type LaidCell = {
  /** The row that it begins in and how many it covers, as the table is cut up for pages. */
  readonly row: number;
  readonly rowSpan: number;
  /** The same in the report's table. */
  readonly place: { readonly row: number; readonly rowSpan: number };
  readonly column: number;
  readonly colSpan: number;
  /** Edges, from the paper's left edge. */
  readonly leftTwips: number;
  readonly widthTwips: number;
  readonly lines: readonly CellLine[];
  /** Where each paragraph begins in the cell's text: one line feed between two. */
  readonly starts: readonly number[];
};

/**
 * A table with its rows' heights, before its rows have pages. A row that is higher than a page is cut into thin
 * rows, and its cells cover them all, as merged ones do: what has no room before a page's end goes on behind it.
 */
export type LaidTable = {
  readonly kind: "table";
  readonly part: PartOfItem;
  /** Left edge of each column and the right edge of the last, from the paper's left edge. */
  readonly edges: readonly number[];
  readonly heights: readonly number[];
  /** How high the rows before each row are together, and all of them behind the last. */
  readonly tops: readonly number[];
  readonly headerRows: number;
  /** The rows, from and behind the last, that one row of the report's table is cut into. */
  readonly cuts: readonly (readonly [from: number, to: number])[];
  /** All cells by the row that they begin in. */
  readonly cells: readonly LaidCell[];
  /** The first of `cells` that begins in each row or behind it, and their number behind the last. */
  readonly firstCells: readonly number[];
  /** The uppermost row that a cell standing in each row begins in. */
  readonly reaches: readonly number[];
};

/** Breaks the lines of all cells; a row is as high as its highest cell, a merged cell may raise its last row. */
export function layOutTable(table: PrintedBlockOf<"table">, index: number, context: LayoutContext): LaidTable {
  const { frameTwips } = context.layout;
  const widths = tableColumnTwips(table, frameTwips.typeAreaWidth);
  const edges = [frameTwips.left];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  const rows = placeCells(table.rows).map((row) => row.map((placed) => layOutCell(placed, { edges, table, context })));
  const cut = cutHighRows(rows, frameTwips.typeAreaHeight);
  const columns = edges.length - 1;
  return {
    kind: "table",
    part: { item: index, source: context.sourceOf(table), role: { kind: "cell" } },
    edges,
    heights: cut.heights,
    tops: runningSums(cut.heights),
    cuts: cut.firsts.flatMap((from, row) => {
      const to = cut.firsts[row + 1] ?? from;
      return to - from > 1 ? [[from, to] as const] : [];
    }),
    headerRows: cut.firsts[Math.min(table.headerRows, table.rows.length)] ?? 0,
    cells: cut.cells,
    firstCells: firstCellsOf(cut.cells, cut.heights.length),
    reaches: reachesOf(cut.cells, cut.heights.length, columns),
  };
}

type CutRows = {
  readonly heights: readonly number[];
  readonly cells: readonly LaidCell[];
  /** The first row that each row of the report's table is cut into, and their number behind the last. */
  readonly firsts: readonly number[];
};

/** Rows that no page could hold, cut into thin ones; all others as they are. */
function cutHighRows(rows: readonly (readonly LaidCell[])[], pageTwips: number): CutRows {
  const heights: number[] = [];
  const firsts: number[] = [];
  for (const height of rowHeights(rows)) {
    firsts.push(heights.length);
    if (height <= pageTwips) heights.push(height);
    else heights.push(...piecesOf(height, pageTwips));
  }
  firsts.push(heights.length);
  const cells = rows.flat().map((cell) => {
    const first = firsts[cell.row] ?? 0;
    return { ...cell, row: first, rowSpan: (firsts[cell.row + cell.rowSpan] ?? heights.length) - first };
  });
  return { heights, cells, firsts };
}

/** Enough of them for any place of the row on its pages; `placeTable` leaves out what is too much. */
function piecesOf(heightTwips: number, pageTwips: number): readonly number[] {
  const pages = Math.ceil(heightTwips / Math.max(pageTwips / 2, 1)) + 1;
  // every page may leave less than a line empty, and has the room around a cell's lines once more
  const most = heightTwips + pages * heightOfLines(1);
  return [heightOfLines(1), ...Array<number>(Math.ceil(most / PIECE)).fill(PIECE)];
}

function runningSums(numbers: readonly number[]): readonly number[] {
  const sums = [0];
  for (const number of numbers) sums.push((sums.at(-1) ?? 0) + number);
  return sums;
}

function firstCellsOf(cells: readonly LaidCell[], rows: number): readonly number[] {
  const firsts: number[] = [];
  cells.forEach(({ row }, index) => {
    while (firsts.length <= row) firsts.push(index);
  });
  while (firsts.length <= rows) firsts.push(cells.length);
  return firsts;
}

function reachesOf(cells: readonly LaidCell[], rows: number, columns: number): readonly number[] {
  const begins = Array<number>(columns).fill(0);
  const reaches: number[] = [];
  let next = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let cell = cells[next]; cell?.row === row; cell = cells[next]) {
      begins.fill(row, cell.column, cell.column + cell.colSpan);
      next += 1;
    }
    reaches.push(Math.min(row, ...begins));
  }
  return reaches;
}

type TableContext = {
  readonly edges: readonly number[];
  readonly table: PrintedBlockOf<"table">;
  readonly context: LayoutContext;
};

function layOutCell({ cell, row, column }: PlacedCell<PrintedCell>, { edges, table, context }: TableContext): LaidCell {
  const isHead = row < table.headerRows;
  const leftTwips = edges[column] ?? 0;
  const widthTwips = (edges[Math.min(column + cell.colSpan, edges.length - 1)] ?? 0) - leftTwips;
  const alignment: Alignment = isHead ? "center" : cell.align;
  const look = unspacedLook(isHead ? faces.tableHead : faces.body, layout.tableSizePt);
  const format = { ...centred(context.layout), alignment, pitch: cellTwips.pitch };
  const inside = Math.max(0, widthTwips - 2 * cellTwips.horizontal);
  const paragraphs = cell.paragraphs.map((content) =>
    layOutText(spansOf(content, look, context), format, context, {
      widthTwips: inside,
      mayHang: context.habits.hangsInCells,
    }),
  );
  const starts: number[] = [];
  let start = 0;
  for (const { text } of paragraphs) {
    starts.push(start);
    start += (text.offsets.at(-1) ?? 0) + 1;
  }
  const rowSpan = Math.min(cell.rowSpan, table.rows.length - row);
  const lines = paragraphs.flatMap((laid, paragraph) => laid.lines.map((line) => ({ laid, paragraph, line })));
  const place = { row, rowSpan };
  return { row, rowSpan, place, column, colSpan: cell.colSpan, leftTwips, widthTwips, lines, starts };
}

/** The height of a cell with so many lines, in twips. */
export const heightOfLines = (lines: number): number =>
  lines * cellTwips.pitch + 2 * cellTwips.vertical + cellTwips.rule;
const heightOfCell = ({ lines }: LaidCell): number => heightOfLines(Math.max(1, lines.length));

function rowHeights(rows: readonly (readonly LaidCell[])[]): readonly number[] {
  const heights = rows.map((row) =>
    Math.max(heightOfLines(1), ...row.filter(({ rowSpan }) => rowSpan === 1).map(heightOfCell)),
  );
  for (const cell of rows.flat()) {
    if (cell.rowSpan === 1) continue;
    const last = cell.row + cell.rowSpan - 1;
    const spanned = heights.slice(cell.row, last + 1).reduce((sum, height) => sum + height, 0);
    const lacking = heightOfCell(cell) - spanned;
    if (lacking > 0) heights[last] = (heights[last] ?? 0) + lacking;
  }
  return heights;
}
