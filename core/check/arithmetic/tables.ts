import type { BlockOf } from "../../document/blocks.ts";
import { inlineText } from "../../document/content-text.ts";
import type { Place } from "../../document/place.ts";
import { placeCells } from "../../document/table-grid.ts";
import type { CheckedBlock, CheckedReport } from "../checked-report.ts";
import type { FoundInReport } from "../rule.ts";

/** A cell by the column it stands in; null: it covers several. */
type Cell = { readonly text: string; readonly place: Place };
type Grid = readonly (readonly (Cell | undefined)[])[];

const sumName = /^(?:合\s{0,4}计|总\s{0,4}计|共\s{0,4}计)$/u;
const partName = /^小\s{0,4}计$/u;
const number = /^-?\d{1,3}(?:,?\d{3})*(?:\.\d+)?$/u;
const tolerance = 1e-6;

function gridOf(table: BlockOf<"table">, block: number, year: number): Grid {
  return placeCells(table.rows).map((row, rowIndex) => {
    const cells: (Cell | undefined)[] = [];
    for (const [cellIndex, { cell, column }] of row.entries()) {
      const text = cell.paragraphs.map((content) => inlineText(content, year)).join("\n");
      const place = { block, row: rowIndex, cell: cellIndex, start: 0, end: text.length };
      if (cell.colSpan === 1 && cell.rowSpan === 1) cells[column] = { text: text.trim(), place };
      else if (column === 0) cells[0] = { text: text.trim(), place };
    }
    return cells;
  });
}

/** Null: no number; an empty cell and a dash count nothing. */
function valueOf(cell: Cell | undefined): number | null {
  if (cell === undefined) return null;
  if (/^[—–-]?$/u.test(cell.text)) return 0;
  return number.test(cell.text) ? Number(cell.text.replaceAll(",", "")) : null;
}

const decimalsOf = ({ text }: Cell): number => /\.(\d+)/u.exec(text)?.[1]?.length ?? 0;
/** Parts that are rounded may be off by half of the last place each. */
const slackOf = (total: Cell, count: number): number =>
  decimalsOf(total) === 0 ? tolerance : (10 ** -decimalsOf(total) / 2) * (count + 1) + tolerance;

function told(total: Cell, parts: readonly Cell[], where: string): readonly FoundInReport[] {
  const values = parts.map(valueOf);
  const written = valueOf(total);
  if (written === null || total.text === "" || parts.length < 2 || values.includes(null)) return [];
  const sum = values.reduce<number>((one, other) => one + (other ?? 0), 0);
  if (Math.abs(sum - written) <= slackOf(total, parts.length)) return [];
  const shown = Number(sum.toFixed(6));
  return [{ place: total.place, message: `${where}各项相加为${shown}，与“${total.text}”不符，请核对。` }];
}

const isCell = (cell: Cell | undefined): cell is Cell => cell !== undefined;

/** Rows named 合计: each figure is the sum of those above it, or of the 小计 above it. */
function columnSums(grid: Grid): readonly FoundInReport[] {
  const width = Math.max(0, ...grid.map((row) => row.length));
  return grid.flatMap((row, rowIndex): readonly FoundInReport[] => {
    const name = row[0]?.text ?? "";
    if (!sumName.test(name) && !partName.test(name)) return [];
    const above = grid.slice(0, rowIndex);
    const lastPart = above.findLastIndex(
      ([first]) => partName.test(first?.text ?? "") || sumName.test(first?.text ?? ""),
    );
    return Array.from({ length: width }, (_, column) => column).flatMap((column): readonly FoundInReport[] => {
      const total = row[column];
      if (column === 0 || total === undefined) return [];
      const rows = partName.test(name) ? above.slice(lastPart + 1) : above;
      const hasParts = !partName.test(name) && above.some(([first]) => partName.test(first?.text ?? ""));
      const cells = rows
        .filter(([first]) => (hasParts ? partName.test(first?.text ?? "") : true))
        .map((cellsOfRow) => cellsOfRow[column]);
      // the head of a column is no part of its sum
      const firstNumber = cells.findIndex((cell) => valueOf(cell) !== null && cell?.text !== "");
      const parts = firstNumber < 0 ? [] : cells.slice(firstNumber);
      return parts.every(isCell) ? told(total, parts, "本列") : [];
    });
  });
}

/** Columns named 合计: each figure is the sum of those beside it, where all of them count the same. */
function rowSums(grid: Grid): readonly FoundInReport[] {
  const [head] = grid;
  const column = head?.findIndex((cell) => sumName.test(cell?.text ?? "")) ?? -1;
  if (head === undefined || column < 1) return [];
  return grid.slice(1).flatMap((row) => {
    const total = row[column];
    const others = row.filter(
      (cell, at) => at !== column && at > 0 && cell !== undefined && !/序号|备注|占比|率|%/u.test(head[at]?.text ?? ""),
    );
    const isLast = column === head.length - 1 || column === 1;
    return total !== undefined && isLast && others.every(isCell) && others.length === row.length - 2
      ? told(total, others, "本行")
      : [];
  });
}

/** Totals of tables that are not the sums of their columns or rows. */
export function wrongTotals({ blocks, year }: CheckedReport, _: readonly CheckedBlock[]): readonly FoundInReport[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== "table") return [];
    const grid = gridOf(block, index, year);
    return [...columnSums(grid), ...rowSums(grid)];
  });
}
