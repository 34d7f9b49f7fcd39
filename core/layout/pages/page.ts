import type { PrintedSource } from "../../document/assemble.ts";

/**
 * What the layout makes of a report: pages of lines, rules and images, each at its place. PDF, preview, print, page ends
 * on screen and page counts all read this one result and lay out nothing themselves.
 *
 * Lengths are points (1/72 inch). x grows to the right from the paper's left edge, y downwards from its top edge.
 */
export type Page = {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly items: readonly PageItem[];
};

export type PageItem = Line | RuleLine | PlacedImage;

/** One line of text on one baseline. */
export type Line = {
  readonly kind: "line";
  readonly baselinePt: number;
  /** From left to right. */
  readonly runs: readonly Run[];
  /** What the line is a part of; null: an artifact, such as a page number, that is no part of the text. */
  readonly part: Part | null;
  /**
   * On a page laid across: it stands where it stands on upright pages. Its lengths are those of the upright sheet, which
   * is turned clockwise here: what is at (x, y) there is at (`widthPt` − y, x) on the page.
   */
  readonly turned?: true;
};

/** Characters that stand side by side in one face and one look. */
export type Run = {
  /** What is printed, one entry of `xPt` for each of its code points. */
  readonly text: string;
  /** Left edge of each code point. */
  readonly xPt: readonly number[];
  /** The face file, see `Faces`. */
  readonly face: FaceId;
  readonly sizePt: number;
  /** How far above its line's baseline it stands; negative below. */
  readonly risePt: number;
  /** The face has no bold of its own: draw its outline too. Advances stay. */
  readonly bold: boolean;
  readonly colour: Colour;
};

export type Colour = "black" | "red";

/** A straight rule: of a table, of 版头 or 版记. `y` is the middle of its thickness for a level one, `x` for an upright one. */
export type RuleLine = {
  readonly kind: "rule";
  readonly x1Pt: number;
  readonly y1Pt: number;
  readonly x2Pt: number;
  readonly y2Pt: number;
  readonly thicknessPt: number;
  readonly colour: Colour;
};

export type PlacedImage = {
  readonly kind: "image";
  readonly xPt: number;
  readonly yPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly imageId: string;
  readonly altText: string;
  readonly part: Part;
};

/** Where in the report a line stands, for tags, for the way back into the text, and for measuring. */
export type Part = {
  /** Index of the item among the items laid out (`flowOf`): lines of one paragraph share it. */
  readonly item: number;
  readonly source: PartSource;
  readonly role: PartRole;
  /** Only in a table. `rowSpan` and `colSpan` as in the block model. */
  readonly cell?: {
    readonly row: number;
    readonly column: number;
    readonly rowSpan: number;
    readonly colSpan: number;
    readonly header: boolean;
  };
  /**
   * The stretch of the item's printed text, ordinal included, that the line shows: UTF-16 units. In a cell, of the cell's text.
   */
  readonly start: number;
  readonly end: number;
};

/** Of the text, or of what stands around it: a field of 公文要素. */
export type PartSource = PrintedSource | { readonly kind: "frame"; readonly element: FrameElement };

/** The fields that 版头 and 版记 show. */
export const frameElements = [
  "copyNumber",
  "secrecy",
  "urgency",
  "issuingOrgan",
  "documentNumber",
  "copyRecipients",
  "printingOrgan",
] as const;
export type FrameElement = (typeof frameElements)[number];

export type PartRole =
  | { readonly kind: "title" }
  /** 1–5, see `headingRanks`; a run-in heading's first `headingLength` UTF-16 units are the heading. */
  | { readonly kind: "heading"; readonly rank: number; readonly headingLength?: number }
  | { readonly kind: "paragraph" }
  | { readonly kind: "cell" }
  | { readonly kind: "figure" };

/** Names one face file in one place, as `Faces` knows it. */
export type FaceId = string;
