import { maskedText } from "../document/content-text.ts";
import { lineExcerpt } from "./excerpt.ts";
import { type CellSource, findNumberedTables } from "./find-numbered-tables.ts";
import { blocksOf, type Repair, type RepairActionOf } from "./repair.ts";
import type { Tally } from "./text-finding.ts";
import type { Block } from "../document/blocks.ts";

type Line = { readonly block: number; readonly text: string };

const fewestCells = 2;
const fewestRows = 2;
const fewestLines = 6;
const longestCell = 40;
const mostColumns = 10;
const figure = /^[-+]?[0-9][0-9,.]*\s?(?:%|％|‰|[个件项次人家条宗份户名篇]|[万亿]?元)?$/u;

const cellsOf = (text: string): number => text.split("\t").length;
const isRow = ({ text }: Line): boolean => text.split("\t").filter((cell) => cell.trim() !== "").length >= fewestCells;
const isCell = ({ text }: Line): boolean => text.length <= longestCell && !/[。；，\t\n]/u.test(text);

/** Longest runs of lines that are alike, without other blocks between them. */
function runsOf(lines: readonly Line[], isAlike: (line: Line) => boolean): readonly (readonly Line[])[] {
  const runs: Line[][] = [];
  let above: Line | undefined;
  for (const line of lines) {
    const fits = isAlike(line);
    if (fits && above !== undefined && above.block === line.block - 1 && isAlike(above)) runs.at(-1)?.push(line);
    else if (fits) runs.push([line]);
    above = line;
  }
  return runs;
}

/** Two columns of which one counts: a table of contents, or numbers before their words. */
function isContents(run: readonly Line[]): boolean {
  const rows = run.map(({ text }) => text.split("\t").filter((cell) => cell.trim() !== ""));
  if (rows.some((cells) => cells.length > 2)) return false;
  const counts = (cell: string | undefined): boolean => /^[0-9a-z.．]{1,8}$/u.test(cell?.trim() ?? "");
  return rows.length < 3 || rows.every((cells) => counts(cells[0])) || rows.every((cells) => counts(cells.at(-1)));
}

/** Indexes in the run of the cells of the first row, for the writer to see. */
function headOf(cells: RepairActionOf<"table">["cells"]): readonly number[] {
  if (cells.by === "cell") return (cells.rows[0] ?? []).filter((source) => typeof source === "number");
  return Array.from({ length: cells.by === "tab" ? 1 : cells.columns }, (_, index) => index);
}

function repairOf(run: readonly Line[], cells: RepairActionOf<"table">["cells"], columns: number): Repair {
  const block = run[0]?.block ?? 0;
  const end = block + run.length;
  const rows = { tab: run.length, line: run.length / columns, cell: cells.by === "cell" ? cells.rows.length : 0 };
  const shown = run.map(({ text }) => text);
  const head = headOf(cells).map((index) => shown[index] ?? "");
  return {
    id: `flattened-table-${block}`,
    kind: "flattened-table",
    isSafe: false,
    block,
    before: lineExcerpt(shown.slice(0, columns + 1).join("\n")),
    after: `${rows[cells.by]} 行 ${columns} 列的表格：${lineExcerpt(head.join(" | ").replaceAll("\t", " | "))}`,
    actions: [{ kind: "table", block, end, cells }],
  };
}

/** How many cells a row has, where the figures of a column stand below each other and its head has none. */
function columnsOf(run: readonly Line[]): number | null {
  const fits = (columns: number): boolean => {
    if (run.length % columns !== 0 || run.length / columns < fewestRows + 1) return false;
    const isFigure = run.map(({ text }) => figure.test(text));
    if (isFigure.slice(0, columns).includes(true)) return false;
    let figures = 0;
    for (let column = 0; column < columns; column += 1) {
      const cells = isFigure.filter((_, at) => at >= columns && at % columns === column);
      if (cells.every(Boolean)) figures += 1;
      else if (cells.includes(true)) return false;
    }
    return figures > 0;
  };
  const found = Array.from({ length: mostColumns - 1 }, (_, at) => at + 2).filter(fits);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Tables that became lines of text: their cells apart by tabs, or one a line. What they were only a reader can say. */
export function findFlattenedTables(
  blocks: readonly Block[],
  isRemoved: (block: number) => boolean,
  year: number,
  tally: Tally,
): readonly Repair[] {
  const lines = blocks.flatMap((block, index): readonly Line[] => {
    if (block.kind !== "paragraph" || block.role !== "body" || isRemoved(index)) return [];
    return [{ block: index, text: maskedText(block.content, year) }];
  });
  const tabbed = runsOf(lines, isRow).flatMap((run): readonly Repair[] => {
    const columns = cellsOf(run[0]?.text ?? "");
    if (run.length < fewestRows || isContents(run)) return [];
    if (run.every(({ text }) => cellsOf(text) === columns)) return [repairOf(run, { by: "tab" }, columns)];
    tally.add("table-unclear", run.length);
    return [];
  });
  const numbered = runsOf(lines, () => true).flatMap((run) =>
    findNumberedTables(run.map(({ text }) => text)).map(({ start, end, rows }) => {
      const fromStart = (source: CellSource): CellSource => (typeof source === "number" ? source - start : source);
      const cells = { by: "cell", rows: rows.map((row) => row.map(fromStart)) } as const;
      return repairOf(run.slice(start, end), cells, rows[0]?.length ?? 0);
    }),
  );
  const taken = new Set(numbered.flatMap(({ actions }) => actions.flatMap(blocksOf)));
  const stacked = runsOf(lines, (line) => isCell(line) && !taken.has(line.block)).flatMap((run): readonly Repair[] => {
    if (run.length < fewestLines || !run.some(({ text }) => figure.test(text))) return [];
    const columns = columnsOf(run);
    if (columns !== null) return [repairOf(run, { by: "line", columns }, columns)];
    tally.add("table-unclear", run.length);
    return [];
  });
  return [...tabbed, ...numbered, ...stacked];
}
