import type { Line } from "./lines.ts";

const fewestLines = 4;
const longestAverageCell = 60;

/**
 * Which lines are cells of tables that a conversion wrote one a line, each behind a tab. A text whose paragraphs are
 * indented with tabs has longer lines and more of them end as sentences.
 */
export function findTableCells(lines: readonly Line[]): readonly boolean[] {
  const isCell = lines.map(() => false);
  let start = 0;
  while (start < lines.length) {
    let end = start;
    while (lines[end]?.isTabbed === true) end += 1;
    const run = lines.slice(start, end);
    if (run.length >= fewestLines) {
      const characters = run.reduce((sum, { text }) => sum + text.length, 0);
      const sentences = run.filter(({ text }) => text.endsWith("。")).length;
      if (characters / run.length <= longestAverageCell && sentences * 3 <= run.length) isCell.fill(true, start, end);
    }
    start = Math.max(end, start + 1);
  }
  return isCell;
}

const fewestCells = 3;
const cellsOf = ({ text }: Line): number => text.split("\t").filter((cell) => cell.trim() !== "").length;

/** How many lines are rows of tables, their cells apart by tabs, as a copy from a spreadsheet leaves them. */
export function countTabbedRows(lines: readonly Line[]): number {
  const isRow = lines.map((line) => line.text.includes("\t") && cellsOf(line) >= fewestCells);
  return isRow.filter((row, index) => row && (isRow[index - 1] === true || isRow[index + 1] === true)).length;
}
