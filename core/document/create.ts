import { withBlockIds } from "./block-ids.ts";
import { mapParagraphs, paragraphsOf } from "./block-content.ts";
import type { Block, Inline } from "./blocks.ts";
import { type Figures, withoutValues } from "./figures.ts";
import { figuresIn, withFigures } from "./body-state.ts";
import { blocksFromBody } from "./from-lexical.ts";
import { inlineText } from "./content-text.ts";
import { isOpen } from "./inline-traits.ts";
import {
  FORMAT_VERSION,
  type LayoutPreset,
  type Meta,
  metaSchema,
  type ReportDocument,
  type ReportType,
} from "./schema.ts";
import { type Template, TEMPLATE_FORMAT_VERSION } from "./template.ts";
import { titleOf } from "./title.ts";
import { withoutId, withoutProgress, withoutText, withYearVariables } from "./to-template.ts";
import { bodyFromBlocks } from "./to-lexical.ts";
import { withoutReview } from "./without-review.ts";
import { guessYear } from "../import/guess-year.ts";
import type { ImportedText } from "../import/imported-text.ts";

/** Blanks of a template that ask for the organ itself, filled as soon as it is known. */
const organLabels: readonly string[] = ["发文机关", "单位名称"];

function fillOrgan(content: readonly Inline[], organ: string): readonly Inline[] {
  return content.map((inline): Inline => {
    if (!isOpen(inline) || !organLabels.includes(inline.label)) return inline;
    return { kind: "text", text: organ, ...(inline.bold === true ? { bold: true } : {}) };
  });
}

/** A text that is signed by a line of its own is not signed a second time. */
function withOrgan(meta: Meta, organ: string, blocks: readonly Block[]): Meta {
  const isSigned = blocks.some((block) => block.kind === "paragraph" && block.role === "signatory");
  return { ...meta, issuingOrgan: organ, signatories: isSigned ? meta.signatories : [organ] };
}

type NewReport = { readonly id: string; readonly now: Date; readonly year: number };

function reportOf(
  { id, now, year }: NewReport,
  blocks: readonly Block[],
  rest: Pick<ReportDocument, "templateId" | "reportType" | "preset" | "meta" | "guides">,
  figures: Figures = {},
): ReportDocument {
  const time = now.toISOString();
  return {
    format: "nianbao-report",
    formatVersion: FORMAT_VERSION,
    id,
    revision: 0,
    year,
    ...rest,
    body: withBlockIds(withFigures(bodyFromBlocks(blocks, year), figures), id),
    images: {},
    createdAt: time,
    updatedAt: time,
  };
}

/** A new report from a template. `organ` (发文机关) may be empty; then its blanks stay. */
export function createReport(
  options: NewReport & { readonly template: Template; readonly organ: string },
): ReportDocument {
  const { template, year } = options;
  const organ = options.organ.trim();
  const { id: templateId, reportType, preset, guides } = template;
  const blocks =
    organ === ""
      ? template.blocks
      : template.blocks.map((block) => mapParagraphs(block, (content) => fillOrgan(content, organ)));
  const meta = organ === "" ? template.meta : withOrgan(template.meta, organ, blocks);
  return reportOf({ ...options, year }, blocks, { templateId, reportType, preset, meta, guides }, template.figures);
}

/** What kind of report a title names; a text without one is known by what its beginning speaks of. */
function reportTypeOf(title: string, beginning: string): ReportType {
  if (/规划/u.test(title)) return "audit-plan";
  if (/执法/u.test(title)) return "enforcement";
  if (/法治|依法行政/u.test(title)) return "fazhi";
  return title === "" && /法治政府建设/u.test(beginning) ? "fazhi" : "other";
}

/** Text of the first blocks, as far as it tells what a report is about. */
function beginningOf(blocks: readonly Block[], year: number): string {
  return blocks
    .slice(0, 5)
    .flatMap(paragraphsOf)
    .map((content) => inlineText(content, year).slice(0, 500))
    .join("\n");
}

/** A text that others are attached to is a notice, unless it shows a number without the red head that belongs to it. */
function presetOf({ blocks, meta, preset = "public-report" }: ImportedText): LayoutPreset {
  const hasAttachment = blocks.filter(({ kind }) => kind === "title").length > 1;
  return hasAttachment && (preset !== "public-report" || meta.documentNumber === undefined)
    ? "notice-with-attachment"
    : preset;
}

/** A report from an imported text. `year`: null = the year that the text itself names most plainly. */
export function reportFromImport(options: {
  readonly imported: ImportedText;
  readonly year: number | null;
  readonly id: string;
  readonly now: Date;
}): ReportDocument {
  const { imported, id, now } = options;
  const { blocks } = imported;
  const year = options.year ?? guessYear(imported) ?? now.getFullYear();
  return reportOf({ id, now, year }, blocks, {
    templateId: "",
    reportType: reportTypeOf(titleOf(blocks, year), beginningOf(blocks, year)),
    preset: presetOf(imported),
    meta: { ...metaSchema.parse({}), ...imported.meta },
    guides: {},
  });
}

/**
 * A template of the user's own from a report. Years near 报告年度 become year variables, dates and 发文字号 go, and
 * so do images: they belong to one year. Without `keepText` only titles, headings and the heads of tables stay.
 */
export function templateFromReport(options: {
  readonly report: ReportDocument;
  readonly id: string;
  readonly name: string;
  readonly keepText: boolean;
}): Template {
  const { report, id, name, keepText } = options;
  const { reportType, preset, guides, year } = report;
  const figures = figuresIn(report.body);
  const blocks = blocksFromBody(report.body).filter(({ kind }) => kind !== "image");
  return {
    format: "nianbao-template",
    formatVersion: TEMPLATE_FORMAT_VERSION,
    id,
    name,
    summary: `由《${titleOf(blocks, year) || name}》保存`,
    reportType,
    preset,
    deadlines: [],
    meta: {
      ...report.meta,
      date: "",
      printingDate: "",
      documentNumber: "",
      signedOffBy: [],
      orderNumber: "",
      attachments: [],
    },
    blocks: (keepText ? blocks : withoutText(blocks)).map((block) =>
      withYearVariables(withoutId(withoutProgress(withoutReview(block))), year),
    ),
    guides,
    figures: keepText ? figures : withoutValues(figures),
  };
}
