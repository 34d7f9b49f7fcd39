import { type OpenedReport } from "../../core/contract.ts";
import { type ReviewEntry } from "../../core/document/review-entries.ts";
import { type ReviewFact } from "../../core/document/review.ts";
import { type ReviewedReport } from "../editor/review/editor-review.ts";
import { reviewerName } from "../settings/reviewer-name.ts";
import { useStore } from "../store.ts";

/** The open report's fields as the review of its text needs them. */
export const reviewedReport: ReviewedReport = {
  read: () => useStore.getState().fields,
  getReviewer: () => reviewerName(useStore.getState()),
  subscribe: (listener) =>
    useStore.subscribe((state, previous) => {
      if (state.fields !== previous.fields) listener();
    }),
};

/** A draft that was just made from last year's report, and that nobody has written in yet. */
export function isFreshlyRolled({ report, access }: OpenedReport): boolean {
  const { review, body, createdAt, updatedAt } = report;
  return (
    access === "write" && review !== undefined && createdAt === updatedAt && body.root.$?.reviewDecisions === undefined
  );
}

/** What was found, without how it stands now. */
export function factOfEntry({ id, kind, element, text, proposed }: ReviewEntry): ReviewFact {
  return { id, kind, element, text, proposed };
}
