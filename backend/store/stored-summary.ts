import type { ReportSummary } from "../../core/contract.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
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
 * Makes sure, before a report comes into the library, that the list, the outline and the word count can deal with it:
 * what is stored is met again at every start.
 * @throws AppError file-too-complex
 */
export function assertUnderstood(report: ReportDocument): ReportSummary {
  try {
    return summariseReport(report);
  } catch (error) {
    throw new AppError("file-too-complex", { reason: "内容超出了报告能有的范围" }, { cause: error });
  }
}
