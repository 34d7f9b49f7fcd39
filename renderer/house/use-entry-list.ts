import { useState } from "react";
import { announce } from "../ui/toast.tsx";
import { type Edit } from "./change-house.ts";
import { type EntryRow } from "./entry-table.tsx";
import { useListChanges } from "./use-list-changes.ts";

/** A list of the house, as a dialog edits it. */
export type EntryListOptions<E> = {
  readonly entries: readonly E[];
  readonly change: (edit: Edit<E>) => Promise<readonly E[] | null>;
  /** 名录 or 词表 */
  readonly listName: string;
  readonly most: number;
  /** Whether it stands in the table that is shown. */
  readonly isShown?: (entry: E) => boolean;
  readonly cellsOf: (entry: E) => readonly string[];
  /** An entry of what was written, or what is wrong with it. */
  readonly entryOf: (cells: readonly string[], others: readonly E[]) => E | string;
  readonly nameOf: (entry: E) => string;
};

/** What all lists of the house have in common: search, edit in place, delete, take over from elsewhere, take back. */
export function useEntryList<E>(options: EntryListOptions<E>) {
  const { entries, change, listName, most, isShown = () => true, cellsOf, entryOf, nameOf } = options;
  const { make, undo, canUndo } = useListChanges(change);
  const [query, setQuery] = useState("");
  const words = query.trim();
  const rows = entries.flatMap((entry, at): EntryRow[] => {
    if (!isShown(entry)) return [];
    const cells = cellsOf(entry);
    return words === "" || cells.some((cell) => cell.includes(words)) ? [{ at, cells }] : [];
  });
  const commit = (at: number | null, cells: readonly string[]): string | null => {
    const entry = entryOf(
      cells,
      entries.filter((_, index) => index !== at),
    );
    if (typeof entry === "string") return entry;
    void make((now) => (at === null ? [...now, entry] : now.with(at, entry)));
    return null;
  };
  const remove = (at: number): void => {
    const entry = entries[at];
    const name = entry === undefined ? "" : nameOf(entry);
    void make((now) => now.toSpliced(at, 1)).then((isDone) => {
      if (isDone) announce({ message: `已从${listName}中删除“${name}”，可以撤销。` });
    });
  };
  /** Returns whether the changes were stored; why not was said. */
  const take = async (changes: readonly { readonly kind: "add" | "change" }[], edit: Edit<E>): Promise<boolean> => {
    const added = changes.filter(({ kind }) => kind === "add").length;
    if (entries.length + added > most) {
      announce({ message: `${listName}最多 ${most} 条，请少选一些。`, tone: "failure" });
      return false;
    }
    if (!(await make(edit))) return false;
    announce({ message: `已放进${listName}：新增 ${added} 条，修改 ${changes.length - added} 条。` });
    return true;
  };
  return { query, setQuery, words, rows, commit, remove, take, undo, canUndo };
}
