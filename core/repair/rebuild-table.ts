import { readableText, sliceContent } from "./edit-content.ts";
import type { RepairActionOf } from "./repair.ts";
import type { Block, BlockOf, Inline, TableCell } from "../document/blocks.ts";

type Content = readonly Inline[];

/** Where a row is cut: its words between tabs. */
function cellsOfRow(content: Content, year: number): readonly Content[] {
  const cells: Content[] = [];
  let start = 0;
  for (const words of readableText(content, year).split("\t")) {
    const from = start + words.length - words.trimStart().length;
    cells.push(sliceContent(content, from, start + words.trimEnd().length, year));
    start += words.length + 1;
  }
  return cells;
}

function rowsOf(lines: readonly Content[], cells: RepairActionOf<"table">["cells"], year: number) {
  if (cells.by === "tab") return lines.map((content) => cellsOfRow(content, year));
  const rows: Content[][] = [];
  for (const [index, content] of lines.entries()) {
    if (index % cells.columns === 0) rows.push([]);
    rows.at(-1)?.push(content);
  }
  return rows;
}

/** Widths by the longest words of each column: a column of numbers is narrow, one of sentences wide. */
function widthsOf(rows: readonly (readonly Content[])[], columns: number, year: number): readonly number[] {
  return Array.from({ length: columns }, (_, column) => {
    const lengths = rows.map((row) => readableText(row[column] ?? [], year).length);
    return Math.min(16, Math.max(4, ...lengths));
  });
}

/** A table of the words that stood in lines; its first row is taken for the head. Null: no paragraphs are left. */
export function rebuildTable(
  blocks: readonly Block[],
  cells: RepairActionOf<"table">["cells"],
  year: number,
): BlockOf<"table"> | null {
  const lines = blocks.flatMap((block) => (block.kind === "paragraph" ? [block.content] : []));
  if (lines.length === 0 || lines.length < blocks.length) return null;
  const rows = rowsOf(lines, cells, year);
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const cell = (content: Content): TableCell => ({ paragraphs: [content], rowSpan: 1, colSpan: 1, align: "start" });
  return {
    kind: "table",
    columnWidths: widthsOf(rows, columns, year),
    headerRows: 1,
    rows: rows.map((row) => Array.from({ length: columns }, (_, column) => cell(row[column] ?? []))),
  };
}
