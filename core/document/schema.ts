import { z } from "zod";
import { bodySchema } from "./body.ts";
import { MOST_REPLACEMENTS, replacementRecordSchema } from "./replacement-record.ts";
import { previousReportSchema, reviewSchema } from "./review.ts";

/** The version of the file format that this program writes. Raised together with a step in `migrate.ts`. */
export const FORMAT_VERSION = 1;

export const reportTypes = ["fazhi", "enforcement", "audit-plan", "other"] as const;
export type ReportType = (typeof reportTypes)[number];

/** Layout presets of GB/T 9704-2012; see `core/layout/`. */
export const layoutPresets = ["public-report", "official-document", "notice-with-attachment"] as const;
export type LayoutPreset = (typeof layoutPresets)[number];

/** A calendar day, `2026-03-01`; empty = not given. */
const optionalDay = z.union([z.literal(""), z.iso.date()]);
const line = z.string().max(500);

/** 公文要素: the elements of an official document outside its text. Placed by the layout, edited in a form. */
export const metaSchema = z.strictObject({
  /** 发文机关 */ issuingOrgan: line.default(""),
  /** 份号 */ copyNumber: line.default(""),
  /** 密级和保密期限 */ secrecy: line.default(""),
  /** 紧急程度 */ urgency: line.default(""),
  /** 发文字号 */ documentNumber: line.default(""),
  /** 签发人 */ signedOffBy: z.array(line).readonly().default([]),
  /** 主送机关, with its closing ：or without */ mainRecipients: line.default(""),
  /** 附件说明: the names of the attachments, in order */ attachmentNames: z.array(line).readonly().default([]),
  /** 署名: one organ a line */ signatories: z.array(line).readonly().default([]),
  /** 成文日期 */ date: optionalDay.default(""),
  /** 附注, without its brackets */ note: line.default(""),
  /** 抄送机关 */ copyRecipients: line.default(""),
  /** 印发机关 */ printingOrgan: line.default(""),
  /** 印发日期 */ printingDate: optionalDay.default(""),
});
export type Meta = Readonly<z.infer<typeof metaSchema>>;

/** What the template says about one section. Copied into the report, so that a report is whole on its own. */
export const sectionGuideSchema = z.strictObject({
  required: z.boolean(),
  /** What belongs here, in a sentence or two. */
  note: z.string(),
  /** Typical evidence, one a line. */
  evidence: z.array(z.string()).readonly(),
  /** Who in the bureau knows: departments to ask. */
  departments: z.array(z.string()).readonly(),
});
export type SectionGuide = Readonly<z.infer<typeof sectionGuideSchema>>;

/** The guide of the introduction before the first heading stands under this key. */
export const INTRODUCTION_SECTION_ID = "introduction";

const imageFileSchema = z.strictObject({
  mediaType: z.literal(["image/png", "image/jpeg"]),
  base64: z.base64(),
});
export type ImageFile = Readonly<z.infer<typeof imageFileSchema>>;

export const reportYearSchema = z.int().min(1949).max(2199);

/** One report as it stands in its file. */
export const reportSchema = z.strictObject({
  format: z.literal("nianbao-report"),
  formatVersion: z.literal(FORMAT_VERSION),
  id: z.uuid(),
  /** Counts the saves; a save that is based on an older one is refused. */
  revision: z.int().min(0),
  templateId: z.string(),
  reportType: z.literal(reportTypes),
  /** 报告年度: the year the report is about. */
  year: reportYearSchema,
  preset: z.literal(layoutPresets),
  meta: metaSchema,
  /** Guidance by `sectionId`. */
  guides: z.record(z.string(), sectionGuideSchema),
  /** The editor's state, lossless. Everything but the editor reads it through `blocksFromBody`. */
  body: bodySchema,
  /** Image files by SHA-256. Empty for reports of the library, which keeps images beside them; full in a file that travels alone. */
  images: z.record(z.string().regex(/^[0-9a-f]{64}$/u), imageFileSchema),
  /** What is to be checked since the report was rolled forward from last year's; missing in any other report. */
  review: reviewSchema.optional(),
  /** Last year's report, in the same case. */
  previous: previousReportSchema.optional(),
  /** What was replaced throughout the text, the latest last; missing where nothing was. */
  replacements: z.array(replacementRecordSchema).max(MOST_REPLACEMENTS).readonly().optional(),
  /** ISO 8601, UTC. */
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type ReportDocument = Readonly<z.infer<typeof reportSchema>>;

/** The part of a report that its writer edits and the window sends to be saved. */
export const reportEditSchema = reportSchema.pick({
  year: true,
  preset: true,
  meta: true,
  body: true,
  review: true,
  replacements: true,
});
export type ReportEdit = Readonly<z.infer<typeof reportEditSchema>>;
