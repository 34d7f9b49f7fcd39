import fc from "fast-check";
import { type BlockOf, cellAlignments, type TableCell } from "../../../core/document/blocks.ts";
import { arbitraryContent } from "./arbitrary-inline.ts";

type Rectangle = { readonly row: number; readonly column: number; readonly height: number; readonly width: number };

/** Covers a grid with cells: every wish that still finds its place free is granted, the rest stays single. */
function layOut(
  rowCount: number,
  columnCount: number,
  wishes: readonly Rectangle[],
): readonly (readonly Rectangle[])[] {
  const taken = new Set<string>();
  const cells: Rectangle[] = [];
  const take = (cell: Rectangle): void => {
    const places: string[] = [];
    for (let row = cell.row; row < cell.row + cell.height; row += 1) {
      for (let column = cell.column; column < cell.column + cell.width; column += 1) places.push(`${row},${column}`);
    }
    const isInside = cell.row + cell.height <= rowCount && cell.column + cell.width <= columnCount;
    if (!isInside || places.some((place) => taken.has(place))) return;
    for (const place of places) taken.add(place);
    cells.push(cell);
  };
  for (const wish of wishes) take(wish);
  for (let row = 0; row < rowCount; row += 1) {
    for (let column = 0; column < columnCount; column += 1) take({ row, column, height: 1, width: 1 });
  }
  return Array.from({ length: rowCount }, (_, row) =>
    cells.filter((cell) => cell.row === row).sort((one, other) => one.column - other.column),
  );
}

const arbitraryCellText = fc.record({
  paragraphs: fc.array(arbitraryContent, { minLength: 1, maxLength: 2 }),
  align: fc.constantFrom(...cellAlignments),
});

/** Tables with cells merged along rows and columns. Every row begins at least one cell. */
export const arbitraryTable: fc.Arbitrary<BlockOf<"table">> = fc
  .record({ rowCount: fc.integer({ min: 1, max: 5 }), columnCount: fc.integer({ min: 1, max: 4 }) })
  .chain(({ rowCount, columnCount }) =>
    fc.record({
      wishes: fc.array(
        fc.record({
          row: fc.nat({ max: rowCount - 1 }),
          // the first column stays unmerged, so that no row is covered altogether
          column: fc.integer({ min: 1, max: Math.max(1, columnCount - 1) }),
          height: fc.integer({ min: 1, max: 3 }),
          width: fc.integer({ min: 1, max: 3 }),
        }),
        { maxLength: 4 },
      ),
      texts: fc.array(arbitraryCellText, { minLength: rowCount * columnCount, maxLength: rowCount * columnCount }),
      columnWidths: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: columnCount, maxLength: columnCount }),
      headerRows: fc.nat({ max: rowCount }),
      rowCount: fc.constant(rowCount),
      columnCount: fc.constant(columnCount),
    }),
  )
  .map(({ wishes, texts, columnWidths, headerRows, rowCount, columnCount }) => {
    const rows = layOut(rowCount, columnCount, wishes).map((row) =>
      row.map(({ row: y, column: x, height, width }): TableCell => {
        const text = texts[y * columnCount + x] ?? { paragraphs: [[]], align: "start" };
        return { ...text, rowSpan: height, colSpan: width };
      }),
    );
    return { kind: "table", columnWidths, headerRows, rows };
  });
