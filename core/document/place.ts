import * as z from "zod";

/** A stretch of a text, in UTF-16 units; `end` is not part of it. */
export type Span = { readonly start: number; readonly end: number };

/**
 * A stretch of a report. `start` and `end` count UTF-16 units of what the block prints without its ordinal
 * (`inlineText`): a blank is 【label】, a year its four digits, a soft break one line feed; both parts of a run-in heading
 * are one text. Repair, rollover, comparison, replacing, review and checks all say with it where something stands.
 */
export type Place = Span & {
  /** Index of the block in the text. */
  readonly block: number;
  /** In a table: row, and cell among the cells that begin in it, from 0. Its paragraphs are parted by a line feed. */
  readonly row?: number | undefined;
  readonly cell?: number | undefined;
};

export const placeSchema = z.strictObject({
  block: z.int().min(0),
  row: z.int().min(0).optional(),
  cell: z.int().min(0).optional(),
  start: z.int().min(0),
  end: z.int().min(0),
}) satisfies z.ZodType<Place>;

/** A text that places count in: a block without cells, or one cell of a table. */
export type TextOfBlock = Pick<Place, "block" | "row" | "cell">;

export const isSameText = (one: TextOfBlock, other: TextOfBlock): boolean =>
  one.block === other.block && one.row === other.row && one.cell === other.cell;

/** What texts are told apart by in maps. */
export const textKey = ({ block, row, cell }: TextOfBlock): string => `${block} ${row ?? ""} ${cell ?? ""}`;

export const isSamePlace = (one: Place, other: Place): boolean =>
  isSameText(one, other) && one.start === other.start && one.end === other.end;

/** Negative where `one` stands before `other`, for sorting; 0 where they begin together. */
export const comparePlaces = (one: Place, other: Place): number =>
  one.block - other.block ||
  (one.row ?? 0) - (other.row ?? 0) ||
  (one.cell ?? 0) - (other.cell ?? 0) ||
  one.start - other.start;
