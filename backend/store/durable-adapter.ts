import type { Adapter } from "lowdb";
import { AppError } from "../../core/result.ts";
import { type BegunWrite, beginWrite } from "./durable-write.ts";
import { createEncoder } from "./encode-text.ts";
import { backupPathOf, type FileMark, readMark } from "./file.ts";
import type { FileSystem } from "./file-system.ts";
import { MOST_BYTES } from "./read-whole.ts";
import { inspectFile, type Parse, readDurably, type Recovery } from "./read-file.ts";

/** A lowdb adapter whose promise of a write resolves when the data is safe on disk. */
export type DurableAdapter<T> = Adapter<T> & {
  /** Whether the file is still the one that was last read or written here. */
  isCurrent(): Promise<boolean>;
  /** Set when the last read had to fall back on the backup. */
  recovery(): Recovery | null;
};

type DurableFile<T> = {
  readonly path: string;
  readonly parse: Parse<T>;
  readonly files: FileSystem;
  readonly now: () => Date;
  /** Last look before the old content goes; `mark` is the file that was last read or written here. Throws to stop. */
  readonly confirm?: (mark: FileMark | null) => Promise<void>;
};

/**
 * Writes to the file follow each other. A write that has not begun takes the data of later ones along; each caller's
 * promise resolves when its data, or data given later, is safe. A read waits for the writes before it.
 */
export function createDurableAdapter<T>({ path, parse, files, now, confirm }: DurableFile<T>): DurableAdapter<T> {
  let mark: FileMark | null = null;
  let recovery: Recovery | null = null;
  let pending = 0;
  let tail: Promise<unknown> = Promise.resolve();
  let next: { content: string; done: Promise<void> } | null = null;

  const encode = createEncoder();

  let isBackupNewer: boolean | null = null;
  /** A backup that a newer program wrote is not replaced: what it holds, this program cannot tell. Asked once. */
  const holdsNewerBackup = async (): Promise<boolean> =>
    (isBackupNewer ??= await inspectFile(files, backupPathOf(path), parse).then(
      () => false,
      (error: unknown) => error instanceof AppError && error.code === "report-newer-version",
    ));

  const begin = (keepPrevious: boolean): BegunWrite => {
    const last = mark;
    mark = null;
    return beginWrite(files, path, {
      keepPrevious,
      mostBytes: MOST_BYTES,
      ...(confirm === undefined ? {} : { confirm: () => confirm(last) }),
    });
  };
  const writeNow = async (content: string, begun: BegunWrite | null): Promise<void> => {
    const write = begun ?? begin(!(await holdsNewerBackup()));
    mark = await write.finish(encode(content));
  };
  const follow = <R>(work: () => Promise<R>): Promise<R> => {
    pending += 1;
    const done = tail.then(work).finally(() => (pending -= 1));
    // Whoever waits for this piece of work hears of its failure; the pieces after it go on.
    tail = done.catch(() => undefined);
    return done;
  };

  return {
    read: () =>
      follow(async () => {
        const reading = await readDurably(files, path, parse, now);
        mark = reading?.mark ?? null;
        recovery = reading?.recovery ?? null;
        return reading?.value ?? null;
      }),
    write: (data) => {
      // The disk makes ready while the text is put together, when nothing else is under way.
      const begun = pending === 0 && next === null && isBackupNewer !== null ? begin(!isBackupNewer) : null;
      const content = JSON.stringify(data);
      if (next !== null) {
        next.content = content;
        return next.done;
      }
      const job = { content, done: Promise.resolve() };
      next = job;
      job.done = follow(() => {
        next = null;
        return writeNow(job.content, begun);
      });
      return job.done;
    },
    isCurrent: () => follow(async () => mark !== null && mark === (await readMark(files, path))),
    recovery: () => recovery,
  };
}
