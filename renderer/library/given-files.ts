import { importFiles } from "./import-files.ts";

type Taker = (files: readonly File[]) => void;
let taker: Taker | null = null;

/** Files that come into the window go to `next` as long as it is there: a dialog that waits for one. Returns the way to stop. */
export function takeGivenFiles(next: Taker): () => void {
  taker = next;
  return () => {
    if (taker === next) taker = null;
  };
}

/** Files that were dropped onto the window or pasted into it: each becomes a report, unless a dialog waits for one. */
export function giveFiles(files: readonly File[]): void {
  if (files.length === 0) return;
  if (taker) taker(files);
  else void importFiles(files);
}
