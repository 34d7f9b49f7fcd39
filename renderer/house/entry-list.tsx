import { type ReactNode } from "react";
import { type EntryColumn, EntryTable } from "./entry-table.tsx";
import styles from "./house-dialog.module.css";
import { undoKey } from "./undo-key.ts";
import { type useEntryList } from "./use-entry-list.ts";

type EntryListProps = {
  readonly list: Pick<
    ReturnType<typeof useEntryList>,
    "query" | "setQuery" | "words" | "rows" | "commit" | "remove" | "undo"
  >;
  /** What stands beside the search. */
  readonly children: ReactNode;
  readonly searchLabel: string;
  /** What is wrong with a file that was given. */
  readonly failure: string | null;
  /** Of the table, and of one of its rows where none is found. */
  readonly label: string;
  readonly columns: readonly EntryColumn[];
  /** What stands where the list has no rows. */
  readonly empty: string;
};

/** A list of the house with its search, in a dialog. */
export function EntryList({ list, children, searchLabel, failure, label, columns, empty }: EntryListProps) {
  const { query, setQuery, words, rows, commit, remove, undo } = list;
  return (
    <div className={styles.list} onKeyDown={undoKey(undo)}>
      <div className={styles.bar}>
        {children}
        <input
          className={styles.search}
          type="search"
          aria-label={searchLabel}
          placeholder="查找"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      {failure !== null && (
        <p className={styles.failure} role="alert">
          {failure}
        </p>
      )}
      <EntryTable
        key={label}
        label={label}
        columns={columns}
        rows={rows}
        onCommit={commit}
        onDelete={remove}
        empty={words === "" ? empty : `没有含“${words}”的${label}。`}
      />
    </div>
  );
}
