import { z } from "zod";
import { reviewDecisionSchema } from "./review.ts";
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

const textNode = z.looseObject({ type: z.literal("text"), text: z.string(), format: z.int() });
const tabNode = z.looseObject({ type: z.literal("tab") });
const lineBreakNode = z.looseObject({ type: z.literal("linebreak") });
/** `text` is what the editor shows; `label` alone counts. */
const blankNode = z.looseObject({ type: z.literal("blank"), label: z.string(), format: z.int().default(0) });
/** `text` is what the editor shows; it follows from 报告年度 and `offset`. */
const yearNode = z.looseObject({
  type: z.literal("year"),
  offset: z.literal(yearOffsets).default(0),
  format: z.int().default(0),
});
const leafNode = z.discriminatedUnion("type", [textNode, tabNode, lineBreakNode, blankNode, yearNode]);
/**
 * Text under review, as the editor library's own mark node holds it: `ids` name items of `ReportDocument.review`.
 * Marks within marks come from pasting into one.
 */
const markNode = z.looseObject({
  type: z.literal("mark"),
  ids: z.array(z.string()).default([]),
  get children() {
    return z.array(inlineNode);
  },
});
const inlineNode = z.union([leafNode, markNode]);
const inlineChildren = z.array(inlineNode);

const sectionState = { sectionId: z.string().default(""), done: z.boolean().default(false) };

/** Heading forms: on a line of its own, running into its paragraph, or a numbered paragraph that is no heading. */
export const headingForms = ["standalone", "runIn", "listItem"] as const;
export type HeadingForm = (typeof headingForms)[number];

const titleNode = z.looseObject({ type: z.literal("report-title"), children: inlineChildren, ...sectionState });
const headingNode = z.looseObject({
  type: z.literal("report-heading"),
  level: z.literal(headingLevels).default(1),
  form: z.literal(headingForms).default("standalone"),
  ordinal: ordinalSchema.default({ kind: "computed" }),
  children: inlineChildren,
  ...sectionState,
});
/** Body text. */
const paragraphNode = z.looseObject({ type: z.literal("paragraph"), children: inlineChildren });
/** A line with a role of its own: 主送, 署名, 成文日期, 附注. */
const lineNode = z.looseObject({
  type: z.literal("report-line"),
  role: z.literal(paragraphRoles).default("flush"),
  children: inlineChildren,
});
const tableCellNode = z.looseObject({
  type: z.literal("tablecell"),
  colSpan: z.int().min(1).default(1),
  rowSpan: z.int().min(1).default(1),
  /** Bit 1: header of its row (the row is a header row); the editor library's `TableCellHeaderStates`. */
  headerState: z.int().default(0),
  /** Horizontal alignment, a NodeState added by this program. */
  align: z.literal(cellAlignments).default("start"),
  children: z.array(paragraphNode),
});
const tableRowNode = z.looseObject({ type: z.literal("tablerow"), children: z.array(tableCellNode) });
const tableNode = z.looseObject({
  type: z.literal("table"),
  colWidths: z.array(z.number()).optional(),
  children: z.array(tableRowNode),
});
const imageNode = z.looseObject({
  type: z.literal("report-image"),
  imageId: z.string(),
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  displayWidthMm: z.number().positive().nullable().default(null),
  altText: z.string().default(""),
});
const pageBreakNode = z.looseObject({ type: z.literal("page-break") });

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
  reviewDecisions: z.record(z.string(), reviewDecisionSchema).optional(),
  /** Ids of `ReportDocument.replacements` that are in the text and were not taken back. */
  replacements: z.array(z.string()).readonly().optional(),
});

export const bodySchema = z.looseObject({
  root: z.looseObject({ type: z.literal("root"), children: z.array(blockNode), $: rootState.optional() }),
});

export type Body = z.infer<typeof bodySchema>;
export type InlineNode = z.infer<typeof inlineNode>;
export type BlockNode = z.infer<typeof blockNode>;
