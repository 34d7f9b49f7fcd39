import { parentPort, workerData } from "node:worker_threads";
import { checkReport, type CheckResult } from "../../core/check/check-report.ts";
import type { House } from "../../core/check/house-lists.ts";
import { rulesById } from "../../core/check/choose-rules.ts";
import { compareReports } from "../../core/compare/compare-reports.ts";
import { checkSheetDocx } from "../../core/export/docx/check-sheet-docx.ts";
import { comparisonDocx } from "../../core/export/docx/comparison-docx.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { findRepairs } from "../../core/repair/find-repairs.ts";
import type { RepairPlan } from "../../core/repair/repair.ts";
import type { DirectoryEntry } from "../../core/directory/directory.ts";
import { type ProposedEntry, proposeEntries } from "../../core/directory/propose-entries.ts";
import { type SampleStyle, styleFromSample } from "../../core/layout/rules/style-from-sample.ts";
import { startFromLastYear } from "../../core/rollover/start-from-last-year.ts";
import { readDocxBack } from "../inspect/docx/read-docx-back.ts";
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
/**
 * @property rules their ids
 * @property house lists of the house; none if not given
 */
type Check = {
  readonly kind: "check";
  readonly report: ReportDocument;
  readonly rules: readonly string[];
  readonly house?: House;
};
type Proposals = {
  readonly kind: "proposals";
  readonly entries: readonly DirectoryEntry[];
  readonly reports: Parameters<typeof proposeEntries>[1];
};
type CheckSheet = Omit<Check, "kind"> & {
  readonly kind: "checkSheet";
  readonly options: Parameters<typeof checkSheetDocx>[2];
};
type Sample = { readonly kind: "sample"; readonly bytes: Uint8Array };
/** What the thread is started with. */
export type ReportTask = Roll | Comparison | Sentences | Repairs | Check | CheckSheet | Proposals | Sample;
export type Rolled = ReturnType<typeof startFromLastYear>;
export type Checked = CheckResult & { readonly ms: number };
export type ComparedReports = ReturnType<typeof compareReports>;

function check({ report, rules, house }: Check): Checked {
  const startedAt = performance.now();
  const result = checkReport(report, rulesById(rules), house);
  return { ...result, ms: Math.round(performance.now() - startedAt) };
}

type Done =
  Rolled | ComparedReports | RepairPlan | Checked | readonly ProposedEntry[] | SampleStyle | Promise<Uint8Array>;

function doTask(task: ReportTask): Done {
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
      return checkSheetDocx(task.report, rulesById(task.rules), task.options, task.house);
    case "sample":
      return styleFromSample(readDocxBack(task.bytes));
    case "proposals":
      return proposeEntries(task.entries, task.reports);
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
