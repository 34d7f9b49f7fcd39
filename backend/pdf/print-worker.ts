import { parentPort } from "node:worker_threads";
import { refusalOf, type ThreadAnswer } from "../thread/thread-answer.ts";
import { layOutPages, printReport } from "./print-report.ts";
import type { PrintTask } from "./print-task.ts";
import type { PrintedPages, PrintedPdf } from "./printer.ts";

async function answerTo(task: PrintTask): Promise<ThreadAnswer<PrintedPdf | PrintedPages>> {
  try {
    const { job, sources } = task;
    const value = task.kind === "print" ? await printReport(task.job, sources) : layOutPages(job, sources);
    return { kind: "done", value };
  } catch (error) {
    return refusalOf(error);
  }
}

parentPort?.on("message", (task: PrintTask) => {
  void answerTo(task).then((answer) => parentPort?.postMessage(answer));
});
