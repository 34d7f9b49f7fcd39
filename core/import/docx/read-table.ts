import type { BlockOf, Inline, TableCell } from "../../document/blocks.ts";
import type { DocxItem } from "./document-items.ts";
import { inlineOf } from "./inline-content.ts";
import { chosenBranch, type ReadContext } from "./read-context.ts";
import { attributeOf, childOf, elementsOf, numberFrom, switchOf, valueOf, type XmlElement } from "./xml.ts";

/** Word itself has no more columns. */
const mostColumns = 63;
/** A frame around a whole text is no table. */
const mostParagraphsInBox = 8;

/** A cell as it stands in its row; a merged one is continued in every row it spans. */
type RawCell = {
  readonly column: number;
  readonly span: number;
  readonly continues: boolean;
  readonly paragraphs: readonly (readonly Inline[])[];
  readonly isCentred: boolean;
};
type RawRow = { readonly cells: readonly RawCell[]; readonly isHeader: boolean; readonly end: number };

/** What the cells of a table say of its surroundings. */
type Around = { readonly behind: DocxItem[]; startsPage: boolean; isFirstRow: boolean };

const wrappers = new Set(["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "mc:AlternateContent"]);

/** The elements of a name, also inside what may be put around rows and cells. */
function unwrapped(parent: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(parent).flatMap((child): readonly XmlElement[] => {
    if (child.name === name) return [child];
    if (!wrappers.has(child.name)) return [];
    const inside = child.name === "mc:AlternateContent" ? chosenBranch(child) : child;
    return inside === undefined ? [] : unwrapped(inside, name);
  });
}

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

function readCell(cell: XmlElement, column: number, context: ReadContext, around: Around): RawCell {
  const properties = childOf(cell, "w:tcPr");
  const merge = childOf(properties, "w:vMerge");
  const horizontal = childOf(properties, "w:hMerge");
  const paragraphs: (readonly Inline[])[] = [];
  let isCentred = false;
  for (const item of context.readBlocks(cell, context)) {
    switch (item.kind) {
      case "paragraph":
        if (paragraphs.length === 0) isCentred = item.alignment === "center";
        paragraphs.push(inlineOf(item.runs, { keepsBold: "emphasis" }));
        break;
      case "table":
        context.tally.nestedTables += 1;
        paragraphs.push(...flatten(item));
        break;
      case "image":
        context.tally.imagesInTables += 1;
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
  const isContinued = (element: XmlElement | undefined): boolean =>
    element !== undefined && attributeOf(element, "w:val") !== "restart";
  return {
    column,
    span: isContinued(horizontal)
      ? 0
      : Math.min(mostColumns, Math.max(1, numberFrom(valueOf(properties, "w:gridSpan")) ?? 1)),
    continues: isContinued(merge),
    paragraphs: paragraphs.length === 0 ? [[]] : paragraphs,
    isCentred,
  };
}

const emptyCell = (column: number, span: number): RawCell => ({
  column,
  span,
  continues: false,
  paragraphs: [[]],
  isCentred: false,
});

function readRow(row: XmlElement, context: ReadContext, around: Around): RawRow | null {
  const properties = childOf(row, "w:trPr");
  if (childOf(properties, "w:del") !== undefined) {
    context.tally.deleted += 1;
    return null;
  }
  const skipped = Math.min(mostColumns, numberFrom(valueOf(properties, "w:gridBefore")) ?? 0);
  const cells: RawCell[] = skipped > 0 ? [emptyCell(0, skipped)] : [];
  let column = Math.max(0, skipped);
  for (const element of unwrapped(row, "w:tc")) {
    const cell = readCell(element, column, context, around);
    const last = cells.at(-1);
    if (cell.span === 0 && last !== undefined) {
      cells[cells.length - 1] = { ...last, span: last.span + 1 };
      column += 1;
      continue;
    }
    const span = Math.min(Math.max(1, cell.span), mostColumns - column);
    if (span < 1) break;
    cells.push({ ...cell, span });
    column += span;
  }
  if (cells.length === 0) return null;
  return { cells, isHeader: switchOf(properties, "w:tblHeader") ?? false, end: column };
}

/** How many rows below go on with a cell. */
function rowSpanOf(rows: readonly RawRow[], at: number, { column, span }: RawCell): number {
  let end = at + 1;
  const goesOn = (row: RawRow | undefined): boolean =>
    row?.cells.some((cell) => cell.continues && cell.column === column && cell.span === span) === true;
  while (goesOn(rows[end])) end += 1;
  return end - at;
}

/** Merged cells as one cell each. A cell that goes on with none above it stands for itself. */
function mergeCells(
  rows: readonly RawRow[],
  columns: number,
): { readonly row: readonly TableCell[]; isHeader: boolean }[] {
  const open = new Map<string, number>();
  return rows.map((row, at) => {
    const own = row.cells.filter(
      ({ column, span, continues }) => !continues || (open.get(`${column}/${span}`) ?? 0) <= at,
    );
    const isShort = own.length > 0 && row.end < columns;
    const cells = (isShort ? [...own, emptyCell(row.end, columns - row.end)] : own).map((cell): TableCell => {
      const rowSpan = rowSpanOf(rows, at, cell);
      open.set(`${cell.column}/${cell.span}`, at + rowSpan);
      return { paragraphs: cell.paragraphs, rowSpan, colSpan: cell.span, align: cell.isCentred ? "center" : "start" };
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

function columnWidths(table: XmlElement, columns: number): readonly number[] {
  const widths = elementsOf(childOf(table, "w:tblGrid"))
    .filter(({ name }) => name === "w:gridCol")
    .map((column) => numberFrom(attributeOf(column, "w:w")) ?? 0);
  const given = widths.filter((width) => width > 0);
  const usual = given.length === 0 ? 100 : Math.round(given.reduce((sum, width) => sum + width, 0) / given.length);
  return Array.from({ length: columns }, (_, index) => {
    const width = widths[index] ?? 0;
    return width > 0 ? width : Math.max(1, usual);
  });
}

/** A table, and the images of its cells behind it. A single cell around a longer text gives the text itself. */
export function readTable(table: XmlElement, context: ReadContext): readonly DocxItem[] {
  const [onlyRow, ...otherRows] = unwrapped(table, "w:tr");
  const onlyCells = onlyRow === undefined ? [] : unwrapped(onlyRow, "w:tc");
  const [onlyCell] = onlyCells;
  if (otherRows.length === 0 && onlyCells.length === 1 && onlyCell !== undefined) {
    const inside = elementsOf(onlyCell).filter(({ name }) => name === "w:p" || name === "w:tbl");
    if (inside.length > mostParagraphsInBox) return context.readBlocks(onlyCell, context);
  }
  const around: Around = { behind: [], startsPage: false, isFirstRow: true };
  const raw: RawRow[] = [];
  for (const element of unwrapped(table, "w:tr")) {
    const row = readRow(element, context, around);
    if (row === null) continue;
    raw.push(row);
    around.isFirstRow = false;
  }
  const columns = raw.reduce((most, { end }) => Math.max(most, end), 0);
  const rows = withoutCoveredRows(mergeCells(raw, columns));
  if (rows.length === 0) return around.behind;
  const firstBody = rows.findIndex(({ isHeader }) => !isHeader);
  return [
    ...(around.startsPage ? [{ kind: "pageBreak" as const }] : []),
    {
      kind: "table",
      columnWidths: columnWidths(table, columns),
      headerRows: firstBody < 0 ? rows.length : firstBody,
      rows: rows.map(({ row }) => row),
    },
    ...around.behind,
  ];
}
