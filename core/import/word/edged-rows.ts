import type { DocumentItem, Tally } from "./document-items.ts";
import {
  type Around,
  cellContent,
  mostColumns,
  mostParagraphsInBox,
  type RawCell,
  type RawRow,
  tableOfRows,
} from "./table-cells.ts";

export type CellMerge = { readonly isMergedLeft: boolean; readonly continues: boolean };
/** How a row is divided: where its cells end, in twips, and which belong together. */
export type RowDefinition = {
  readonly edges: readonly number[];
  readonly merges: readonly CellMerge[];
  readonly isHeader: boolean;
};
/** A row as it is found: what stands in its cells, and how they lie. */
export type FoundRow = { readonly cells: readonly (readonly DocumentItem[])[]; readonly definition: RowDefinition };

/** A row of which nothing is known but its cells. */
export const undefinedRow: RowDefinition = { edges: [], merges: [], isHeader: false };

/** Edges closer than this are one, which a hand drew twice. */
const sameEdgeTwips = 30;
const usualCellTwips = 1000;
const mostCells = 255;
const unmerged: CellMerge = { isMergedLeft: false, continues: false };

/** As many edges as the row has cells, whatever its definition says. */
function completeEdges(edges: readonly number[], cells: number): readonly number[] {
  const complete = edges.slice(0, cells + 1);
  if (complete.length === 0) complete.push(0);
  while (complete.length < cells + 1) complete.push((complete.at(-1) ?? 0) + usualCellTwips);
  // an edge left of the one before it would turn a cell inside out
  for (let index = 1; index < complete.length; index += 1)
    complete[index] = Math.max(complete[index] ?? 0, complete[index - 1] ?? 0);
  return complete;
}

/** The edges of all rows as one grid: places of columns, from left to right. */
function gridOf(rows: readonly (readonly number[])[]): readonly number[] {
  const all = [...new Set(rows.flat())].sort((one, other) => one - other);
  const divide = (tolerance: number): readonly number[] => {
    const grid: number[] = [];
    for (const edge of all) if (grid.length === 0 || edge - (grid.at(-1) ?? 0) > tolerance) grid.push(edge);
    return grid;
  };
  let tolerance = sameEdgeTwips;
  let grid = divide(tolerance);
  while (grid.length > mostColumns + 1) {
    tolerance *= 2;
    grid = divide(tolerance);
  }
  return grid;
}

/** The column that an edge begins. */
function columnAt(grid: readonly number[], edge: number): number {
  let column = 0;
  while (column + 1 < grid.length && (grid[column + 1] ?? 0) <= edge) column += 1;
  return column;
}

type Column = { readonly grid: readonly number[]; readonly tally: Tally; readonly around: Around };

function readRow(
  { cells, definition: { merges, isHeader } }: FoundRow,
  edges: readonly number[],
  { grid, tally, around }: Column,
): RawRow {
  const read: RawCell[] = [];
  let column = columnAt(grid, edges[0] ?? 0);
  const indent = column;
  for (const [index, items] of cells.entries()) {
    const end = columnAt(grid, edges[index + 1] ?? 0);
    const merge = merges[index] ?? unmerged;
    const last = read.at(-1);
    const content = cellContent(items, column, { tally, around });
    if (last !== undefined && (merge.isMergedLeft || end <= column)) {
      const hasText = content.paragraphs.some((paragraph) => paragraph.length > 0);
      const paragraphs = hasText ? [...last.paragraphs, ...content.paragraphs] : last.paragraphs;
      read[read.length - 1] = { ...last, span: last.span + Math.max(0, end - column), paragraphs };
    } else {
      const span = Math.max(1, end - column);
      read.push({ column, span, continues: merge.continues, ...content });
      column += span;
      continue;
    }
    column = Math.max(column, end);
  }
  const empty: RawCell = { column: 0, span: indent, continues: false, paragraphs: [[]], align: "start" };
  return { cells: indent > 0 ? [empty, ...read] : read, isHeader, end: column };
}

const isFilled = (item: DocumentItem): boolean => item.kind !== "paragraph" || item.runs.length > 0;

/** Rows as a table, and the images of its cells behind it. A single cell around a longer text gives the text itself. */
export function tableOfFoundRows(rows: readonly FoundRow[], tally: Tally): readonly DocumentItem[] {
  const [onlyCell, ...otherCells] = rows.flatMap(({ cells }) => cells);
  if (onlyCell !== undefined && otherCells.length === 0 && onlyCell.length > mostParagraphsInBox) return onlyCell;
  const found = rows
    .filter(({ cells }) => cells.length > 0)
    .map((row) => {
      const beyond = row.cells.slice(mostCells - 1).flat();
      if (row.cells.length > mostCells) tally.cutTables += 1;
      const cells = row.cells.length > mostCells ? [...row.cells.slice(0, mostCells - 1), beyond] : row.cells;
      return { row: { ...row, cells }, edges: completeEdges(row.definition.edges, cells.length) };
    });
  const grid = gridOf(found.map(({ edges }) => edges));
  const around: Around = { behind: [], tally, startsPage: false, isFirstRow: true };
  const raw = found.map(({ row, edges }) => {
    const read = readRow(row, edges, { grid, tally, around });
    around.isFirstRow = false;
    return read;
  });
  if (!rows.some(({ cells }) => cells.some((items) => items.some(isFilled)))) return around.behind;
  const widths = grid.slice(1).map((edge, index) => edge - (grid[index] ?? 0));
  return tableOfRows(raw, widths, around);
}
