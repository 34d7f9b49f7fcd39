import { $getRoot, $getState, $setState, createState } from "lexical";
import * as z from "zod";
import { type ReviewDecision, type ReviewDecisions, reviewDecisionSchema } from "../../../core/document/review.ts";

const stored = z.record(z.string(), reviewDecisionSchema).catch({});
const none: ReviewDecisions = {};

/** Decisions on items of the review: state of the root, stored with the body, so that undo takes them back. */
const decisionsState = createState("reviewDecisions", {
  parse: (value): ReviewDecisions => (value === undefined ? none : stored.parse(value)),
  isEqual: (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b),
});

export function $readDecisions(): ReviewDecisions {
  return $getState($getRoot(), decisionsState);
}

/** Decides on items, or takes the decisions on them back where `decision` is null. */
export function $decide(ids: readonly string[], decision: ReviewDecision | null): void {
  const next: Record<string, ReviewDecision> = { ...$readDecisions() };
  for (const id of ids) {
    if (decision) next[id] = decision;
    else Reflect.deleteProperty(next, id);
  }
  $setState($getRoot(), decisionsState, next);
}
