import type { House } from "../../core/check/house-lists.ts";
import type { Rule } from "../../core/check/rule.ts";
import type { Warning } from "../../core/contract.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { AppError } from "../../core/result.ts";
import { createReportWork } from "../work/report-work.ts";

/** Errors that are told one by one; of the others the number is told. */
const MOST_TOLD = 20;
const MOST_WORDS = 20;

/**
 * What the checker finds wrong in a report and nobody has dismissed, as the window says it before an export. A check
 * that cannot be finished keeps nobody from exporting.
 * @throws AppError cancelled
 */
export async function openErrors(
  report: ReportDocument,
  { rules, house }: { readonly rules: readonly Rule[]; readonly house: House },
  signal: AbortSignal,
): Promise<readonly Warning[]> {
  try {
    const ids = rules.map(({ id }) => id);
    const { findings } = await createReportWork().check({ report, rules: ids, house }, signal);
    const errors = findings.filter(({ severity }) => severity === "错误");
    if (errors.length === 0) return [];
    const told = errors.slice(0, MOST_TOLD).map(({ rule, text, message }): Warning => {
      const words = text.length > MOST_WORDS ? `${text.slice(0, MOST_WORDS)}…` : text;
      return { code: "check-error", message: `${words === "" ? "" : `“${words}”：`}${message}（${rule}）` };
    });
    return [{ code: "check-errors", message: `校核发现的错误还有 ${errors.length} 处没有处理。` }, ...told];
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "cancelled") throw error;
    return [{ code: "check-not-done", message: "校核没有做完，导出的文件未经校核。" }];
  }
}
