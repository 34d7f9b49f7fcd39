import { blocksFromBody } from "../document/from-lexical.ts";
import { entriesOf } from "../document/review-entries.ts";
import type { ReportDocument } from "../document/schema.ts";
import type { CheckedReport } from "./checked-report.ts";
import { wordsOfReview } from "./words-of-review.ts";

/** A stored report as the checker reads it. */
export function reportForCheck(report: ReportDocument): CheckedReport {
  const { meta, year, reportType, guides, previous = null } = report;
  const review = wordsOfReview(entriesOf(report));
  return { blocks: blocksFromBody(report.body), meta, year, reportType, guides, previous, ...review };
}
