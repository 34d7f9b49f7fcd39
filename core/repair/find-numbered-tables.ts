/** What stands in a cell: the line of this index, nothing, or what the cell above it goes on with. */
export type CellSource = number | "empty" | "above";

/** A table whose rows are told apart by their running numbers. Indexes are of the lines it was found in. */
export type NumberedTable = {
  readonly start: number;
  /** Not included. */
  readonly end: number;
  /** The head first. */
  readonly rows: readonly (readonly CellSource[])[];
};

const serialHead = /^(?:序\s*号|编\s*号)$/u;
const mostColumns = 10;
const mostColumnsBefore = 3;
const longestHead = 20;
const longestCell = 400;
const fewestRows = 3;

/** How the columns lie: so many before the numbers, so many behind them, of which `own` are filled in every row. */
type Shape = { readonly before: number; readonly behind: number; readonly own: number };

/** The lines of one head, and what they say. */
type Head = { readonly start: number; readonly columns: number; readonly words: readonly string[] };

function repeatsHead(lines: readonly string[], at: number, { words }: Head): boolean {
  return words.every((word, index) => lines[at + index] === word);
}

/** Where the row that begins with `number` is, looked for behind the row before it; -1 = there is none. */
function findNumber(lines: readonly string[], number: number, from: number, most: number): number {
  const wanted = String(number);
  for (let at = from; at <= from + most && at < lines.length; at += 1) if (lines[at] === wanted) return at;
  return -1;
}

/** Indexes of the cells between two numbers, a head that is repeated on a new page left out. */
function cellsBetween(lines: readonly string[], from: number, to: number, head: Head): readonly number[] {
  const cells: number[] = [];
  for (let at = from; at < to; at += 1) {
    if (repeatsHead(lines, at, head)) at += head.columns - 1;
    else cells.push(at);
  }
  return cells;
}

/**
 * Reads the rows below a head. Cells of merged columns are written once, in the first row of their group: such a row
 * has all its cells, those below it only their `own`.
 */
function readRows(lines: readonly string[], head: Head, { before, behind, own }: Shape): NumberedTable | null {
  const rows: CellSource[][] = [Array.from({ length: head.columns }, (_, column) => head.start + column)];
  const first = head.start + head.columns;
  let opening: readonly number[] = Array.from({ length: before }, (_, index) => first + index);
  let at = first + before;
  for (let number = 1; ; number += 1) {
    const opens = opening.length > 0 || number === 1;
    const next = findNumber(lines, number + 1, at + 1, behind + before + head.columns);
    const most = opens ? behind : own;
    const rest = Math.min(lines.length, at + 1 + most);
    const cells = cellsBetween(lines, at + 1, next < 0 ? rest : next, head);
    const isFull = before === 0 && cells.length === behind;
    const filled = next < 0 ? cells.length : isFull ? behind : most;
    const isOfShape = cells.length === filled || cells.length === filled + before;
    if (!isOfShape || cells.some((cell) => (lines[cell]?.length ?? 0) > longestCell)) return null;
    rows.push([
      ...Array.from({ length: before }, (_, index): CellSource => opening[index] ?? "above"),
      at,
      ...Array.from({ length: behind }, (_, index): CellSource => {
        if (index < filled) return cells[index] ?? "empty";
        return index < own || number === 1 ? "empty" : "above";
      }),
    ]);
    if (next < 0) return number < fewestRows ? null : { start: head.start, end: (cells.at(-1) ?? at) + 1, rows };
    opening = cells.slice(filled);
    at = next;
  }
}

/** The table whose numbers stand below the head at `serial`. */
function tableAt(lines: readonly string[], serial: number): NumberedTable | null {
  const one = findNumber(lines, 1, serial + 1, mostColumns);
  const columns = one - serial;
  if (one < 0 || columns < 2) return null;
  for (let before = 0; before <= Math.min(mostColumnsBefore, columns - 2, serial); before += 1) {
    const start = serial - before;
    const words = lines.slice(start, start + columns);
    if (words.some((word) => word.length > longestHead || /[。；，]/u.test(word))) return null;
    const behind = columns - before - 1;
    for (let own = behind; own >= 1; own -= 1) {
      const table = readRows(lines, { start, columns, words }, { before, behind, own });
      if (table) return table;
    }
  }
  return null;
}

/**
 * Tables that were written one cell a line, read by their column 序号: its numbers say where rows begin, also where cells
 * are long, merged over several rows or empty, and where the head is repeated on a new page.
 * @param lines texts of paragraphs that follow each other
 */
export function findNumberedTables(lines: readonly string[]): readonly NumberedTable[] {
  const tables: NumberedTable[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const table = serialHead.test(lines[at] ?? "") ? tableAt(lines, at) : null;
    if (table === null) continue;
    tables.push(table);
    at = table.end - 1;
  }
  return tables;
}
