import { mostColumns } from "./word/table-cells.ts";

/** A part of a plain text: lines as they are, or the rows of a table; a cell holds its lines. */
export type PlainPart =
  | { readonly kind: "lines"; readonly lines: readonly string[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly (readonly string[])[])[] };

type Row = readonly (readonly string[])[];

const fewestRows = 2;
/** Two columns apart by bars without one at the edge are found in any text: 首页 | 政务公开. */
const fewestOpenColumns = 3;

/** A cell of a spreadsheet that holds a tab, a line break or a quotation mark stands in quotation marks, its own doubled. */
const quotedCell = /"((?:[^"]|"")*)"(?=[\t\n]|$)/uy;
const bareCell = /[^\t\n]*/uy;

/** One row of cells apart by tabs from a place on, and where the next line begins. */
function tabbedRowAt(text: string, start: number): { readonly row: Row; readonly end: number } {
  const row: string[][] = [];
  let at = start;
  for (;;) {
    quotedCell.lastIndex = at;
    const quoted = text.charAt(at) === '"' ? quotedCell.exec(text) : null;
    bareCell.lastIndex = at;
    const raw = quoted?.[0] ?? bareCell.exec(text)?.[0] ?? "";
    row.push((quoted?.[1]?.replaceAll('""', '"') ?? raw).split("\n").map((line) => line.trim()));
    at += raw.length;
    if (text.charAt(at) !== "\t") return { row, end: at + 1 };
    at += 1;
  }
}

const bar = /[|｜│]/u;
/** +----+----+ and |---|---|: lines that only draw. */
const drawn = /^[\s+|｜│┌┬┐├┼┤└┴┘─━=:-]{3,}$/u;

/** The cells of a line with bars; null where they are no cells. */
function barredRow(line: string): Row | null {
  const text = line.trim();
  const isClosed = bar.test(text.charAt(0));
  const inner = text.replace(/^[|｜│]/u, "").replace(/[|｜│]$/u, "");
  const cells = inner.split(bar);
  if (cells.length < (isClosed ? 2 : fewestOpenColumns) || cells.every((cell) => cell.trim() === "")) return null;
  return cells.map((cell) => [cell.trim()]);
}

/** A table of contents, and numbers before their words: two columns of which one counts. */
function isContents(rows: readonly Row[]): boolean {
  const texts = rows.map((row) => row.map((lines) => lines.join("")).filter((cell) => cell !== ""));
  if (texts.some((cells) => cells.length > 2)) return false;
  const counts = (cell: string | undefined): boolean =>
    /^[0-9a-zA-Z一二三四五六七八九十、.．（）()]{1,8}$/u.test(cell ?? "");
  return texts.every((cells) => counts(cells[0])) || texts.every((cells) => /^[0-9]{1,4}$/u.test(cells.at(-1) ?? ""));
}

/** Rows are of one table where they have as many cells, every one two or more, and the first column is no indent alone. */
function isTable(rows: readonly Row[]): boolean {
  const columns = rows[0]?.length ?? 0;
  if (rows.length < fewestRows || columns < 2 || columns > mostColumns) return false;
  const isFilled = (lines: readonly string[] | undefined): boolean => lines?.some((line) => line !== "") === true;
  if (!rows.some((row) => isFilled(row[0]))) return false;
  const filled = rows.filter((row) => row.filter(isFilled).length >= 2).length;
  return filled * 2 > rows.length && !isContents(rows);
}

/**
 * A plain text with what is a table in it: lines with as many cells apart by tabs, as a spreadsheet gives them, or apart by
 * bars. Rules between such rows only draw and are left out. What is no table for certain stays lines.
 */
export function plainParts(text: string): readonly PlainPart[] {
  const source = text.replace(/\r\n?/gu, "\n").replace(/\n$/u, "");
  const parts: PlainPart[] = [];
  let lines: string[] = [];
  /** The rows that may be one table, with the lines that they were read from. */
  let rows: Row[] = [];
  let raw: string[] = [];
  const endRun = (): void => {
    if (isTable(rows)) {
      if (lines.length > 0) parts.push({ kind: "lines", lines });
      parts.push({ kind: "table", rows });
      lines = [];
    } else for (const line of raw) lines.push(line);
    rows = [];
    raw = [];
  };
  for (let at = 0; at <= source.length;) {
    const lineEnd = source.indexOf("\n", at);
    const line = source.slice(at, lineEnd < 0 ? source.length : lineEnd);
    if (raw.length > 0 && drawn.test(line)) {
      raw.push(line);
      at += line.length + 1;
      continue;
    }
    const tabbed = line.includes("\t") ? tabbedRowAt(source, at) : null;
    const row = tabbed?.row ?? (bar.test(line) && !drawn.test(line) ? barredRow(line) : null);
    const end = tabbed?.end ?? at + line.length + 1;
    if (row === null || (rows[0] !== undefined && rows[0].length !== row.length)) endRun();
    if (row === null) lines.push(line);
    else {
      rows.push(row);
      raw.push(source.slice(at, end - 1));
    }
    at = end;
  }
  endRun();
  if (lines.length > 0) parts.push({ kind: "lines", lines });
  return parts;
}
