import type { ReportDocument } from "../document/schema.ts";
import type { Finding } from "./finding.ts";
import { type ShownPlace, shownPlaces } from "./shown-places.ts";

/** A finding as the command line prints it: its block is that of `showBlocks`. */
type ShownFinding = Pick<Finding, "rule" | "source" | "strength" | "severity" | "message" | "text"> &
  ShownPlace & {
    readonly fix: string | null;
    /** Would be done by `--fix safe`. */
    readonly isSafe: boolean;
  };

/** The findings of a report as the command line prints them. */
export function showFindings(report: ReportDocument, findings: readonly Finding[]): readonly ShownFinding[] {
  const shownAt = shownPlaces(report);
  return findings.map(({ rule, source, strength, severity, message, place, text, fix }) => ({
    rule,
    source,
    strength,
    severity,
    message,
    ...shownAt(place),
    text,
    fix: fix?.text ?? null,
    isSafe: fix?.isSafe === true,
  }));
}
