import { parentPort, workerData } from "node:worker_threads";
import { refusalOf, type ThreadAnswer } from "../thread/thread-answer.ts";
import { type GivenSheet, readSheet } from "./read-sheet.ts";
import type { SheetRows } from "./sheet-rows.ts";

async function answerTo(given: GivenSheet): Promise<ThreadAnswer<SheetRows>> {
  try {
    return { kind: "done", value: await readSheet(given) };
  } catch (error) {
    return refusalOf(error);
  }
}

void answerTo(workerData as GivenSheet).then((answer) => parentPort?.postMessage(answer));
