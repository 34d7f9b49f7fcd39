import { blocksFromBody } from "../document/from-lexical.ts";
import { outlineOf } from "../document/outline.ts";
import type { DismissedFinding } from "../document/dismissed-finding.ts";
import type { ReportDocument } from "../document/schema.ts";
import { sectionName } from "../document/section-name.ts";
import { createChecker } from "./create-checker.ts";
import { dismissedBy } from "./dismissals.ts";
import { isElementPlace } from "./finding.ts";
import type { House } from "./house-lists.ts";
import { type KnownFinding, knownFindings } from "./known-findings.ts";
import { reportForCheck } from "./report-for-check.ts";
import type { Rule } from "./rule.ts";

/** What a look at a stored report gives. */
export type CheckResult = {
  /** What is open, in the order of the text. */
  readonly findings: readonly KnownFinding[];
  /** What was found and dismissed by its writer. */
  readonly dismissed: readonly KnownFinding[];
};

export const dismissedIn = ({ body }: Pick<ReportDocument, "body">): readonly DismissedFinding[] =>
  body.root.$?.dismissedFindings ?? [];

/** Looks a stored report through. */
export function checkReport(report: ReportDocument, rules: readonly Rule[], house?: House): CheckResult {
  const read = reportForCheck(report);
  const all = knownFindings(read, createChecker(rules, house)(read));
  const isDismissed = dismissedBy(dismissedIn(report));
  return {
    findings: all.filter((finding) => !isDismissed(finding)),
    dismissed: all.filter((finding) => isDismissed(finding)),
  };
}

/** Names the part of a report that a finding stands in. */
export function sectionsOf({ body, year }: ReportDocument): (finding: KnownFinding) => string {
  const outline = outlineOf(blocksFromBody(body), year);
  return ({ place }) => {
    if (isElementPlace(place)) return "公文要素";
    const section = outline.findLast(({ index }) => index <= place.block);
    return section === undefined ? "标题" : sectionName(section);
  };
}
