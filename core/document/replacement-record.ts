import * as z from "zod";
import { LONGEST_ID, LONGEST_NOTE, LONGEST_TEXT, MOST_ENTRIES } from "./limits.ts";

/** More are forgotten, the oldest first. */
export const MOST_REPLACEMENTS = 200;

/**
 * What was replaced at one go, by whom and when. That it was taken back again is not written here: a body carries the
 * ids of the replacements that are in it, so that the editor's undo and redo keep the record true by themselves.
 */
export const replacementRecordSchema = z.strictObject({
  id: z.string().min(1).max(LONGEST_ID),
  at: z.iso.datetime(),
  /** "" when no name is known. */
  by: z.string().max(LONGEST_NOTE),
  query: z.string().min(1).max(LONGEST_TEXT),
  replacement: z.string().max(LONGEST_TEXT),
  /** Places that were replaced. */
  count: z.int().min(1),
  /** Sentences in which they stand; `sentences` may hold fewer. */
  sentenceCount: z.int().min(1),
  sentences: z
    .array(z.strictObject({ before: z.string().max(LONGEST_TEXT), after: z.string().max(LONGEST_TEXT) }))
    .max(MOST_ENTRIES)
    .readonly(),
});
export type ReplacementRecord = Readonly<z.infer<typeof replacementRecordSchema>>;
