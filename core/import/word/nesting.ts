import { type DocumentItem, type Tally, wordsOfItems } from "./document-items.ts";
import { type FoundRow, type RowDefinition, tableOfFoundRows, undefinedRow } from "./edged-rows.ts";

/** Tables that have begun and not ended, the outermost first. */
type OpenTable = { rows: FoundRow[]; cells: DocumentItem[][]; items: DocumentItem[] };

/** The tables of a text in the making. */
export type Nesting = {
  /** The text of all tables, and outside of them. */
  readonly body: DocumentItem[];
  /** How deep what follows stands in tables; 0 = outside of them. */
  readonly enter: (depth: number) => void;
  readonly add: (items: readonly DocumentItem[]) => void;
  readonly endCell: () => void;
  /** @param definition null: the row was deleted */
  readonly endRow: (definition: RowDefinition | null) => void;
};

/** Sets paragraphs into the tables that they stand in, by how deep each stands. */
export function createNesting(tally: Tally): Nesting {
  const body: DocumentItem[] = [];
  const open: OpenTable[] = [];
  const add = (items: readonly DocumentItem[]): void => {
    const target = open.at(-1)?.items ?? body;
    for (const item of items) target.push(item);
  };
  const endCell = (): void => {
    const table = open.at(-1);
    if (table === undefined) return;
    table.cells.push(table.items);
    table.items = [];
  };
  const endRow = (definition: RowDefinition | null): void => {
    const table = open.at(-1);
    if (table === undefined) return;
    if (table.items.length > 0) endCell();
    if (definition === null) {
      tally.deleted += 1;
      tally.leftOut.push(...table.cells.map(wordsOfItems));
    } else if (table.cells.length > 0) table.rows.push({ cells: table.cells, definition });
    table.cells = [];
  };
  return {
    body,
    add,
    endCell,
    endRow,
    enter: (depth) => {
      while (open.length < depth) open.push({ rows: [], cells: [], items: [] });
      while (open.length > depth) {
        endRow(undefinedRow);
        const table = open.pop();
        if (table !== undefined) add(tableOfFoundRows(table.rows, tally));
      }
    },
  };
}
