import * as z from "zod";
import { figureDisplaySchema, figureIdSchema } from "./figures.ts";
import {
  LONGEST_ID,
  LONGEST_NOTE,
  LONGEST_TEXT,
  MOST_BLOCKS,
  MOST_COLUMNS,
  MOST_PARTS,
  MOST_PIXELS,
  MOST_ROWS,
  WIDEST_COLUMN,
  WIDEST_MM,
} from "./limits.ts";
import { fitsGrid } from "./table-grid.ts";

/**
 * The block model: what a report means, without how it looks. Imports and templates write it;
 * DOCX, PDF, text, outline and every check read it. The editor's own state (`body`) is converted
 * to it by `from-lexical.ts` and made from it by `to-lexical.ts`.
 */

/**
 * Heading level: 0 = 第X章, 1 = 一、, 2 = （一）, 3 = 1., 4 = （1） (GB/T 9704-2012 7.3.3 names 1–4;
 * chapters are practice for plans).
 */
export const headingLevels = [0, 1, 2, 3, 4] as const;
export type HeadingLevel = (typeof headingLevels)[number];

/**
 * How a heading's ordinal comes about. Numbers are computed and never stored, with two exceptions
 * that keep an imported text as it was until its writer repairs it:
 * `pattern` counts along but prints other marks, as in `(一)`; `typed` is a number that does not fit
 * the count, as `（1）` standing where `（一）` belongs.
 */
const ordinalMark = z.string().max(LONGEST_ID);
export const ordinalSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("computed") }),
  z.strictObject({ kind: z.literal("pattern"), before: ordinalMark, after: ordinalMark }),
  z.strictObject({ kind: z.literal("typed"), text: ordinalMark.min(1) }),
  z.strictObject({ kind: z.literal("none") }),
]);
export type Ordinal = Readonly<z.infer<typeof ordinalSchema>>;
export const computedOrdinal: Ordinal = { kind: "computed" };

/** A year that follows 报告年度: 0 = 本年度, -1 = 上年度, 1 = 下年度. Prints the four digits alone. */
export const yearOffsets = [-1, 0, 1] as const;
export type YearOffset = (typeof yearOffsets)[number];

/** 上标 and 下标: m², 10⁻³, H₂O. Words and counts take no notice of it. */
const scripts = ["super", "sub"] as const;
export type Script = (typeof scripts)[number];

/** Text under review belongs to the item of `ReportDocument.review` with this id. It prints as any other text. */
const reviewed = { reviewId: z.string().min(1).max(LONGEST_ID).optional() };
const bold = z.literal(true).optional();

const inlineSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("text"),
    text: z.string().min(1).max(LONGEST_TEXT),
    bold,
    script: z.literal(scripts).optional(),
    ...reviewed,
  }),
  /** A place the writer has still to fill; `label` says with what. */
  z.strictObject({ kind: z.literal("blank"), label: z.string().min(1).max(LONGEST_NOTE), bold }),
  z.strictObject({
    kind: z.literal("year"),
    offset: z.literal(yearOffsets),
    bold,
    ...reviewed,
  }),
  /** A figure of the ledger (数据台账): number and unit, as `text` last printed them. */
  z.strictObject({
    kind: z.literal("figure"),
    figureId: figureIdSchema,
    text: z.string().min(1).max(LONGEST_NOTE),
    /** Missing: as the ledger has it. */
    display: figureDisplaySchema.optional(),
    bold,
    ...reviewed,
  }),
  /** A soft line break inside one paragraph. */
  z.strictObject({ kind: z.literal("break") }),
]);
export type Inline = Readonly<z.infer<typeof inlineSchema>>;
const content = z.array(inlineSchema).max(MOST_PARTS).readonly();

/**
 * What a line outside the numbered text is for. `recipients` 主送机关, `signatory` 署名, `date` 成文日期, `note` 附注,
 * `caption` 表题, `imageCaption` 图题, `tableNote` 表注, `flush` a line that takes no indent. The layout places each
 * (7.3.2, 7.3.5, 7.3.6).
 */
