import { parentPort, workerData } from "node:worker_threads";
import { type NoteLine, withNote } from "./reading-journal.ts";
import { refusalOf, type ThreadAnswer } from "../thread/thread-answer.ts";
import { type EntryOf, entryOfFile, type FileOfShelf, type ShelfName } from "./shelf-entry.ts";

/** What the thread is started with, for one file; or sent, one after the other, where it is kept for many. */
export type ShelfTask = Omit<FileOfShelf, "bytes"> & {
  readonly shelf: ShelfName;
  readonly bytes: Uint8Array;
  readonly line: NoteLine | null;
};

function answerTo({ shelf, id, mark, bytes, line }: ShelfTask): ThreadAnswer<EntryOf<ShelfName>> {
  try {
    const own = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const value = withNote(line, () => entryOfFile[shelf]({ id, mark, bytes: own }));
    return { kind: "done", value };
  } catch (error) {
    return refusalOf(error);
  }
}

const only = workerData as ShelfTask | null | undefined;
if (only === null || only === undefined)
  parentPort?.on("message", (task: ShelfTask) => parentPort?.postMessage(answerTo(task)));
else parentPort?.postMessage(answerTo(only));
