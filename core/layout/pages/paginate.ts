import type { LaidBlock } from "./laid-block.ts";
import { cellTwips, heightOfLines, type LaidTable } from "./lay-out-table.ts";
import type { PageItem } from "./page.ts";
import type { FrameTwips } from "../rules/layout.ts";
import { leftTwipsOfCut, placeTableRows, type ShownLines } from "./place-table.ts";

/** A page with what stands in its type area. */
export type FilledPage = { readonly frame: FrameTwips; readonly items: readonly PageItem[] };

/** The pages, and how much of the last one is filled. */
export type FilledPages = { readonly pages: readonly FilledPage[]; readonly usedTwips: number };

/** The pages so far; `frame` and `items` are those of the last one. */
type Filling = { readonly pages: FilledPage[]; frame: FrameTwips; items: PageItem[]; usedTwips: number };

/**
 * Puts blocks on pages. What is kept together or with the next moves on as a whole, unless a page of its own could not
 * hold it either. No line is left out to spare a widow (5.2.3: 22 lines a page). Linear.
 *
 * What stands on pages laid across begins a page, as does what follows it upright.
 *
 * @param usual of a report without a word
 * @returns the items of each page, at their places on the paper; at least one page
 */
export function paginate(blocks: readonly LaidBlock[], usual: FrameTwips): FilledPages {
  const filling: Filling = { pages: [], frame: blocks[0]?.frame ?? usual, items: [], usedTwips: 0 };
  addPage(filling);
  for (let first = 0; first < blocks.length;) {
    const last = endOfChain(blocks, first);
    const frame = blocks[first]?.frame ?? filling.frame;
    const startsPage = blocks[first]?.startsPage === true || frame.isTurned !== filling.frame.isTurned;
    if (startsPage && first > 0) turnPage(filling, frame);
    const needed = chainTwips(blocks, first, last);
    // LibreOffice begins a chain that is longer than a page on a page of its own
    moveOnUnlessFits(filling, last > first ? Math.min(needed, frame.typeAreaHeight) : needed);
    for (let index = first; index <= last; index += 1) place(filling, blocks, index);
    first = last + 1;
  }
  return filling;
}

function turnPage(filling: Filling, frame = filling.frame): void {
  filling.frame = frame;
  filling.items = [];
  filling.usedTwips = 0;
  addPage(filling);
}

function addPage({ pages, frame, items }: Filling): void {
  pages.push({ frame, items });
}

function moveOnUnlessFits(filling: Filling, neededTwips: number): void {
  const most = filling.frame.typeAreaHeight;
  if (filling.usedTwips > 0 && filling.usedTwips + neededTwips > most && neededTwips <= most) turnPage(filling);
}

/** The last block that is kept with those before it; a table ends a chain, as it keeps its own rows. */
function endOfChain(blocks: readonly LaidBlock[], first: number): number {
  let last = first;
  while (last + 1 < blocks.length && blocks[last]?.keepWithNext === true && blocks[last]?.content.kind !== "table") {
    last += 1;
  }
  return last;
}

/** What must stand on one page: all of a chain but of its last block, and of that its first lines or rows. */
function chainTwips(blocks: readonly LaidBlock[], first: number, last: number): number {
  let needed = 0;
  for (let index = first; index < last; index += 1) needed += wholeTwips(blocks[index]);
  return needed + leastTwips(blocks[last]);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function wholeTwips(block: LaidBlock | undefined): number {
  if (block === undefined) return 0;
  const { content, beforeTwips, afterTwips } = block;
  const heights = content.kind === "table" ? content.heights : content.rows.map(({ heightTwips }) => heightTwips);
  return beforeTwips + sum(heights) + afterTwips;
}

function leastTwips(block: LaidBlock | undefined): number {
  if (block === undefined) return 0;
  const { content, beforeTwips } = block;
  // the head never stands alone at a page's end
  if (content.kind === "table") return beforeTwips + sum(content.heights.slice(0, content.headerRows + 1));
  if (block.keepTogether) return beforeTwips + sum(content.rows.map(({ heightTwips }) => heightTwips));
  return beforeTwips + (content.rows[0]?.heightTwips ?? 0);
}

function place(filling: Filling, blocks: readonly LaidBlock[], index: number): void {
  const block = blocks[index];
  if (block === undefined) return;
  if (block.keepTogether) moveOnUnlessFits(filling, leastTwips(block));
  filling.usedTwips += block.beforeTwips;
  const { content } = block;
  if (content.kind === "table") {
    const end = endOfChain(blocks, index + 1);
    placeTable(filling, content, block.keepWithNext ? chainTwips(blocks, index + 1, end) : 0);
  } else {
    for (const row of content.rows) {
      moveOnUnlessFits(filling, row.heightTwips);
      filling.items.push(...row.place(filling.frame.top + filling.usedTwips));
      filling.usedTwips += row.heightTwips;
    }
  }
  filling.usedTwips += block.afterTwips;
}

/**
 * Rows stay whole and move on; the header rows stand above them again on every page. A row that is higher than a page fills
 * the page that it begins on, and goes on over as many as it needs.
 */
function placeTable(filling: Filling, laid: LaidTable, keptBehindTwips: number): void {
  const { top: firstTwips, typeAreaHeight: most } = filling.frame;
  const heights = [...laid.heights];
  const table = { ...laid, heights };
  const headerTwips = sum(heights.slice(0, table.headerRows));
  // a head that leaves no room for a line below it is parted like any other row
  const keptHead = headerTwips + heightOfLines(1) <= most ? table.headerRows : 0;
  const shown: ShownLines = new Map();
  let from = 0;
  let top = filling.usedTwips;
  let isBelowHead = false;
  const flush = (to: number): void => {
    if (to > from) {
      const stretch = { from, to, topTwips: firstTwips + top, isBelowHead };
      filling.items.push(...placeTableRows(table, stretch, shown));
    }
    from = to;
  };
  for (let row = 0; row < heights.length; row += 1) {
    const isLast = row === heights.length - 1;
    const needed = (heights[row] ?? 0) + (isLast ? keptBehindTwips : 0);
    // the rule below a page's last row stands in the type area too
    const overflows = filling.usedTwips + needed + cellTwips.rule > most && filling.usedTwips > 0;
    const repeats = row >= table.headerRows && headerTwips + Math.max(needed, heightOfLines(1)) <= most;
    if (overflows && needed <= most && row > from + (from === 0 ? keptHead : 0)) {
      flush(row);
      turnPage(filling);
      if (repeats && table.headerRows > 0) {
        const head = { from: 0, to: table.headerRows, topTwips: firstTwips };
        filling.items.push(...placeTableRows(table, head, shown, true));
        filling.usedTwips = headerTwips;
        isBelowHead = true;
      }
      top = filling.usedTwips;
      endCut(table, heights, row, { room: most - filling.usedTwips - cellTwips.rule, shown });
    }
    filling.usedTwips += heights[row] ?? 0;
  }
  flush(heights.length);
}

/** Where all that is left of a row has room on this page, the row ends with it. */
function endCut(
  table: LaidTable,
  heights: number[],
  row: number,
  { room, shown }: { readonly room: number; readonly shown: ShownLines },
): void {
  const left = leftTwipsOfCut(table, row, shown);
  if (left === null || left > room) return;
  const end = table.cuts.find(([from, to]) => from < row && row < to)?.[1] ?? row;
  heights.fill(0, row, end);
  heights[row] = left;
}