export const paragraphRoles = [
  "body",
  "recipients",
  "signatory",
  "date",
  "note",
  "caption",
  "imageCaption",
  "tableNote",
  "flush",
] as const;
export type ParagraphRole = (typeof paragraphRoles)[number];

/** Stays with a block while it is moved and edited; unique within its report, where every block has one. */
const identity = { id: z.string().min(1).max(LONGEST_ID).optional() };

const section = {
  ...identity,
  /** Ties a heading to its guidance (`ReportDocument.guides`); stays with the heading when it moves. */
  sectionId: z.string().max(LONGEST_ID).optional(),
  /** The writer has marked the section 已完成. */
  done: z.literal(true).optional(),
};

export const cellAlignments = ["start", "center", "end"] as const;

const tableCellSchema = z.strictObject({
  /** One entry a paragraph of the cell; at least one. */
  paragraphs: z.array(content).min(1).max(MOST_PARTS).readonly(),
  rowSpan: z.int().min(1).max(MOST_ROWS),
  colSpan: z.int().min(1).max(MOST_COLUMNS),
  align: z.literal(cellAlignments),
});
export type TableCell = Readonly<z.infer<typeof tableCellSchema>>;

export const blockSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("title"), content, ...section }),
  z.strictObject({
    kind: z.literal("heading"),
    level: z.literal(headingLevels),
    ordinal: ordinalSchema,
    content,
    ...section,
  }),
  /** A heading that runs into its paragraph: only `heading` takes the heading's face. */
  z.strictObject({
    kind: z.literal("runInHeading"),
    level: z.literal(headingLevels),
    ordinal: ordinalSchema,
    heading: content,
    content,
    ...section,
  }),
  /** A numbered paragraph that is text, not a heading: counted with its level, absent from the outline. */
  z.strictObject({
    kind: z.literal("listItem"),
    level: z.literal(headingLevels),
    ordinal: ordinalSchema,
    content,
    ...identity,
  }),
  z.strictObject({
    kind: z.literal("paragraph"),
    role: z.literal(paragraphRoles),
    content,
    /** 表题 and 图题: its number (表1, 图1) is counted by the layout. */
    counted: z.literal(true).optional(),
    ...identity,
  }),
  z.strictObject({
    kind: z.literal("table"),
    ...identity,
    /** Stands on pages laid across (GB/T 9704-2012 clause 8). */
    landscape: z.literal(true).optional(),
    /** Pages that it goes on to begin with 续表. */
    continued: z.literal(true).optional(),
    /** Relative widths, one a column; the layout scales them to the type area. */
    columnWidths: z.array(z.number().positive().max(WIDEST_COLUMN)).min(1).max(MOST_COLUMNS).readonly(),
    /** How many rows at the top repeat on every page. */
    headerRows: z.int().min(0).max(MOST_ROWS),
    /** A row lists only the cells that begin in it, from left to right. */
    rows: z
      .array(z.array(tableCellSchema).max(MOST_COLUMNS).readonly())
      .min(1)
      .max(MOST_ROWS)
      .refine(fitsGrid, "the grid is too large")
      .readonly(),
  }),
  z.strictObject({
    kind: z.literal("image"),
    ...identity,
    /** SHA-256 of the file's bytes, hex. */
    imageId: z.string().regex(/^[0-9a-f]{64}$/u),
    widthPx: z.int().positive().max(MOST_PIXELS),
    heightPx: z.int().positive().max(MOST_PIXELS),
    /** Width on the page in mm; null = natural size at 96 dpi, never wider than the type area. */
    displayWidthMm: z.number().positive().max(WIDEST_MM).nullable(),
    altText: z.string().max(LONGEST_NOTE),
  }),
  z.strictObject({ kind: z.literal("pageBreak"), ...identity }),
]);
export const blocksSchema = z.array(blockSchema).max(MOST_BLOCKS).readonly();
export type Block = Readonly<z.infer<typeof blockSchema>>;
export type BlockKind = Block["kind"];
export type BlockOf<K extends BlockKind> = Extract<Block, { kind: K }>;
