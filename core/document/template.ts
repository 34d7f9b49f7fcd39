import { z } from "zod";
import { blockSchema } from "./blocks.ts";
import { layoutPresets, metaSchema, reportTypes, sectionGuideSchema } from "./schema.ts";

/** The version of the template format, for templates that users saved with an older program. */
export const TEMPLATE_FORMAT_VERSION = 1;

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
  summary: z.string(),
  reportType: z.literal(reportTypes),
  preset: z.literal(layoutPresets),
  /** Deadlines and rules of the trade that hold for the whole report, with their source. */
  deadlines: z.array(z.string()).readonly(),
  meta: metaSchema,
  blocks: z.array(blockSchema).readonly(),
  /** By `sectionId`; the key `introduction` is for the text before the first heading. */
  guides: z.record(z.string(), sectionGuideSchema),
});
export type Template = Readonly<z.infer<typeof templateSchema>>;
