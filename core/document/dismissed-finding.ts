import * as z from "zod";
import { LONGEST_ID, LONGEST_NOTE, MOST_ENTRIES } from "./limits.ts";

/**
 * A finding of the checker that its writer does not follow. It stays dismissed wherever the sentence stands as it
 * stood, and is open again as soon as the sentence changes.
 */
const dismissedFindingSchema = z.strictObject({
  /** Id of the rule, `PU-01`. */
  rule: z.string().min(1).max(LONGEST_ID),
  sentence: z.string().max(LONGEST_NOTE),
  reason: z.string().max(LONGEST_NOTE),
  /** "" when no name is known. */
  by: z.string().max(500),
  at: z.iso.datetime(),
});

export const dismissedFindingsSchema = z.array(dismissedFindingSchema).max(MOST_ENTRIES).readonly();
export type DismissedFinding = Readonly<z.infer<typeof dismissedFindingSchema>>;
