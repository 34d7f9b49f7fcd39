import { parentPort, workerData } from "node:worker_threads";
import { comparisonDocx } from "../../core/export/docx/comparison-docx.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
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
/** What the thread is started with. */
export type ReportTask = Roll | Comparison;
export type Rolled = { readonly report: ReportDocument; readonly changed: number };

async function answerTo(task: ReportTask): Promise<ThreadAnswer<Rolled | Uint8Array>> {
  try {
    if (task.kind === "comparison") return { kind: "done", value: await comparisonDocx(task.texts, task.options) };
    const { report, changed } = startFromLastYear(task.last, task.choices, task.made);
    return { kind: "done", value: { report, changed } };
  } catch (error) {
    return refusalOf(error);
  }
}

void answerTo(workerData as ReportTask).then((answer) => parentPort?.postMessage(answer));
