import * as z from "zod";
import { bodySchema } from "./body.ts";
import { LONGEST_ID, LONGEST_IMAGE, LONGEST_NOTE, MOST_ENTRIES, MOST_LINES } from "./limits.ts";
import { reportYearSchema } from "./report-year.ts";
import { MOST_REPLACEMENTS, replacementRecordSchema } from "./replacement-record.ts";
import { previousReportSchema, reviewSchema } from "./review.ts";

/** The version of the file format that this program writes. Raised together with a step in `migrate.ts`. */
export const FORMAT_VERSION = 2;

export const reportTypes = ["fazhi", "enforcement", "audit-plan", "other"] as const;
export type ReportType = (typeof reportTypes)[number];

/** Layout presets of GB/T 9704-2012; see `core/layout/`. */
export const layoutPresets = [
  "public-report",
  "official-document",
  "notice-with-attachment",
  /** 信函 */ "letter",
  /** 命令 */ "order",
  /** 纪要 */ "minutes",
] as const;
export type LayoutPreset = (typeof layoutPresets)[number];

/** A calendar day, `2026-03-01`; empty = not given. */
const optionalDay = z.union([z.literal(""), z.iso.date()]);
const line = z.string().max(500);
const lines = z.array(line).max(MOST_LINES).readonly();
const passage = z.string().max(LONGEST_NOTE);

/** 用印方式: "" 不盖章, 加盖印章, 加盖签发人签名章 (7.3.5). */
const sealForms = ["", "seal", "signature"] as const;

/** An attachment that is part of the report: what it is called on its own first page, and where it begins. */
const attachmentSchema = z.strictObject({
  title: line,
  /** `Block.id` of its first block; null: it is handed over as a file of its own. */
  content: z.string().min(1).max(LONGEST_ID).nullable(),
});

/** 公文要素: the elements of an official document outside its text. Placed by the layout, edited in a form. */
export const metaSchema = z.strictObject({
  /** 发文机关 */ issuingOrgan: line.default(""),
  /** 份号 */ copyNumber: line.default(""),
  /** 密级和保密期限 */ secrecy: line.default(""),
  /** 紧急程度 */ urgency: line.default(""),
  /** 发文字号 */ documentNumber: line.default(""),
  /** 签发人 */ signedOffBy: lines.default([]),
  /** 主送机关, with its closing ：or without */ mainRecipients: line.default(""),
  /** 附件说明: the names of the attachments, in order */ attachmentNames: lines.default([]),
  /** 署名: one organ a line */ signatories: lines.default([]),
  /** 成文日期 */ date: optionalDay.default(""),
  /** 附注, without its brackets */ note: line.default(""),
  /** 抄送机关 */ copyRecipients: line.default(""),
  /** 印发机关 */ printingOrgan: line.default(""),
  /** 印发日期 */ printingDate: optionalDay.default(""),
  /** 用印方式 */ sealForm: z.literal(sealForms).default(""),
  /** 签发人职务, one for each of `signedOffBy` in its order */ signerPosts: lines.default([]),
  /** 令号 */ orderNumber: line.default(""),
  /** 联合行文机关 beside `issuingOrgan`, in order */ jointOrgans: lines.default([]),
  /** 出席 */ attendees: passage.default(""),
  /** 请假 */ absentees: passage.default(""),
  /** 列席 */ observers: passage.default(""),
  /** 附件: what `attachmentNames` announce, as it stands in the report */
  attachments: z.array(attachmentSchema).max(MOST_LINES).readonly().default([]),
});
export type Meta = Readonly<z.infer<typeof metaSchema>>;

/** What the template says about one section. Copied into the report, so that a report is whole on its own. */
const sectionGuideSchema = z.strictObject({
  required: z.boolean(),
  /** What belongs here, in a sentence or two. */
  note: passage,
  /** Typical evidence, one a line. */
  evidence: z.array(passage).max(MOST_LINES).readonly(),
  /** Who in the bureau knows: departments to ask. */
  departments: z.array(passage).max(MOST_LINES).readonly(),
});
export type SectionGuide = Readonly<z.infer<typeof sectionGuideSchema>>;

/** The guide of the introduction before the first heading stands under this key. */
export const INTRODUCTION_SECTION_ID = "introduction";

const imageFileSchema = z.strictObject({
  mediaType: z.literal(["image/png", "image/jpeg"]),
  base64: z.base64().max(LONGEST_IMAGE),
});
export type ImageFile = Readonly<z.infer<typeof imageFileSchema>>;

export const guidesSchema = z
  .record(z.string().max(LONGEST_ID), sectionGuideSchema)
  .refine((guides) => Object.keys(guides).length <= MOST_ENTRIES, "too many guides");

/** One report as it stands in its file. */
export const reportSchema = z.strictObject({
  format: z.literal("nianbao-report"),
  formatVersion: z.literal(FORMAT_VERSION),
  id: z.uuid(),
  /** Counts the saves; a save that is based on an older one is refused. */
  revision: z.int().min(0),
  templateId: z.string().max(LONGEST_ID),
  reportType: z.literal(reportTypes),
  /** 报告年度: the year the report is about. */
  year: reportYearSchema,
  preset: z.literal(layoutPresets),
  meta: metaSchema,
  /** Guidance by `sectionId`. */
  guides: guidesSchema,
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
