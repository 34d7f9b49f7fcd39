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

/** A cell with its lines broken. */
export type LaidCell = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Edges, from the paper's left edge. */
  readonly leftTwips: number;
  readonly widthTwips: number;
  readonly paragraphs: readonly LaidText[];
  /** Where each paragraph begins in the cell's text: one line feed between two. */
  readonly starts: readonly number[];
};

/** A table with its rows' heights, before its rows have pages. */
export type LaidTable = {
  readonly kind: "table";
  readonly part: PartOfItem;
  /** Left edge of each column and the right edge of the last, from the paper's left edge. */
  readonly edges: readonly number[];
  readonly heights: readonly number[];
  readonly headerRows: number;
  /** The cells that begin in each row. */
  readonly rows: readonly (readonly LaidCell[])[];
};

/** Breaks the lines of all cells; a row is as high as its highest cell, a merged cell may raise its last row. */
export function layOutTable(table: PrintedBlockOf<"table">, index: number, context: LayoutContext): LaidTable {
  const { frameTwips } = context.layout;
  const widths = tableColumnTwips(table, frameTwips.typeAreaWidth);
  const edges = [frameTwips.left];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  const rows = placeCells(table.rows).map((row) => row.map((placed) => layOutCell(placed, { edges, table, context })));
  return {
    kind: "table",
    part: { item: index, source: context.sourceOf(table), role: { kind: "cell" } },
    edges,
    heights: rowHeights(rows),
    headerRows: Math.min(table.headerRows, table.rows.length),
    rows,
  };
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
  return { row, column, rowSpan, colSpan: cell.colSpan, leftTwips, widthTwips, paragraphs, starts };
}

/** How many lines all paragraphs of a cell have. */
export const linesOfCell = (cell: LaidCell): number =>
  cell.paragraphs.reduce((count, { lines }) => count + lines.length, 0);

const heightOfLines = (lines: number): number =>
  Math.max(1, lines) * cellTwips.pitch + 2 * cellTwips.vertical + cellTwips.rule;

function rowHeights(rows: readonly (readonly LaidCell[])[]): readonly number[] {
  const heights = rows.map((row) =>
    Math.max(
      heightOfLines(1),
      ...row.filter(({ rowSpan }) => rowSpan === 1).map((cell) => heightOfLines(linesOfCell(cell))),
    ),
  );
  for (const cell of rows.flat()) {
    if (cell.rowSpan === 1) continue;
    const last = cell.row + cell.rowSpan - 1;
    const spanned = heights.slice(cell.row, last + 1).reduce((sum, height) => sum + height, 0);
    const lacking = heightOfLines(linesOfCell(cell)) - spanned;
    if (lacking > 0) heights[last] = (heights[last] ?? 0) + lacking;
  }
  return heights;
}
