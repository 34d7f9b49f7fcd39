import type { Tally } from "./document-items.ts";

/** What became of characters before the file was saved. */
type Changes = { readonly isInserted: boolean; readonly isDeleted: boolean; readonly isHidden: boolean };

/** Counts stretches of inserted, deleted and hidden text: what follows each other is one, and needs a character to see. */
export function createChangeCounter(tally: Tally): (changes: Changes, isWritten: boolean) => void {
  const open = { inserted: false, deleted: false, hidden: false };
  const count = (kind: keyof typeof open, is: boolean): void => {
    if (is && !open[kind]) tally[kind] += 1;
    open[kind] = is;
  };
  return ({ isInserted, isDeleted, isHidden }, isWritten) => {
    count("deleted", isDeleted && (isWritten || open.deleted));
    count("inserted", isInserted && !isDeleted && (isWritten || open.inserted));
    count("hidden", isHidden && !isDeleted && (isWritten || open.hidden));
  };
}
