import { MOST_COLUMNS, MOST_GRID_PLACES } from "./limits.ts";

/** What of a cell counts for its place in the grid. */
export type CellSpan = { readonly rowSpan: number; readonly colSpan: number };

/** A cell with the column it begins in. */
export type PlacedCell<C extends CellSpan> = { readonly cell: C; readonly row: number; readonly column: number };

/** Gives every cell its column: a row lists only the cells that begin in it, the rest is covered from above. */
export function placeCells<C extends CellSpan>(rows: readonly (readonly C[])[]): readonly (readonly PlacedCell<C>[])[] {
  /** How many more rows each column is covered from above. */
  const covered: number[] = [];
  return rows.map((row, rowIndex) => {
    let column = 0;
    const placed = row.map((cell) => {
      while ((covered[column] ?? 0) > 0) column += 1;
      const place = { cell, row: rowIndex, column };
      // counts this row too, which is taken off below
      for (let offset = 0; offset < cell.colSpan; offset += 1) covered[column + offset] = cell.rowSpan;
      column += cell.colSpan;
      return place;
    });
    for (let index = 0; index < covered.length; index += 1) covered[index] = Math.max(0, (covered[index] ?? 0) - 1);
    return placed;
  });
}

/** How many columns a table has. */
export function countColumns(rows: readonly (readonly CellSpan[])[]): number {
  let columns = 0;
  for (const row of placeCells(rows)) {
    for (const { cell, column } of row) columns = Math.max(columns, column + cell.colSpan);
  }
  return columns;
}

/**
 * Whether a table's grid keeps within the bounds of the format. Looks at the cells alone, so that a cell that claims
 * millions of columns costs nothing.
 */
export function fitsGrid(rows: readonly (readonly CellSpan[])[]): boolean {
  let places = 0;
  for (const [index, row] of rows.entries()) {
    let columns = 0;
    for (const { colSpan, rowSpan } of row) {
      columns += colSpan;
      places += colSpan * Math.min(rowSpan, rows.length - index);
    }
    if (columns > MOST_COLUMNS || places > MOST_GRID_PLACES) return false;
  }
  return true;
}
