import type { Tally } from "./document-items.ts";

/** What became of characters before the file was saved. */
type Changes = {
  readonly isInserted: boolean;
  readonly isDeleted: boolean;
  readonly isHidden: boolean;
  readonly isStruck: boolean;
};

/** Counts stretches of inserted, deleted, hidden and struck text: what follows each other is one, and needs a character to see. */
export function createChangeCounter(tally: Tally): (changes: Changes, isWritten: boolean) => void {
  const open = { inserted: false, deleted: false, hidden: false, struck: false };
  const count = (kind: keyof typeof open, is: boolean): void => {
    if (is && !open[kind]) tally[kind] += 1;
    open[kind] = is;
  };
  return ({ isInserted, isDeleted, isHidden, isStruck }, isWritten) => {
    count("deleted", isDeleted && (isWritten || open.deleted));
    count("inserted", isInserted && !isDeleted && (isWritten || open.inserted));
    count("hidden", isHidden && !isDeleted && (isWritten || open.hidden));
    count("struck", isStruck && !isDeleted && !isHidden && (isWritten || open.struck));
  };
}
