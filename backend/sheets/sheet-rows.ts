/** A sheet as rows of cells; every cell is text, a number exactly as it is written in the file. */
export type SheetRows = readonly (readonly string[])[];

/** No list of a bureau comes near; what is larger was made by a machine, or to harm. */
export const MOST_SHEET_ROWS = 20_000;
export const MOST_SHEET_COLUMNS = 200;
/** Characters of one cell, as in Excel. */
export const LONGEST_CELL = 32_767;

/** What a spreadsheet program takes for a formula when a text begins with it. */
const formulaStart = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;
const isNumber = /^[+-]?\d[\d,]*(?:\.\d+)?%?$/u;

/** A text that begins like a formula, marked as text as Excel does; a number stays one. */
export const guarded = (cell: string): string => (formulaStart.test(cell) && !isNumber.test(cell) ? `'${cell}` : cell);

/** The text without the mark of `guarded`. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && formulaStart.test(cell.slice(1)) ? cell.slice(1) : cell;
