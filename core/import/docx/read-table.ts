import type { DocxItem } from "../word/document-items.ts";
import { chosenBranch, type ReadContext } from "./read-context.ts";
import {
  type Around,
  cellContent,
  emptyCell,
  mostColumns,
  mostParagraphsInBox,
  type RawCell,
  type RawRow,
  tableOfRows,
} from "../word/table-cells.ts";
import { attributeOf, childOf, elementsOf, numberFrom, switchOf, valueOf, type XmlElement } from "./xml.ts";

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

function readCell(cell: XmlElement, column: number, context: ReadContext, around: Around): RawCell {
  const properties = childOf(cell, "w:tcPr");
  const merge = childOf(properties, "w:vMerge");
  const horizontal = childOf(properties, "w:hMerge");
  const isContinued = (element: XmlElement | undefined): boolean =>
    element !== undefined && attributeOf(element, "w:val") !== "restart";
  return {
    column,
    span: isContinued(horizontal)
      ? 0
      : Math.min(mostColumns, Math.max(1, numberFrom(valueOf(properties, "w:gridSpan")) ?? 1)),
    continues: isContinued(merge),
    ...cellContent(context.readBlocks(cell, context), column, { tally: context.tally, around }),
  };
}

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

/** Widths of the columns as the table gives them; some tables give none. */
const givenWidths = (table: XmlElement): readonly number[] =>
  elementsOf(childOf(table, "w:tblGrid"))
    .filter(({ name }) => name === "w:gridCol")
    .map((column) => numberFrom(attributeOf(column, "w:w")) ?? 0);

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
  return tableOfRows(raw, givenWidths(table), around);
}
