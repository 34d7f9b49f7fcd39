import { AppError } from "../../core/result.ts";
import { runInThread, type ThreadLimits } from "../thread/run-in-thread.ts";
import { type NoteLine, type ReadingJournal, withNote } from "./reading-journal.ts";
import { createSerialQueue } from "./serial-queue.ts";
import { type EntryOf, entryOfFile, type FileOfShelf, type ShelfName } from "./shelf-entry.ts";
import type { ShelfTask } from "./shelf-worker.ts";
import { createUnderstandMany, isThreadGone } from "./understand-many.ts";

/** Makes a row of the list of one file's bytes. @throws whatever is wrong with the file; report-damaged for its cost */
export type UnderstandFile = <N extends ShelfName>(shelf: N, file: FileOfShelf) => Promise<EntryOf<N>>;

/** A report of 200 pages has half a megabyte beside its pictures; a larger file is looked into at arm's length. */
const IN_THREAD_FROM_BYTES = 4 * 1024 * 1024;
const LIMITS: ThreadLimits = { withinMs: 20_000, maxHeapMb: 768 };
/** So many files in a row are understood here; where there are more, threads do the others. */
const ALONE_FILES = 60;
/** After such a pause it is another listing, of what was changed since: a thread would cost more than it saves. */
const ROW_ENDS_MS = 500;
/** The program ended over this content, and in a thread again and again: it is not looked into any more. */
const MOST_ENDINGS = 3;

const tooMuch = (id: string, reason: string, cause?: Error): AppError =>
  new AppError("report-damaged", { name: `${id}.json`, reason }, cause === undefined ? {} : { cause });

/**
 * Understands files of the library one by one. A file that is large, or over which the program ended once, is
 * understood in a thread of its own, whose memory and time have bounds: it can cost no more than itself.
 * @param journal knows over which contents the program ended, and is told what is begun
 */
export function createUnderstanding(journal: ReadingJournal, limits: ThreadLimits = LIMITS): UnderstandFile {
  const inTurn = createSerialQueue();
  const many = createUnderstandMany(limits);
  let inRow = 0;
  let lastAt = 0;
  const isOneOfMany = (): boolean => {
    const now = performance.now();
    inRow = now - lastAt > ROW_ENDS_MS ? 1 : inRow + 1;
    lastAt = now;
    return inRow > ALONE_FILES;
  };
  const never = new AbortController().signal;

  const inThread = async <N extends ShelfName>(
    shelf: N,
    file: FileOfShelf,
    line: NoteLine | null,
  ): Promise<EntryOf<N>> => {
    const { id, mark, bytes } = file;
    const { code } = await import("./shelf-worker.ts?code");
    const task: ShelfTask = { shelf, id, mark, bytes, line };
    return runInThread<EntryOf<N>>({
      ...{ code, task, limits, signal: never },
      tooSlow: () => tooMuch(id, "读取用时过长"),
      tooLarge: (cause) => tooMuch(id, "读取它需要的内存过多", cause),
    });
  };

  return async (shelf, file) => {
    const { id, mark, bytes } = file;
    const endings = journal.endingsOver(shelf, id, mark);
    if (endings >= MOST_ENDINGS) throw tooMuch(id, "程序三次在读取它时意外结束");
    await journal.open();
    const note = { shelf, id, mark, endings };
    const noted = async <T>(work: (line: NoteLine | null) => T | Promise<T>): Promise<T> => {
      const line = journal.line(note);
      try {
        return await work(line);
      } finally {
        if (line !== null) journal.giveBack(line);
      }
    };
    if (endings === 0 && bytes.length < IN_THREAD_FROM_BYTES) {
      if (!isOneOfMany()) {
        return noted((line) => withNote(line, () => entryOfFile[shelf](file) as EntryOf<typeof shelf>));
      }
      try {
        return await noted((line) => many.ask({ shelf, id, mark, bytes, line }));
      } catch (error) {
        // It may have been another file's doing: by itself it shows.
        if (!isThreadGone(error)) throw error;
      } finally {
        lastAt = performance.now();
      }
    }
    // one at a time: if the program ends over one of them, it was this one
    return inTurn("file", () => noted((line) => inThread(shelf, file, line)));
  };
}
