import { blocksFromBody } from "../document/from-lexical.ts";
import type { ReportDocument } from "../document/schema.ts";
import { withBlocks } from "../document/with-blocks.ts";
import { applyRepairs } from "../repair/apply-repairs.ts";
import { findRepairs } from "../repair/find-repairs.ts";
import { AppError } from "../result.ts";
import { type RolledReport, rollReport } from "./roll-report.ts";
import { withReportYear } from "./with-report-year.ts";

/** The report with the repairs of these ids made. @throws AppError repairs-outdated when it has not all of them */
function repaired(report: ReportDocument, ids: readonly string[]): ReportDocument {
  if (ids.length === 0) return report;
  const { meta, year } = report;
  const found = { blocks: blocksFromBody(report.body), meta, year };
  const wanted = new Set(ids);
  const chosen = findRepairs(found).repairs.filter(({ id }) => wanted.has(id));
  if (chosen.length < wanted.size) throw new AppError("repairs-outdated");
  const made = applyRepairs(found, chosen);
  return { ...report, meta: made.meta, body: withBlocks(report, made.blocks, year) };
}

/**
 * This year's draft from last year's report (从去年报告新建).
 * @param fromYear 报告年度 of `last`, which may be stored with a guessed one
 * @param repairs ids of the repairs to make before, of those that `findRepairs` names for `last`
 * @param people names of the people of 名录
 * @throws AppError year-not-later, repairs-outdated
 */
export function startFromLastYear(
  last: ReportDocument,
  choices: {
    readonly fromYear: number;
    readonly toYear: number;
    readonly repairs: readonly string[];
    readonly people?: readonly string[];
  },
  { id, now }: { readonly id: string; readonly now: Date },
): RolledReport {
  const { fromYear, toYear, repairs, people = [] } = choices;
  if (toYear <= fromYear) throw new AppError("year-not-later", { fromYear, toYear });
  return rollReport(withReportYear(repaired(last, repairs), fromYear), { toYear, id, now, people });
}
