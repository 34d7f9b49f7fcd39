import { parentPort } from "node:worker_threads";
import type { Inspection } from "../../core/inspect/inspection.ts";
import { inspectExport } from "../inspect/inspect-export.ts";
import { refusalOf, type ThreadAnswer } from "../thread/thread-answer.ts";
import { webFace } from "../faces/web-face.ts";
import { openFace } from "../faces/open-face.ts";
import { drawReport, layOutPages, printReport } from "./print-report.ts";
import type { PrintTask } from "./print-task.ts";
import type { PagesToDraw, PrintedPages, PrintedPdf } from "./printer.ts";

type Done = PrintedPdf | PagesToDraw | Uint8Array | PrintedPages | Inspection;

function doTask(task: PrintTask): Done | Promise<Done> {
  switch (task.kind) {
    case "print":
      return printReport(task.job, task.sources);
    case "layOut":
      return layOutPages(task.job, task.sources);
    case "draw":
      return drawReport(task.job, task.sources);
    case "face":
      return webFace(openFace(task.job.face), task.job.codePoints);
    case "inspect":
      return inspectExport(task.job, task.sources);
  }
}

async function answerTo(task: PrintTask): Promise<ThreadAnswer<Done>> {
  try {
    return { kind: "done", value: await doTask(task) };
  } catch (error) {
    return refusalOf(error);
  }
}

parentPort?.on("message", (task: PrintTask) => {
  void answerTo(task).then((answer) => parentPort?.postMessage(answer));
});
