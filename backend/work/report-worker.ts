import { parentPort, workerData } from "node:worker_threads";
import { checkReport, type CheckResult } from "../../core/check/check-report.ts";
import { rulesById } from "../../core/check/choose-rules.ts";
import { compareReports } from "../../core/compare/compare-reports.ts";
import { checkSheetDocx } from "../../core/export/docx/check-sheet-docx.ts";
import { comparisonDocx } from "../../core/export/docx/comparison-docx.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { findRepairs } from "../../core/repair/find-repairs.ts";
import type { RepairPlan } from "../../core/repair/repair.ts";
import { startFromLastYear } from "../../core/rollover/start-from-last-year.ts";
import { refusalOf, type ThreadAnswer } from "../thread/thread-answer.ts";

type Roll = {
  readonly kind: "roll";
  readonly last: ReportDocument;
  readonly choices: Parameters<typeof startFromLastYear>[1];
  readonly made: Parameters<typeof startFromLastYear>[2];
};
type Comparison = {
  readonly kind: "comparison";
  readonly texts: Parameters<typeof comparisonDocx>[0];
  readonly options: Parameters<typeof comparisonDocx>[1];
};
type Sentences = { readonly kind: "sentences"; readonly old: ReportDocument; readonly now: ReportDocument };
type Repairs = { readonly kind: "repairs"; readonly report: Pick<ReportDocument, "body" | "meta" | "year"> };
/** @property rules their ids */
type Check = { readonly kind: "check"; readonly report: ReportDocument; readonly rules: readonly string[] };
type CheckSheet = Omit<Check, "kind"> & {
  readonly kind: "checkSheet";
  readonly options: Parameters<typeof checkSheetDocx>[2];
};
/** What the thread is started with. */
export type ReportTask = Roll | Comparison | Sentences | Repairs | Check | CheckSheet;
export type Rolled = ReturnType<typeof startFromLastYear>;
export type Checked = CheckResult & { readonly ms: number };
export type ComparedReports = ReturnType<typeof compareReports>;

function check({ report, rules }: Check): Checked {
  const startedAt = performance.now();
  const result = checkReport(report, rulesById(rules));
  return { ...result, ms: Math.round(performance.now() - startedAt) };
}

function doTask(task: ReportTask): Rolled | ComparedReports | RepairPlan | Checked | Promise<Uint8Array> {
  switch (task.kind) {
    case "roll":
      return startFromLastYear(task.last, task.choices, task.made);
    case "comparison":
      return comparisonDocx(task.texts, task.options);
    case "sentences":
      return compareReports(task.old, task.now);
    case "check":
      return check(task);
    case "checkSheet":
      return checkSheetDocx(task.report, rulesById(task.rules), task.options);
    case "repairs": {
      const { body, meta, year } = task.report;
      return findRepairs({ blocks: blocksFromBody(body), meta, year });
    }
  }
}

async function answerTo(task: ReportTask): Promise<ThreadAnswer<unknown>> {
  try {
    return { kind: "done", value: await doTask(task) };
  } catch (error) {
    return refusalOf(error);
  }
}

void answerTo(workerData as ReportTask).then((answer) => parentPort?.postMessage(answer));
