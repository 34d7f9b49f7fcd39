import { parentPort, workerData } from "node:worker_threads";
import { refusalOf, type ThreadAnswer } from "../thread/thread-answer.ts";
import { type EntryOf, entryOfFile, type FileOfShelf, type ShelfName } from "./shelf-entry.ts";

/** What the thread is started with. */
export type ShelfTask = Omit<FileOfShelf, "bytes"> & { readonly shelf: ShelfName; readonly bytes: Uint8Array };

function answerTo({ shelf, id, mark, bytes }: ShelfTask): ThreadAnswer<EntryOf<ShelfName>> {
  try {
    const value = entryOfFile[shelf]({
      id,
      mark,
      bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    });
    return { kind: "done", value };
  } catch (error) {
    return refusalOf(error);
  }
}

parentPort?.postMessage(answerTo(workerData as ShelfTask));
