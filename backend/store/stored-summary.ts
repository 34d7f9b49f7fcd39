import type { ReportSummary } from "../../core/contract.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { excessOf } from "../../core/document/report-size.ts";
import { type ReportDocument, reportSchema } from "../../core/document/schema.ts";
import { summariseReport } from "../../core/document/summarise.ts";
import { AppError } from "../../core/result.ts";
import { summariseNewer } from "./newer-summary.ts";

/** What the list shows of a stored report. One that is whole and cannot be counted is listed without its counts. */
export function summariseStored(report: ReportDocument): ReportSummary {
  try {
    return summariseReport(report);
  } catch (error) {
    const summary = summariseNewer(report);
    if (summary === null) throw error;
    return summary;
  }
}

/**
 * Makes sure, before a report comes into the library, that the list, the outline and the word count can deal with it,
 * and that its file will open again: what is stored is met at every start.
 * @throws AppError clock-unbelievable, report-too-long
 */
export function assertUnderstood(report: ReportDocument): ReportSummary {
  const checked = reportSchema.safeParse(report);
  // times that this computer's clock has just given
  if (checked.error?.issues.every(({ path }) => path[0] === "createdAt" || path[0] === "updatedAt") === true) {
    throw new AppError("clock-unbelievable", {}, { cause: checked.error });
  }
  if (!checked.success) throw new AppError("report-too-long", {}, { cause: checked.error });
  try {
    return summariseReport(report);
  } catch (error) {
    throw new AppError("report-too-long", {}, { cause: error });
  }
}

/**
 * Makes sure that a report that is brought in is none that its writer could only wait for. Asked before it is stored:
 * a text that is in the library can always be saved.
 * @throws AppError report-too-long {count, most, unit}
 */
export function assertFits({ body, year }: Pick<ReportDocument, "body" | "year">): void {
  const excess = excessOf(blocksFromBody(body), year);
  if (excess !== null) throw new AppError("report-too-long", excess);
}
