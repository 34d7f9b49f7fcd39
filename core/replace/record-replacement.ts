import { MOST_REPLACEMENTS, type ReplacementRecord } from "../document/replacement-record.ts";
import type { Replacement } from "./find-replacements.ts";
import type { ReplacedSentence } from "./replaced-sentences.ts";

/** Sentences that one record shows, and all records of a report together: older ones keep their numbers alone. */
const MOST_SENTENCES = 50;
const MOST_SENTENCES_OF_ALL = 1_000;
const LONGEST_EXCERPT = 160;
const LEAD = 40;

/** The part of a long sentence that shows the change. */
function excerpt({ before, after }: ReplacedSentence): ReplacementRecord["sentences"][number] {
  if (Math.max(before.length, after.length) <= LONGEST_EXCERPT) return { before, after };
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = Math.max(0, same - LEAD);
  const cut = (text: string): string => {
    const end = from + LONGEST_EXCERPT;
    return `${from > 0 ? "…" : ""}${text.slice(from, end)}${end < text.length ? "…" : ""}`;
  };
  return { before: cut(before), after: cut(after) };
}

/** Writes down what was replaced. @param given id, time and name that the record gets */
export function recordOf(
  given: Pick<ReplacementRecord, "id" | "at" | "by">,
  { query, replacement }: Replacement,
  sentences: readonly ReplacedSentence[],
): ReplacementRecord {
  return {
    ...given,
    query,
    replacement,
    count: sentences.reduce((sum, { count }) => sum + count, 0),
    sentenceCount: sentences.length,
    sentences: sentences.slice(0, MOST_SENTENCES).map(excerpt),
  };
}

/** The records of a report with one more, kept within bounds. */
export function withRecord(
  records: readonly ReplacementRecord[],
  record: ReplacementRecord,
): readonly ReplacementRecord[] {
  let room = MOST_SENTENCES_OF_ALL;
  return [...records, record]
    .slice(-MOST_REPLACEMENTS)
    .toReversed()
    .map((kept) => {
      room -= kept.sentences.length;
      return room >= 0 ? kept : { ...kept, sentences: [] };
    })
    .toReversed();
}

/** The ids that a body carries with one more. */
export const withReplacementId = (ids: readonly string[], id: string): readonly string[] =>
  [...ids, id].slice(-MOST_REPLACEMENTS);
