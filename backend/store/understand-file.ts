import { AppError } from "../../core/result.ts";
import { runInThread, type ThreadLimits } from "../thread/run-in-thread.ts";
import type { ReadingJournal } from "./reading-journal.ts";
import { createSerialQueue } from "./serial-queue.ts";
import { type EntryOf, entryOfFile, type FileOfShelf, type ShelfName } from "./shelf-entry.ts";
import type { ShelfTask } from "./shelf-worker.ts";

/** Makes a row of the list of one file's bytes. @throws whatever is wrong with the file; report-damaged for its cost */
export type UnderstandFile = <N extends ShelfName>(shelf: N, file: FileOfShelf) => Promise<EntryOf<N>>;

/** A report of 200 pages has half a megabyte beside its pictures; a larger file is looked into at arm's length. */
const IN_THREAD_FROM_BYTES = 4 * 1024 * 1024;
const LIMITS: ThreadLimits = { withinMs: 20_000, maxHeapMb: 768 };
/** The program ended over this content, and in a thread again: it is not looked into any more. */
const MOST_ENDINGS = 2;

const tooMuch = (id: string, reason: string, cause?: Error): AppError =>
  new AppError("report-damaged", { name: `${id}.json`, reason }, cause === undefined ? {} : { cause });

/**
 * Understands files of the library one by one. A file that is large, or over which the program ended once, is
 * understood in a thread of its own, whose memory and time have bounds: it can cost no more than itself.
 * @param journal knows over which contents the program ended, and is told what is begun
 */
export function createUnderstanding(journal: ReadingJournal, limits: ThreadLimits = LIMITS): UnderstandFile {
  const inTurn = createSerialQueue();
  const never = new AbortController().signal;

  const inThread = async <N extends ShelfName>(shelf: N, { id, mark, bytes }: FileOfShelf): Promise<EntryOf<N>> => {
    const { code } = await import("./shelf-worker.ts?code");
    const task: ShelfTask = { shelf, id, mark, bytes };
    return runInThread<EntryOf<N>>({
      ...{ code, task, limits, signal: never },
      tooSlow: () => tooMuch(id, "读取用时过长"),
      tooLarge: (cause) => tooMuch(id, "读取它需要的内存过多", cause),
    });
  };

  return async (shelf, file) => {
    const { id, mark, bytes } = file;
    const endings = journal.endingsOver(shelf, id, mark);
    if (endings >= MOST_ENDINGS) throw tooMuch(id, "程序两次在读取它时意外结束");
    await journal.open();
    const note = { shelf, id, mark, endings };
    if (endings === 0 && bytes.length < IN_THREAD_FROM_BYTES) {
      const end = journal.begin(note);
      try {
        return entryOfFile[shelf](file) as EntryOf<typeof shelf>;
      } finally {
        end();
      }
    }
    // one at a time, and noted only then: if the program ends over one of them, it was this one
    return inTurn("file", async () => {
      const end = journal.begin(note);
      try {
        return await inThread(shelf, file);
      } finally {
        end();
      }
    });
  };
}
