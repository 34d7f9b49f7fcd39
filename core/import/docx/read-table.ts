import { type DocumentItem, emptyTally, type Tally } from "../word/document-items.ts";
import { noteUnknown } from "../word/unknown.ts";
import { checkProperties } from "./known-properties.ts";
import { isRangeMark } from "./range-marks.ts";
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
  tellCovered,
} from "../word/table-cells.ts";
import {
  attributeOf,
  childOf,
  elementsOf,
  numberFrom,
  switchOf,
  textOf,
  valueOf,
  type XmlElement,
} from "../word/xml.ts";

const wrappers = new Set(["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "mc:AlternateContent"]);

const deletions = new Set(["w:del", "w:moveFrom"]);
const unread = new Set(["w:tblPr", "w:tblGrid", "w:tblPrEx", "w:trPr", "w:sdtPr", "w:sdtEndPr", "w:customXmlPr"]);

/** All elements that may stand around rows and cells and that this reader knows. */
export const knownTableParts: readonly string[] = ["w:tr", "w:tc", ...wrappers, ...deletions, ...unread];

/** The elements of a name, also inside what may be put around rows and cells. */
function unwrapped(parent: XmlElement, name: "w:tr" | "w:tc", tally: Tally): readonly XmlElement[] {
  return elementsOf(parent).flatMap((child): readonly XmlElement[] => {
    if (child.name === name) return [child];
    if (deletions.has(child.name)) {
      tally.deleted += 1;
      tally.leftOut.push(textOf(child));
    } else if (!wrappers.has(child.name)) {
      if (unread.has(child.name) || isRangeMark(child.name)) return [];
      noteUnknown(tally, "元素", child.name);
    }
    const inside = child.name === "mc:AlternateContent" ? chosenBranch(child) : child;
    return inside === undefined || deletions.has(child.name) ? [] : unwrapped(inside, name, tally);
  });
}

function readCell(cell: XmlElement, column: number, context: ReadContext, around: Around): RawCell {
  const properties = childOf(cell, "w:tcPr");
  checkProperties(properties, "cell", context.tally);
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
  checkProperties(properties, "row", context.tally);
  if (childOf(properties, "w:del") !== undefined) {
    context.tally.deleted += 1;
    context.tally.leftOut.push(textOf(row));
    return null;
  }
  const skipped = Math.min(mostColumns, numberFrom(valueOf(properties, "w:gridBefore")) ?? 0);
  const cells: RawCell[] = skipped > 0 ? [emptyCell(0, skipped)] : [];
  let column = Math.max(0, skipped);
  for (const element of unwrapped(row, "w:tc", context.tally)) {
    const cell = readCell(element, column, context, around);
    const last = cells.at(-1);
    if (cell.span === 0 && last !== undefined) {
      tellCovered(cell.paragraphs, context.tally);
      cells[cells.length - 1] = { ...last, span: last.span + 1 };
      column += 1;
      continue;
    }
    const span = Math.min(Math.max(1, cell.span), mostColumns - column);
    if (span < 1) {
      // no table has more columns: the words stay, in the last one
      context.tally.cutTables += 1;
      const before = cells.at(-1);
      if (before !== undefined)
        cells[cells.length - 1] = { ...before, paragraphs: [...before.paragraphs, ...cell.paragraphs] };
      continue;
    }
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
export function readTable(table: XmlElement, context: ReadContext): readonly DocumentItem[] {
  checkProperties(childOf(table, "w:tblPr"), "table", context.tally);
  const rows = unwrapped(table, "w:tr", context.tally);
  const [onlyRow, ...otherRows] = rows;
  const onlyCells = onlyRow === undefined ? [] : unwrapped(onlyRow, "w:tc", emptyTally());
  const [onlyCell] = onlyCells;
  if (otherRows.length === 0 && onlyCells.length === 1 && onlyCell !== undefined) {
    const inside = elementsOf(onlyCell).filter(({ name }) => name === "w:p" || name === "w:tbl");
    if (inside.length > mostParagraphsInBox) return context.readBlocks(onlyCell, context);
  }
  const around: Around = { behind: [], tally: context.tally, startsPage: false, isFirstRow: true };
  const raw: RawRow[] = [];
  for (const element of rows) {
    const row = readRow(element, context, around);
    if (row === null) continue;
    raw.push(row);
    around.isFirstRow = false;
  }
  return tableOfRows(raw, givenWidths(table), around);
}
