import * as z from "zod";
import { dismissedFindingsSchema } from "./dismissed-finding.ts";
import { figureDisplaySchema, figureIdSchema, figuresSchema } from "./figures.ts";
import {
  LONGEST_ID,
  LONGEST_NOTE,
  LONGEST_TEXT,
  MOST_BLOCKS,
  MOST_COLUMNS,
  MOST_ENTRIES,
  MOST_PARTS,
  MOST_PIXELS,
  MOST_ROWS,
  WIDEST_COLUMN,
  WIDEST_MM,
} from "./limits.ts";
import { MOST_REPLACEMENTS } from "./replacement-record.ts";
import { reviewDecisionSchema } from "./review.ts";
import { fitsGrid } from "./table-grid.ts";
import { cellAlignments, headingLevels, ordinalSchema, paragraphRoles, yearOffsets } from "./blocks.ts";

/**
 * The stored body: the editor's serialized state (Lexical JSON). Every node type that may stand in a
 * report is named here; `from-lexical.ts` is typed over this list, so a node without a conversion does
 * not compile, and a stored node that is not listed does not parse.
 *
 * Objects are loose: what the editor library adds for itself (versions, selection hints) is kept as it is.
 * Properties with a default are NodeState values, which the editor leaves out when they hold the default.
 */

/** Text format bits of the editor library that a report uses. All others are removed. */
export const TEXT_FORMAT_BOLD = 1;
/**
 * Emphasis: in Chinese typesetting what Latin script sets in italics is set in 楷体. A report uses it for one
 * thing only, the heading part of a run-in heading.
 */
export const TEXT_FORMAT_HEADING_PART = 2;
/** 下标 and 上标; of a text that claims both, 上标 counts. */
export const TEXT_FORMAT_SUBSCRIPT = 32;
export const TEXT_FORMAT_SUPERSCRIPT = 64;

/** The format bits of the editor library, eleven of them today. */
const format = z.int().min(0).max(0xffff);
const id = z.string().max(LONGEST_ID);

const textNode = z.looseObject({ type: z.literal("text"), text: z.string().max(LONGEST_TEXT), format });
const tabNode = z.looseObject({ type: z.literal("tab") });
const lineBreakNode = z.looseObject({ type: z.literal("linebreak") });
/** `text` is what the editor shows; `label` alone counts. */
const blankNode = z.looseObject({
  type: z.literal("blank"),
  label: z.string().max(LONGEST_NOTE),
  format: format.default(0),
});
/** `text` is what the editor shows; it follows from 报告年度 and `offset`. */
const yearNode = z.looseObject({
  type: z.literal("year"),
  offset: z.literal(yearOffsets).default(0),
  format: format.default(0),
});
/** `text` is what the editor shows: the value as the ledger last had it. */
const figureNode = z.looseObject({
  type: z.literal("figure"),
  figureId: figureIdSchema,
  text: z.string().min(1).max(LONGEST_NOTE),
  display: figureDisplaySchema.nullable().default(null),
  format: format.default(0),
});
const leafNode = z.discriminatedUnion("type", [textNode, tabNode, lineBreakNode, blankNode, yearNode, figureNode]);
/**
 * Text under review, as the editor library's own mark node holds it: `ids` name items of `ReportDocument.review`.
 * Marks within marks come from pasting into one.
 */
const markNode = z.looseObject({
  type: z.literal("mark"),
  ids: z.array(id).max(MOST_ENTRIES).default([]),
  get children() {
    return z.array(inlineNode).max(MOST_PARTS);
  },
});
const inlineNode = z.union([leafNode, markNode]);
const inlineChildren = z.array(inlineNode).max(MOST_PARTS);

/** NodeState of every block, under the key that the editor library gives it: `Block.id`. */
const blockState = z.looseObject({ blockId: id.optional() });
const block = { $: blockState.optional() };

