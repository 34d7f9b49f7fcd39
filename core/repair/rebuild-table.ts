import { sliceContent } from "../document/slice-content.ts";
import { maskedText } from "../document/content-text.ts";
import { alignFigures } from "../document/figure-columns.ts";
import { widthsByContent } from "../layout/fit-columns.ts";
import type { RepairActionOf } from "./repair.ts";
import type { Block, BlockOf, Inline, TableCell } from "../document/blocks.ts";

type Content = readonly Inline[];

/** Where a row is cut: its words between tabs. */
function cellsOfRow(content: Content, year: number): readonly Content[] {
  const cells: Content[] = [];
  let start = 0;
  for (const words of maskedText(content, year).split("\t")) {
    const from = start + words.length - words.trimStart().length;
    cells.push(sliceContent(content, from, start + words.trimEnd().length, year));
    start += words.length + 1;
  }
  return cells;
}

/** A cell of the grid; null where the cell above it goes on. */
type GridCell = Content | null;

function gridOf(
  lines: readonly Content[],
  cells: RepairActionOf<"table">["cells"],
  year: number,
): readonly (readonly GridCell[])[] {
  switch (cells.by) {
    case "tab":
      return lines.map((content) => cellsOfRow(content, year));
    case "line":
      return Array.from({ length: Math.ceil(lines.length / cells.columns) }, (_, row) =>
        lines.slice(row * cells.columns, (row + 1) * cells.columns),
      );
    case "cell":
      return cells.rows.map((row) =>
        row.map((source) => {
          if (source === "above") return null;
          return source === "empty" ? [] : (lines[source] ?? []);
        }),
      );
  }
}

/** Over how many rows a cell goes. */
function spanOf(rows: readonly (readonly GridCell[])[], row: number, column: number): number {
  let end = row + 1;
  while (end < rows.length && rows[end]?.[column] === null) end += 1;
  return end - row;
}

/** A table of the words that stood in lines; its first row is taken for the head. Null: no paragraphs are left. */
export function rebuildTable(
  blocks: readonly Block[],
  cells: RepairActionOf<"table">["cells"],
  year: number,
): BlockOf<"table"> | null {
  const lines = blocks.flatMap((block) => (block.kind === "paragraph" ? [block.content] : []));
  if (lines.length === 0 || lines.length < blocks.length) return null;
  const rows = gridOf(lines, cells, year);
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const table = {
    headerRows: 1,
    rows: rows.map((row, at) =>
      Array.from({ length: columns }, (_, column) => column).flatMap((column): readonly TableCell[] => {
        const content = column < row.length ? row[column] : [];
        if (content === null || content === undefined) return [];
        return [{ paragraphs: [content], rowSpan: spanOf(rows, at, column), colSpan: 1, align: "start" }];
      }),
    ),
  };
  return alignFigures({ kind: "table", columnWidths: widthsByContent(table, columns), ...table });
}
