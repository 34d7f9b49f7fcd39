import { $getRoot, $getState, $setState, createState } from "lexical";
import { type DismissedFinding, dismissedFindingsSchema } from "../../../core/document/dismissed-finding.ts";

const none: readonly DismissedFinding[] = [];
const stored = dismissedFindingsSchema.catch(none);

/** Findings that were dismissed: state of the root, stored with the body, so that undo takes a dismissal back. */
const dismissedState = createState("dismissedFindings", {
  parse: (value): readonly DismissedFinding[] => (value === undefined ? none : stored.parse(value)),
  isEqual: (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b),
});

export function $readDismissed(): readonly DismissedFinding[] {
  return $getState($getRoot(), dismissedState);
}

export function $writeDismissed(dismissed: readonly DismissedFinding[]): void {
  $setState($getRoot(), dismissedState, dismissed);
}