const sectionState = { sectionId: id.default(""), done: z.boolean().default(false) };

/** Heading forms: on a line of its own, running into its paragraph, or a numbered paragraph that is no heading. */
export const headingForms = ["standalone", "runIn", "listItem"] as const;
export type HeadingForm = (typeof headingForms)[number];

const titleNode = z.looseObject({
  type: z.literal("report-title"),
  children: inlineChildren,
  ...sectionState,
  ...block,
});
const headingNode = z.looseObject({
  type: z.literal("report-heading"),
  level: z.literal(headingLevels).default(1),
  form: z.literal(headingForms).default("standalone"),
  ordinal: ordinalSchema.default({ kind: "computed" }),
  children: inlineChildren,
  ...sectionState,
  ...block,
});
/** Body text. */
const paragraphNode = z.looseObject({ type: z.literal("paragraph"), children: inlineChildren, ...block });
/** A line with a role of its own: 主送, 署名, 成文日期, 附注. */
const lineNode = z.looseObject({
  type: z.literal("report-line"),
  role: z.literal(paragraphRoles).default("flush"),
  counted: z.boolean().default(false),
  children: inlineChildren,
  ...block,
});
const tableCellNode = z.looseObject({
  type: z.literal("tablecell"),
  colSpan: z.int().min(1).max(MOST_COLUMNS).default(1),
  rowSpan: z.int().min(1).max(MOST_ROWS).default(1),
  /** Bit 1: header of its row (the row is a header row); the editor library's `TableCellHeaderStates`. */
  headerState: z.int().min(0).max(3).default(0),
  /** Horizontal alignment, a NodeState added by this program. */
  align: z.literal(cellAlignments).default("start"),
  children: z.array(paragraphNode).max(MOST_PARTS),
});
const tableRowNode = z.looseObject({ type: z.literal("tablerow"), children: z.array(tableCellNode).max(MOST_COLUMNS) });
const tableNode = z.looseObject({
  type: z.literal("table"),
  colWidths: z.array(z.number().min(0).max(WIDEST_COLUMN)).max(MOST_COLUMNS).optional(),
  children: z
    .array(tableRowNode)
    .max(MOST_ROWS)
    .refine((rows) => fitsGrid(rows.map(({ children }) => children)), "the grid is too large"),
  $: blockState.extend({ landscape: z.boolean().optional(), continued: z.boolean().optional() }).optional(),
});
const imageNode = z.looseObject({
  type: z.literal("report-image"),
  imageId: id,
  widthPx: z.int().positive().max(MOST_PIXELS),
  heightPx: z.int().positive().max(MOST_PIXELS),
  displayWidthMm: z.number().positive().max(WIDEST_MM).nullable().default(null),
  altText: z.string().max(LONGEST_NOTE).default(""),
  ...block,
});
const pageBreakNode = z.looseObject({ type: z.literal("page-break"), ...block });

const blockNode = z.discriminatedUnion("type", [
  titleNode,
  headingNode,
  paragraphNode,
  lineNode,
  tableNode,
  imageNode,
  pageBreakNode,
]);

/** NodeState of the root, under the key that the editor library gives it. */
const rootState = z.looseObject({
  reviewDecisions: z.record(id, reviewDecisionSchema).optional(),
  /** Ids of `ReportDocument.replacements` that are in the text and were not taken back. */
  replacements: z.array(id).max(MOST_REPLACEMENTS).readonly().optional(),
  figures: figuresSchema.optional(),
  dismissedFindings: dismissedFindingsSchema.optional(),
});

export const bodySchema = z.looseObject({
  root: z.looseObject({
    type: z.literal("root"),
    children: z.array(blockNode).max(MOST_BLOCKS),
    $: rootState.optional(),
  }),
});

export type Body = z.infer<typeof bodySchema>;
export type InlineNode = z.infer<typeof inlineNode>;
export type BlockNode = z.infer<typeof blockNode>;
