import type { DismissedFinding } from "../document/dismissed-finding.ts";
import { MOST_ENTRIES } from "../document/limits.ts";
import type { KnownFinding } from "./known-findings.ts";

type Named = Pick<DismissedFinding, "rule" | "sentence">;

const keyOf = ({ rule, sentence }: Named): string => `${rule} ${sentence}`;

/** Tells which findings were dismissed: by their rule and their sentence, wherever it stands. */
export function dismissedBy(dismissed: readonly DismissedFinding[]): (finding: Named) => boolean {
  const keys = new Set(dismissed.map(keyOf));
  return (finding) => keys.has(keyOf(finding));
}

/** The findings that are open. */
export function withoutDismissed<F extends KnownFinding>(
  findings: readonly F[],
  dismissed: readonly DismissedFinding[],
): readonly F[] {
  if (dismissed.length === 0) return findings;
  const isDismissed = dismissedBy(dismissed);
  return findings.filter((finding) => !isDismissed(finding));
}

/**
 * The list with some findings more. What holds for a sentence that no longer stands in the text goes.
 * @param stands whether the words of a dismissal still stand somewhere
 */
export function withDismissed(
  dismissed: readonly DismissedFinding[],
  added: readonly DismissedFinding[],
  stands: (one: DismissedFinding) => boolean,
): readonly DismissedFinding[] {
  const isAdded = dismissedBy(added);
  const kept = dismissed.filter((one) => !isAdded(one) && stands(one));
  const keys = new Set<string>();
  const once = added.filter((one) => !keys.has(keyOf(one)) && keys.add(keyOf(one)));
  return [...kept, ...once].slice(-MOST_ENTRIES);
}

/** The list without some of them. */
export function withoutEntries(
  dismissed: readonly DismissedFinding[],
  restored: readonly Named[],
): readonly DismissedFinding[] {
  const keys = new Set(restored.map(keyOf));
  return dismissed.filter((one) => !keys.has(keyOf(one)));
}
