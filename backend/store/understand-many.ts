import { availableParallelism } from "node:os";
import { AppError } from "../../core/result.ts";
import { createStandingThread, type StandingThread } from "../thread/standing-thread.ts";
import type { ThreadLimits } from "../thread/run-in-thread.ts";
import type { EntryOf, ShelfName } from "./shelf-entry.ts";
import type { ShelfTask } from "./shelf-worker.ts";

/** So many threads and no more: each reads the program's code anew, and holds its own memory. */
const MOST_THREADS = 2;
/** Kept for the next files of the same listing. */
const IDLE_MS = 500;

/** Understands files of the library in threads that are kept while there are more. */
export type UnderstandMany = {
  /** @throws whatever is wrong with the file; see `isThreadGone` */
  ask<N extends ShelfName>(task: ShelfTask & { readonly shelf: N }): Promise<EntryOf<N>>;
};

/** A thread ended over one of the files it was given: perhaps not over this one. */
export const isThreadGone = (error: unknown): boolean => error instanceof AppError && error.code === "internal";

/** A library that has to be read anew takes as long as its files one after the other; two cores take half of that. */
export function createUnderstandMany(limits: ThreadLimits): UnderstandMany {
  const load = (): Promise<{ readonly code: string }> => import("./shelf-worker.ts?code");
  const failed = (_reason: string, cause?: Error): AppError =>
    new AppError("internal", {}, cause === undefined ? {} : { cause });
  const threads = Array.from({ length: Math.min(MOST_THREADS, availableParallelism()) }, () => ({
    thread: createStandingThread<ShelfTask>({ load, limits, idleMs: IDLE_MS, failed }),
    waiting: 0,
  }));
  const leastBusy = (): { thread: StandingThread<ShelfTask>; waiting: number } =>
    threads.reduce((one, other) => (other.waiting < one.waiting ? other : one));
  return {
    ask: async <N extends ShelfName>(task: ShelfTask & { readonly shelf: N }) => {
      const chosen = leastBusy();
      chosen.waiting += 1;
      try {
        return await chosen.thread.ask<EntryOf<N>>(task);
      } finally {
        chosen.waiting -= 1;
      }
    },
  };
}
