import type { BlockOf, Inline, TableCell } from "../../document/blocks.ts";
import type { DocumentItem, Tally } from "./document-items.ts";
import { inlineOf } from "./inline-content.ts";
import { inlineText } from "../../document/content-text.ts";
import type { TableToFit } from "../../layout/column-needs.ts";
import { widthsByContent } from "../../layout/fit-columns.ts";

/** Word itself has no more columns. */
export const mostColumns = 63;
/** A frame around a whole text is no table. */
export const mostParagraphsInBox = 8;

/** A cell as it stands in its row; a merged one is continued in every row it spans. */
export type RawCell = {
  readonly column: number;
  readonly span: number;
  readonly continues: boolean;
  readonly paragraphs: readonly (readonly Inline[])[];
  readonly align: TableCell["align"];
};
export type RawRow = { readonly cells: readonly RawCell[]; readonly isHeader: boolean; readonly end: number };

/** What the cells of a table say of its surroundings. */
export type Around = {
  readonly behind: DocumentItem[];
  readonly tally: Tally;
  startsPage: boolean;
  isFirstRow: boolean;
};

/** A table inside a cell: a line for each row. */
function flatten({ rows }: BlockOf<"table">): readonly (readonly Inline[])[] {
  return rows.map((row) =>
    row.flatMap((cell, index): readonly Inline[] => [
      ...(index === 0 ? [] : [{ kind: "text" as const, text: "\t" }]),
      ...cell.paragraphs.flatMap((content, at): readonly Inline[] =>
        at === 0 ? content : [{ kind: "text", text: " " }, ...content],
      ),
    ]),
  );
}

/** A table on one line: its rows one behind the other. */
export const wordsOfTable = (table: BlockOf<"table">): string =>
  flatten(table)
    .map((row) => inlineText(row, 0).replaceAll("\t", " ").trim())
    .filter((row) => row !== "")
    .join("；");

/** What stands in a cell, as the paragraphs of a report's cell; what a cell cannot hold goes around the table. */
export function cellContent(
  items: readonly DocumentItem[],
  column: number,
  { tally, around }: { readonly tally: Tally; readonly around: Around },
): Pick<RawCell, "paragraphs" | "align"> {
  const paragraphs: (readonly Inline[])[] = [];
  let align: TableCell["align"] = "start";
  for (const item of items) {
    switch (item.kind) {
      case "paragraph":
        if (paragraphs.length === 0) align = item.alignment;
        paragraphs.push(inlineOf(item.runs, { keepsBold: "emphasis" }));
        break;
      case "table":
        tally.nestedTables += 1;
        paragraphs.push(...flatten(item));
        break;
      case "image":
        tally.imagesInTables += 1;
        around.behind.push(item);
        break;
      case "pageBreak":
        around.startsPage ||= column === 0 && paragraphs.length === 0 && around.isFirstRow;
        break;
    }
  }
  // blank lines around a cell's text are room, not text
  while (paragraphs.length > 1 && paragraphs.at(-1)?.length === 0) paragraphs.pop();
  while (paragraphs.length > 1 && paragraphs[0]?.length === 0) paragraphs.shift();
  return { paragraphs: paragraphs.length === 0 ? [[]] : paragraphs, align };
}

export const emptyCell = (column: number, span: number): RawCell => ({
  column,
  span,
  continues: false,
  paragraphs: [[]],
  align: "start",
});

/** How many rows below go on with a cell. */
function rowSpanOf(rows: readonly RawRow[], at: number, { column, span }: RawCell): number {
  let end = at + 1;
  const goesOn = (row: RawRow | undefined): boolean =>
    row?.cells.some((cell) => cell.continues && cell.column === column && cell.span === span) === true;
  while (goesOn(rows[end])) end += 1;
  return end - at;
}

/** Words of a cell that lies under a merged one: no program shows them. */
export function tellCovered(paragraphs: RawCell["paragraphs"], tally: Tally): void {
  const words = paragraphs.map((content) => inlineText(content, 0)).join("");
  if (words.trim() === "") return;
  tally.hidden += 1;
  tally.leftOut.push(words);
}

/** Merged cells as one cell each. A cell that goes on with none above it stands for itself. */
function mergeCells(
  rows: readonly RawRow[],
  columns: number,
  tally: Tally,
): { readonly row: readonly TableCell[]; isHeader: boolean }[] {
  const open = new Map<string, number>();
  return rows.map((row, at) => {
    const own = row.cells.filter(({ column, span, continues, paragraphs }) => {
      if (!continues || (open.get(`${column}/${span}`) ?? 0) <= at) return true;
      tellCovered(paragraphs, tally);
      return false;
    });
    const isShort = own.length > 0 && row.end < columns;
    const cells = (isShort ? [...own, emptyCell(row.end, columns - row.end)] : own).map((cell): TableCell => {
      const rowSpan = rowSpanOf(rows, at, cell);
      open.set(`${cell.column}/${cell.span}`, at + rowSpan);
      return { paragraphs: cell.paragraphs, rowSpan, colSpan: cell.span, align: cell.align };
    });
    return { row: cells, isHeader: row.isHeader };
  });
}

/** Rows in which no cell begins say nothing: they go, and the cells that reach over them get shorter. */
function withoutCoveredRows(rows: readonly { readonly row: readonly TableCell[]; isHeader: boolean }[]): typeof rows {
  const covered = rows.flatMap(({ row }, index) => (row.length === 0 ? [index] : []));
  if (covered.length === 0) return rows;
  return rows.flatMap(({ row, isHeader }, index) => {
    if (row.length === 0) return [];
    const shorten = (cell: TableCell): TableCell => {
      const lost = covered.filter((at) => at > index && at < index + cell.rowSpan).length;
      return lost === 0 ? cell : { ...cell, rowSpan: cell.rowSpan - lost };
    };
    return [{ row: row.map(shorten), isHeader }];
  });
}

/** As the file has them; one that is missing is as wide as the others are on average. */
function columnWidths(given: readonly number[], table: TableToFit, columns: number): readonly number[] {
  const known = given.filter((width) => width > 0);
  if (known.length === 0) return widthsByContent(table, columns);
  const usual = Math.round(known.reduce((sum, width) => sum + width, 0) / known.length);
  return Array.from({ length: columns }, (_, index) => {
    const width = given[index] ?? 0;
    return width > 0 ? width : Math.max(1, usual);
  });
}

/** Rows as a table, and the images of its cells behind it. */
export function tableOfRows(
  raw: readonly RawRow[],
  widths: readonly number[],
  { startsPage, behind, tally }: Around,
): readonly DocumentItem[] {
  const columns = raw.reduce((most, { end }) => Math.max(most, end), 0);
  const rows = withoutCoveredRows(mergeCells(raw, columns, tally));
  if (rows.length === 0) return behind;
  const firstBody = rows.findIndex(({ isHeader }) => !isHeader);
  const table = { headerRows: firstBody < 0 ? rows.length : firstBody, rows: rows.map(({ row }) => row) };
  return [
    ...(startsPage ? [{ kind: "pageBreak" as const }] : []),
    {
      kind: "table",
      columnWidths: columnWidths(widths, table, columns),
      ...table,
    },
    ...behind,
  ];
}
