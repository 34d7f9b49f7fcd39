import { parentPort, workerData } from "node:worker_threads";
import { compareReports } from "../../core/compare/compare-reports.ts";
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
/** What the thread is started with. */
export type ReportTask = Roll | Comparison | Sentences | Repairs;
export type Rolled = ReturnType<typeof startFromLastYear>;
export type ComparedReports = ReturnType<typeof compareReports>;

function doTask(task: ReportTask): Rolled | ComparedReports | RepairPlan | Promise<Uint8Array> {
  switch (task.kind) {
    case "roll":
      return startFromLastYear(task.last, task.choices, task.made);
    case "comparison":
      return comparisonDocx(task.texts, task.options);
    case "sentences":
      return compareReports(task.old, task.now);
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
