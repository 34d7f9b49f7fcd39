import type PDFDocument from "pdfkit";
import type { StructureElement } from "pdfkit";
import { headingLevel, type TaggedPart } from "./tagged-part.ts";

type Cell = NonNullable<TaggedPart["part"]["cell"]>;

/** Parts that belong together, in the order of their first: `keyOf` tells which. */
function grouped(
  parts: readonly TaggedPart[],
  keyOf: (part: TaggedPart) => number | null,
): readonly (readonly TaggedPart[])[] {
  const groups = new Map<number | null, TaggedPart[]>();
  for (const part of parts) {
    const key = keyOf(part);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [part]);
    else group.push(part);
  }
  return [...groups.values()];
}

function addContents(element: StructureElement, parts: readonly TaggedPart[]): StructureElement {
  for (const { content } of parts) element.add(content);
  return element;
}

function addCell(document: PDFDocument, row: StructureElement, cell: Cell, parts: readonly TaggedPart[]): void {
  const element = document.struct(cell.header ? "TH" : "TD");
  const { rowSpan, colSpan } = cell;
  element.dictionary.data["A"] = {
    O: "Table",
    ...(rowSpan > 1 ? { RowSpan: rowSpan } : {}),
    ...(colSpan > 1 ? { ColSpan: colSpan } : {}),
    ...(cell.header ? { Scope: "Column" } : {}),
  };
  row.add(element);
  addContents(element, parts);
}

const placeKey = (row: number, column: number): number => row * 4096 + column;

/** Cells without a word are drawn as nothing; a table that is read aloud has them all the same. */
function addTable(document: PDFDocument, root: StructureElement, parts: readonly TaggedPart[]): void {
  const table = document.struct("Table");
  root.add(table);
  const byPlace = new Map<number, readonly TaggedPart[]>();
  const covered = new Set<number>();
  let [rows, columns] = [0, 0];
  for (const group of grouped(parts, ({ part: { cell } }) => (cell ? placeKey(cell.row, cell.column) : -1))) {
    const cell = group[0]?.part.cell;
    if (cell === undefined) continue;
    [rows, columns] = [Math.max(rows, cell.row + cell.rowSpan), Math.max(columns, cell.column + cell.colSpan)];
    byPlace.set(placeKey(cell.row, cell.column), group);
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.colSpan; column += 1)
        covered.add(placeKey(row, column));
    }
  }
  for (let row = 0; row < rows; row += 1) {
    const element = document.struct("TR");
    table.add(element);
    for (let column = 0; column < columns; column += 1) {
      const group = byPlace.get(placeKey(row, column));
      const cell = group?.[0]?.part.cell;
      if (group !== undefined && cell !== undefined) addCell(document, element, cell, group);
      else if (!covered.has(placeKey(row, column))) element.add(document.struct("TD"));
    }
  }
}

/** Paragraph, heading or picture: a run-in heading is followed by a paragraph of its own. */
function addBlock(document: PDFDocument, root: StructureElement, parts: readonly TaggedPart[]): void {
  for (const group of grouped(parts, headingLevel)) {
    const [first] = group;
    if (first === undefined) continue;
    const level = headingLevel(first);
    const { figure } = first;
    const element =
      figure !== undefined
        ? document.struct("Figure", { alt: figure.altText, bbox: figure.box })
        : document.struct(level === null ? "P" : `H${level}`);
    root.add(element);
    addContents(element, group);
  }
}

/** Makes the structure tree: Document, H1 to H6, P, Table with its rows and cells, Figure. */
export function addStructure(document: PDFDocument, parts: readonly TaggedPart[]): void {
  const root = document.struct("Document");
  document.addStructure(root);
  for (const group of grouped(parts, ({ part }) => part.item)) {
    if (group[0]?.part.role.kind === "cell") addTable(document, root, group);
    else addBlock(document, root, group);
  }
  root.end();
}
