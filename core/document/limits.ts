/**
 * Bounds of the file format. They lie far beyond what a report needs and stop what no report means: a number that
 * makes a grid of two thousand million columns, a list that fills the memory.
 */

/** A table's columns; also the widest cell. Office programs stop at 63, web pages at 1,000. */
export const MOST_COLUMNS = 1000;
/** A table's rows; also the highest cell. */
export const MOST_ROWS = 10_000;
/** Places of a table's grid: columns × rows. */
export const MOST_GRID_PLACES = 200_000;

export const MOST_BLOCKS = 100_000;
/** Parts of one paragraph: runs, blanks, years, breaks. */
export const MOST_PARTS = 100_000;
/** Characters of one run, in UTF-16 units. */
export const LONGEST_TEXT = 5_000_000;
/** Characters of a description, a hint or a note. */
export const LONGEST_NOTE = 20_000;
/** Characters of an id. */
export const LONGEST_ID = 200;
/** Entries of a list that is shown as a list: figures, findings, review items. */
export const MOST_ENTRIES = 100_000;
/** Entries of one of 公文要素: signatories, attachments. */
export const MOST_LINES = 500;
/** Sides of an image in pixels, and its width on the page in millimetres. */
export const MOST_PIXELS = 100_000;
export const WIDEST_MM = 2000;
/** A column's width; widths are relative to each other. */
export const WIDEST_COLUMN = 1_000_000;
/** Characters of an image file in Base64: 75 MB. */
export const LONGEST_IMAGE = 100_000_000;
