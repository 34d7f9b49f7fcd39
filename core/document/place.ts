/**
 * A stretch of the text. `start` and `end` count UTF-16 units of what the block prints without its ordinal: a blank is
 * 【label】, a year its four digits, a soft break one line feed; both parts of a run-in heading are one text.
 */
export type Place = {
  /** Index of the block in the text. */
  readonly block: number;
  /** In a table: row, and cell among the cells that begin in it, from 0. Its paragraphs are parted by a line feed. */
  readonly row?: number;
  readonly cell?: number;
  readonly start: number;
  readonly end: number;
};
