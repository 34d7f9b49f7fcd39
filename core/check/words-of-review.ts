import type { ReviewEntry } from "../document/review-entries.ts";
import type { CheckedReport } from "./checked-report.ts";

/** What the checker has to know of a review: what stays, and what is still open. */
export function wordsOfReview(
  entries: readonly Pick<ReviewEntry, "id" | "state">[],
): Pick<CheckedReport, "settled" | "pending"> {
  const idsOf = (wanted: ReviewEntry["state"]): ReadonlySet<string> =>
    new Set(entries.flatMap(({ id, state }) => (state === wanted ? [id] : [])));
  return { settled: idsOf("kept"), pending: idsOf("pending") };
}
