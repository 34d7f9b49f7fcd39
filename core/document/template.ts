import * as z from "zod";
import { blocksSchema } from "./blocks.ts";
import { figuresSchema } from "./figures.ts";
import { LONGEST_NOTE, MOST_LINES } from "./limits.ts";
import { guidesSchema, layoutPresets, metaSchema, reportTypes } from "./schema.ts";

/** The templates that come with the program, as people look for them: the common types first, the empty page last. */
export const builtInTemplateIds = [
  "fazhi-municipal",
  "fazhi-county",
  "fazhi-district",
  "enforcement",
  "audit-plan",
  "blank",
] as const;

/** The version of the template format, for templates that users saved with an older program. */
export const TEMPLATE_FORMAT_VERSION = 2;

/**
 * A report template, built in (`templates/*.json`) or saved by a user. Its text names no literal year:
 * years are `year` inlines, names and figures still to come are `blank` inlines.
 */
export const templateSchema = z.strictObject({
  format: z.literal("nianbao-template"),
  formatVersion: z.literal(TEMPLATE_FORMAT_VERSION),
  id: z.string().regex(/^[a-z0-9-]{1,64}$/u),
  name: z.string().min(1).max(80),
  /** One sentence: for whom, and how the report is built. */
  summary: z.string().max(LONGEST_NOTE),
  reportType: z.literal(reportTypes),
  preset: z.literal(layoutPresets),
  /** Deadlines and rules of the trade that hold for the whole report, with their source. */
  deadlines: z.array(z.string().max(LONGEST_NOTE)).max(MOST_LINES).readonly(),
  meta: metaSchema,
  blocks: blocksSchema,
  /** 数据台账: what the figures in `blocks` stand for. */
  figures: figuresSchema.default({}),
  /** By `sectionId`; the key `introduction` is for the text before the first heading. */
  guides: guidesSchema,
});
export type Template = Readonly<z.infer<typeof templateSchema>>;
