/**
 * What a PDF shows, read back from its bytes. Lengths are points from the paper's left and top edges; pages count from 0.
 */
export type MeasuredPdf = {
  readonly pages: readonly MeasuredPage[];
  /** What the file says of its own order of reading: the leaves of its structure tree. */
  readonly elements: readonly MeasuredElement[];
};

export type MeasuredPage = {
  readonly widthPt: number;
  readonly heightPt: number;
  /** Drawn text in the order of drawing: a line, or a part of one. */
  readonly pieces: readonly MeasuredPiece[];
  readonly rules: readonly MeasuredBox[];
  readonly images: readonly MeasuredBox[];
};

/** Text that the file marks as one. */
export type MeasuredPiece = {
  readonly page: number;
  /** Its number on the page in the structure tree; null: page number, stamp, repeated head, no part of the text. */
  readonly mark: number | null;
  /** What the file says that it reads; null: nothing. */
  readonly actualText: string | null;
  readonly baselinePt: number;
  readonly runs: readonly MeasuredRun[];
};

/** Glyphs side by side in one face and one look. What runs downwards has the lengths of the sheet when it is turned upright. */
export type MeasuredRun = {
  /** What each glyph says. */
  readonly characters: readonly string[];
  /** The left edge of each. */
  readonly xPt: readonly number[];
  /** The right edge of the last. */
  readonly endPt: number;
  readonly baselinePt: number;
  /** PostScript name. */
  readonly face: string;
  readonly sizePt: number;
  /** Its outline is drawn too. */
  readonly bold: boolean;
  readonly colour: MeasuredColour;
};

export type MeasuredColour = "black" | "red" | "other";

export type MeasuredBox = {
  readonly leftPt: number;
  readonly topPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly colour: MeasuredColour;
};

export type MeasuredElement = {
  /** `H1`, `P`, `TD`, … */
  readonly tag: string;
  readonly pieces: readonly MeasuredPiece[];
  /** In a table: how many rows the cell spans. */
  readonly cell: { readonly rowSpan: number } | null;
};

/** Drawn for a character that no face has. */
export const missingSign = "〓";

export const textOfRuns = (runs: readonly MeasuredRun[]): string =>
  runs.map(({ characters }) => characters.join("")).join("");

export const leftOf = ({ runs }: MeasuredPiece): number => Math.min(...runs.map(({ xPt }) => xPt[0] ?? Infinity));
export const rightOf = ({ runs }: MeasuredPiece): number => Math.max(...runs.map(({ endPt }) => endPt));
