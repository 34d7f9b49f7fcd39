import { countPending } from "../document/review-entries.ts";
import type { ReportDocument } from "../document/schema.ts";
import { AppError } from "../result.ts";
import { rollReport } from "./roll-report.ts";
import { withReportYear } from "./with-report-year.ts";

export type NewDraft = {
  readonly report: ReportDocument;
  /** How many things of last year's report can be stale, */
  readonly items: number;
  /** how many of them were brought to the new year, */
  readonly changed: number;
  /** and how many only a person can settle. */
  readonly pending: number;
};

/**
 * This year's draft from last year's report (从去年报告新建).
 * @param fromYear 报告年度 of `last`, which may be stored with a guessed one
 * @throws AppError year-not-later, repairs-outdated
 */
export function startFromLastYear(
  last: ReportDocument,
  options: {
    readonly fromYear: number;
    readonly toYear: number;
    /** Ids of repairs to make before. */
    readonly repairs: readonly string[];
    readonly id: string;
    readonly now: Date;
  },
): NewDraft {
  const { fromYear, toYear, repairs, id, now } = options;
  if (toYear <= fromYear) throw new AppError("year-not-later", { fromYear, toYear });
  if (repairs.length > 0) throw new AppError("repairs-outdated");
  const { report, changed } = rollReport(withReportYear(last, fromYear), { toYear, id, now });
  return { report, items: report.review?.items.length ?? 0, changed, pending: countPending(report) };
}
