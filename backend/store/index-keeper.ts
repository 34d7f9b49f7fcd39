import type { Log } from "../log.ts";
import type { Library } from "./library.ts";
import type { ReportIndex } from "./report-index.ts";

/**
 * Brings the index in step some time after a change. It may be late or lost: each entry names the content of the file
 * that it was made of, so that a start after a crash reads those few files again. A save pays nothing for it.
 */
export type IndexKeeper = {
  /** Compares the files with the index now. */
  keep(): Promise<void>;
  /** Something in the list has changed. */
  readonly changed: () => void;
  close(): Promise<void>;
};

const REST_AFTER_CHANGE_MS = 3_000;

type Parts = {
  readonly index: ReportIndex;
  readonly library: Library;
  readonly log: Log;
  /** The list was made anew after a change. */
  readonly onListed: () => void;
};

export function createIndexKeeper({ index, library, log, onListed }: Parts): IndexKeeper {
  let timer: NodeJS.Timeout | null = null;

  const keep = async (): Promise<void> => {
    try {
      await library.list();
      await index.save();
    } catch (error) {
      // On a full or closed disk the next change tries again; nothing depends on the index.
      log("keeping the index", error);
    }
  };

  const keepAndTell = async (): Promise<void> => {
    timer = null;
    await keep();
    onListed();
  };

  return {
    keep,
    changed: () => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => void keepAndTell(), REST_AFTER_CHANGE_MS);
      timer.unref();
    },
    close: async () => {
      if (timer === null) return;
      clearTimeout(timer);
      await keep();
    },
  };
}
