import { placeLine } from "../lines/place-line.ts";
import { stretchOf } from "./lay-out-paragraph.ts";
import { cellTwips, heightOfLines, type LaidCell, type LaidTable } from "./lay-out-table.ts";
import type { Line, PageItem, RuleLine } from "./page.ts";
import { twipToPt } from "../units.ts";
import { baselineOf } from "./baseline.ts";

/** Rows of a table that stand on one page, from the paper's top edge. */
export type TableStretch = {
  readonly from: number;
  /** Behind the last. */
  readonly to: number;
  readonly topTwips: number;
  /** The header rows stand above them once more. */
  readonly isBelowHead?: boolean;
};

/** The lines and rules of some rows. `isRepeat`: header rows that stand here again and are no part of the text. */
export function placeTableRows(
  table: LaidTable,
  { from, to, topTwips, isBelowHead = false }: TableStretch,
  shown: ShownLines,
  isRepeat = false,
): readonly PageItem[] {
  const tops = [topTwips];
  for (let row = from; row < to; row += 1) tops.push((tops.at(-1) ?? 0) + (table.heights[row] ?? 0));
  const cells = cellsIn(table, from, to);
  const items: PageItem[] = [];
  const rooms = cells.map((cell): Room => {
    const top = tops[Math.max(cell.row, from) - from] ?? topTwips;
    const bottom = tops[Math.min(cell.row + cell.rowSpan, to) - from] ?? topTwips;
    return { top, bottom, isWhole: cell.row + cell.rowSpan <= to, isRepeat };
  });
  const goesOn = rooms.some(({ isWhole }) => !isWhole);
  const cameOver = isBelowHead && cells.some((cell) => cell.row < from);
  cells.forEach((cell, index) => {
    const room = rooms[index];
    if (room === undefined) return;
    const isAtTop = (goesOn && cell.row + cell.rowSpan >= to) || (cameOver && cell.row === from);
    items.push(...placeCell(table, cell, { ...room, isAtTop }, shown), ...cellRules(cell, room.top, room.bottom));
  });
  return [...withoutDoubles(items)];
}

/** How many lines of a merged cell that goes on over a page's end stand before it. */
export type ShownLines = Map<LaidCell, number>;

/** The cells that stand in some rows, those that began above them among them. */
function cellsIn(table: LaidTable, from: number, to: number): readonly LaidCell[] {
  const first = table.firstCells[table.reaches[from] ?? from] ?? 0;
  return table.cells.slice(first, table.firstCells[to]).filter((cell) => cell.row + cell.rowSpan > from);
}

/**
 * How high what is left of a row's cells is, that a page's end has cut before the thin row `at`; null where it is no end of
 * such cells.
 */
export function leftTwipsOfCut(table: LaidTable, at: number, shown: ShownLines): number | null {
  const cut = table.cuts.find(([from, to]) => from < at && at < to);
  if (cut === undefined) return null;
  const ending = cellsIn(table, at, at + 1).filter((cell) => cell.row + cell.rowSpan <= cut[1]);
  const lines = ending.map((cell) => cell.lines.length - (shown.get(cell) ?? 0));
  return heightOfLines(Math.max(1, ...lines));
}

type Room = { readonly top: number; readonly bottom: number; readonly isWhole: boolean; readonly isRepeat: boolean };

const shownBefore = (cell: LaidCell, room: Room, shown: ShownLines): number =>
  room.isRepeat ? 0 : (shown.get(cell) ?? 0);

/** How many lines stand in a room: all that are left, or as many as fit where the cell goes on behind the page's end. */
function linesIn(cell: LaidCell, room: Room, shown: ShownLines): number {
  const left = cell.lines.length - shownBefore(cell, room, shown);
  const space = room.bottom - room.top - 2 * cellTwips.vertical;
  return room.isWhole ? left : Math.min(left, Math.max(0, Math.floor(space / cellTwips.pitch)));
}

type LinesRoom = Pick<Room, "top" | "bottom"> & {
  readonly isAtTop: boolean;
  /** Some of its lines stand on the page before. */
  readonly isContinued: boolean;
  /** Of the lines that stand here. */
  readonly height: number;
};

/**
 * Where the lines of a cell begin: in the middle of its room. As LibreOffice has it, a page's last cells begin at their tops
 * where one of them reaches over the page's end, and so do those of the first row behind it where the head is repeated;
 * what is left of that one stands as if its room were whole.
 */
function topOfLines(
  table: LaidTable,
  cell: LaidCell,
  { top, bottom, isAtTop, isContinued, height }: LinesRoom,
): number {
  const first = top + cellTwips.vertical;
  if (isAtTop) return first;
  const whole = (table.tops[cell.row + cell.rowSpan] ?? 0) - (table.tops[cell.row] ?? 0);
  const middle = top + ((isContinued ? whole : bottom - top) - height) / 2;
  return Math.max(first, Math.min(middle, bottom - cellTwips.vertical - height));
}

/** A merged cell that a page's end crosses shows before it what has room there, and the rest behind it. */
function placeCell(
  table: LaidTable,
  cell: LaidCell,
  room: Room & { readonly isAtTop: boolean },
  shown: ShownLines,
): readonly Line[] {
  const begin = shownBefore(cell, room, shown);
  const lines = cell.lines.slice(begin, begin + linesIn(cell, room, shown));
  if (!room.isRepeat) shown.set(cell, begin + lines.length);
  const height = lines.length * cellTwips.pitch;
  let top = topOfLines(table, cell, { ...room, isContinued: begin > 0, height });
  return lines.flatMap(({ laid, paragraph, line }) => {
    const runs = placeLine(laid.text, line, {
      leftTwips: cell.leftTwips + cellTwips.horizontal,
      measureTwips: laid.widthTwips,
      alignment: laid.format.alignment,
    });
    const baselinePt = twipToPt(top + baselineOf(cellTwips.pitch));
    top += cellTwips.pitch;
    if (runs.length === 0) return [];
    const { start, end } = stretchOf(laid, line);
    const offset = cell.starts[paragraph] ?? 0;
    const { column, colSpan } = cell;
    const header = cell.row < table.headerRows;
    const part = {
      ...table.part,
      cell: { ...cell.place, column, colSpan, header },
      start: start + offset,
      end: end + offset,
    };
    return [{ kind: "line", baselinePt, runs, part: room.isRepeat ? null : part }];
  });
}

function cellRules({ leftTwips, widthTwips }: LaidCell, top: number, bottom: number): readonly RuleLine[] {
  const right = leftTwips + widthTwips;
  return [
    ruleBetween(leftTwips, top, right, top),
    ruleBetween(leftTwips, bottom, right, bottom),
    ruleBetween(leftTwips, top, leftTwips, bottom),
    ruleBetween(right, top, right, bottom),
  ];
}

const ruleBetween = (x1: number, y1: number, x2: number, y2: number): RuleLine => ({
  kind: "rule",
  x1Pt: twipToPt(x1),
  y1Pt: twipToPt(y1),
  x2Pt: twipToPt(x2),
  y2Pt: twipToPt(y2),
  thicknessPt: twipToPt(cellTwips.rule),
  colour: "black",
});

/** Neighbours share their rules. */
function* withoutDoubles(items: readonly PageItem[]): Generator<PageItem> {
  const seen = new Set<string>();
  for (const item of items) {
    if (item.kind === "rule") {
      const key = `${item.x1Pt} ${item.y1Pt} ${item.x2Pt} ${item.y2Pt}`;
      if (seen.has(key)) continue;
      seen.add(key);
    }
    yield item;
  }
}
