/** What a DOCX says of its text and its looks, read back from its bytes. It holds no lines and no pages. */
export type MeasuredDocx = {
  readonly sections: readonly MeasuredSection[];
  /** Of the text and its tables, in order, with the looks that styles and runs give them together. */
  readonly paragraphs: readonly MeasuredParagraph[];
  readonly headers: readonly MeasuredMargin[];
  readonly footers: readonly MeasuredMargin[];
  readonly hasOddAndEven: boolean;
  /** Rows of tables, and how many of them may be split by the end of a page. */
  readonly rows: number;
  readonly splittableRows: number;
};

/** Lengths in twips. */
export type MeasuredSection = {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  /** From the paper's edge to the footer's bottom. */
  readonly footer: number;
  readonly grid: MeasuredGrid | null;
};

/** A grid of lines: twips between two, and what each character is widened by (0: it has no grid of characters). */
export type MeasuredGrid = { readonly linePitch: number; readonly spacingTwips: number };

export type MeasuredParagraph = {
  /** Without the ends of lines inside it. */
  readonly text: string;
  /** Of a paragraph in a frame that of the frame. */
  readonly alignment: string;
  /** Of an exact line height, in twips; null: another. */
  readonly exactPitch: number | null;
  /** Other line heights in 240ths of a single line, which follow the grid where the paragraph does; null: exact, or at least so high. */
  readonly lineShare: number | null;
  readonly isOnGrid: boolean;
  readonly leftIndent: number;
  readonly rightIndent: number;
  readonly isInTable: boolean;
  /** It stands in a text box, at a place that is not told here. */
  readonly isInBox: boolean;
  readonly runs: readonly MeasuredTextRun[];
};

export type MeasuredTextRun = {
  readonly text: string;
  /** Names of faces for Chinese and for Western characters; a theme's is "". */
  readonly face: string;
  readonly westernFace: string;
  readonly sizePt: number;
  readonly bold: boolean;
  readonly spacingTwips: number;
};

/** A header or footer. A field stands in its text as `{PAGE}`. */
export type MeasuredMargin = {
  readonly kind: "default" | "even" | "first";
  readonly paragraphs: readonly MeasuredParagraph[];
};
