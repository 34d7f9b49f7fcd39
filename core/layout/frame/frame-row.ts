import type { FontRole } from "../font-role.ts";
import type { Colour, FrameElement } from "../pages/page.ts";

/** Text of 版头 or 版记 in one look. */
export type FrameSpan = {
  readonly text: string;
  readonly role: FontRole;
  readonly sizePt: number;
  /** Between two characters. */
  readonly spacingTwips: number;
  readonly colour: Colour;
};

/** Text at one place of a line: where it begins, has its middle or ends, from the type area's left edge. */
export type FramePiece = {
  readonly spans: readonly FrameSpan[];
  readonly anchor: "start" | "center" | "end";
  readonly atTwips: number;
};

/**
 * What stands around the text, row by row from the top. Pages and DOCX are made from the same rows, so that both have them
 * at the same places. Lengths in twips, from the type area's left edge.
 */
export type FrameRow = {
  readonly beforeTwips: number;
  /** Below the row, before the next one. */
  readonly afterTwips: number;
  /** It stands this far below the paper's top edge and takes no room in the text; null: it stands below the row before. */
  readonly fixedTwips: number | null;
} & (FrameLine | JointMark | FrameRules);

export type FrameLine = {
  readonly kind: "line";
  readonly element: FrameElement;
  readonly pieces: readonly FramePiece[];
  readonly pitchTwips: number;
};

/** Joint organs below each other, and 文件 to their right in the middle of their height (7.2.4). */
export type JointMark = {
  readonly kind: "jointMark";
  readonly element: FrameElement;
  readonly organs: readonly FrameSpan[];
  readonly suffix: FrameSpan;
  readonly pitchTwips: number;
  readonly leftTwips: number;
  /** Of the organs' column; `suffix` begins behind it. */
  readonly organsTwips: number;
  readonly suffixTwips: number;
};

/** A rule, or two close together, below some white. */
export type FrameRules = {
  readonly kind: "rules";
  /** White above the first. */
  readonly pitchTwips: number;
  /** From the top. */
  readonly thicknessTwips: readonly number[];
  readonly gapTwips: number;
  readonly leftTwips: number;
  readonly widthTwips: number;
  readonly colour: Colour;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Height of a row without the white before and behind it. */
export const rowTwips = (row: FrameRow): number => (row.fixedTwips === null ? ownTwips(row) : 0);

/** Height of a row wherever it stands. */
export function ownTwips(row: FrameRow): number {
  switch (row.kind) {
    case "line":
      return row.pitchTwips;
    case "jointMark":
      return row.pitchTwips * row.organs.length;
    case "rules":
      return row.pitchTwips + sum(row.thicknessTwips) + row.gapTwips * (row.thicknessTwips.length - 1);
  }
}

/** Height of all rows. */
export const rowsTwips = (rows: readonly FrameRow[]): number =>
  sum(rows.map((row) => row.beforeTwips + rowTwips(row) + row.afterTwips));
