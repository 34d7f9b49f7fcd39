import { attributeOf, type HtmlElement, isElement } from "./elements.ts";
import { wordsOf } from "./words.ts";
import type { DocumentItem, Tally } from "../word/document-items.ts";
import {
  type Around,
  cellContent,
  mostColumns,
  mostParagraphsInBox,
  type RawCell,
  type RawRow,
  tableOfRows,
} from "../word/table-cells.ts";

/** What stands in a cell. */
type ReadCell = (cell: HtmlElement) => readonly DocumentItem[];

const mostRows = 10_000;

const isCell = (element: HtmlElement): boolean => element.tagName === "td" || element.tagName === "th";

type Row = { readonly element: HtmlElement; readonly cells: readonly HtmlElement[]; readonly isHeader: boolean };

/** The rows of a table, those of tables in it left out. */
function rowsOf(table: HtmlElement): readonly Row[] {
  const parts = table.childNodes.filter(isElement);
  return parts.flatMap((part): readonly Row[] => {
    const rows =
      part.tagName === "tr" ? [part] : part.childNodes.filter(isElement).filter(({ tagName }) => tagName === "tr");
    return rows.map((row) => {
      const cells = row.childNodes.filter(isElement).filter(isCell);
      return {
        element: row,
        cells,
        isHeader: part.tagName === "thead" || (cells.length > 0 && cells.every(({ tagName }) => tagName === "th")),
      };
    });
  });
}

/** Word ends a table whose columns do not align by a row without height that shows their widths. */
function isGridRow({ element, cells }: Row): boolean {
  const isFlat =
    attributeOf(element, "height") === "0" || /(?:^|;)\s*height\s*:\s*0/iu.test(attributeOf(element, "style"));
  return isFlat && cells.every((cell) => wordsOf(cell) === "");
}

function spanOf(cell: HtmlElement, name: string, most: number): number {
  const span = Number.parseInt(attributeOf(cell, name) || "1", 10);
  return Math.min(Math.max(1, Number.isNaN(span) ? 1 : span), Math.max(1, most));
}

/** A cell that reaches down from a row above. */
type Hanging = { readonly column: number; readonly span: number; left: number };

/** Sets the cells of a row into its columns, around those that reach down into it. */
function placeRow(
  { cells, isHeader }: Row,
  hanging: Hanging[],
  rowsLeft: number,
  tally: Tally,
  read: (cell: HtmlElement, column: number) => Pick<RawCell, "paragraphs" | "align">,
): RawRow {
  const placed: RawCell[] = hanging
    .filter(({ left }) => left > 0)
    .map(({ column, span }) => ({ column, span, continues: true, paragraphs: [[]], align: "start" }));
  const isTaken = (column: number): boolean =>
    placed.some((cell) => column >= cell.column && column < cell.column + cell.span);
  for (const one of hanging) one.left -= 1;
  // those that end here are looked at no more
  hanging.splice(0, hanging.length, ...hanging.filter(({ left }) => left > 0));
  let column = 0;
  for (const cell of cells) {
    while (isTaken(column)) column += 1;
    if (column >= mostColumns) {
      // no table has more columns: the words stay, in the last one
      tally.cutTables += 1;
      const last = placed.at(-1);
      if (last !== undefined)
        placed[placed.length - 1] = { ...last, paragraphs: [...last.paragraphs, ...read(cell, column).paragraphs] };
      continue;
    }
    let span = 1;
    const wanted = spanOf(cell, "colspan", mostColumns - column);
    while (span < wanted && !isTaken(column + span)) span += 1;
    placed.push({ column, span, continues: false, ...read(cell, column) });
    const rowSpan = spanOf(cell, "rowspan", rowsLeft);
    if (rowSpan > 1) hanging.push({ column, span, left: rowSpan - 1 });
    column += span;
  }
  const sorted = placed.toSorted((one, other) => one.column - other.column);
  const last = sorted.at(-1);
  return { cells: sorted, isHeader, end: last === undefined ? 0 : last.column + last.span };
}

/** A table of a page, and the images of its cells behind it. A single cell around a text gives the text itself. */
export function tableOf(table: HtmlElement, readCell: ReadCell, tally: Tally): readonly DocumentItem[] {
  const all = rowsOf(table).filter((row) => !isGridRow(row));
  const rows = all.slice(0, mostRows);
  for (const { cells } of all.slice(mostRows)) {
    tally.cutTables += 1;
    for (const cell of cells) tally.leftOut.push(wordsOf(cell));
  }
  const [only, ...others] = rows.flatMap(({ cells }) => cells);
  if (only !== undefined && others.length === 0) {
    const items = readCell(only);
    if (items.length > mostParagraphsInBox || items.some(({ kind }) => kind === "table")) return items;
  }
  const around: Around = { behind: [], tally, startsPage: false, isFirstRow: true };
  const hanging: Hanging[] = [];
  const raw = rows.map((row, index) => {
    const placed = placeRow(row, hanging, rows.length - index, tally, (cell, column) =>
      cellContent(readCell(cell), column, { tally, around }),
    );
    around.isFirstRow = false;
    return placed;
  });
  const isFilled = raw.some(({ cells }) =>
    cells.some(({ paragraphs }) => paragraphs.some((content) => content.length > 0)),
  );
  return isFilled ? tableOfRows(raw, [], around) : around.behind;
}
