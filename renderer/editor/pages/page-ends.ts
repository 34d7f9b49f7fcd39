import { gbt9704 as layout } from "../../../core/layout/gbt9704.ts";

/**
 * Where the pages of the text in the window end. Worked out from the lines as the browser laid them out, after typing
 * has paused; nothing of it is stored or part of the text. All lengths in CSS px of the paper, unzoomed.
 */

/** A block or table as it lies in the unbroken text. */
export type LaidOutBlock = {
  readonly top: number;
  readonly bottom: number;
  /** `lines`: may break between lines; `rows`: between its parts; `whole`: not at all; `pageBreak`: ends the page. */
  readonly breaks: "lines" | "rows" | "whole" | "pageBreak";
  readonly linePitch: number;
  /** Stays on one page with the first line of what follows: a heading, what stands before a signature. */
  readonly keepsWithNext: boolean;
  /** The title of an attached text, or the line 附件 above it, begins a page. */
  readonly startsPage?: boolean;
  /** Tops of the rows. */
  readonly rowTops: readonly number[];
  /** Rows that a merged cell ties to the one before: no page ends above them as long as they fit on one. */
  readonly tiedRows?: ReadonlySet<number>;
  /** Height of the rows that repeat on each page. */
  readonly repeatedHeight: number;
};

const pxPerPt = 96 / 72;
const pageTextHeightPx = layout.linesPerPage * layout.linePitchPt * pxPerPt;
/** Rounding of the browser's layout. */
const slackPx = 1.5;

/** The places where pages end, as distances from the top of the text. The end of the last page is not among them. */
export function pageEnds(blocks: readonly LaidOutBlock[], pageHeight: number = pageTextHeightPx): readonly number[] {
  const ends: number[] = [];
  let pageStart = 0;
  const endPageAt = (end: number, usedOnNext = 0): void => {
    ends.push(end);
    pageStart = end - usedOnNext;
  };
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1]?.bottom ?? 0;
    if (block.startsPage === true && before > (ends.at(-1) ?? 0) + slackPx) endPageAt(before);
    if (block.breaks === "pageBreak") {
      // Two in a row are one, and what stands after the last text asks for no page
      if (index < blocks.length - 1 && block.bottom > (ends.at(-1) ?? 0)) endPageAt(block.bottom);
      continue;
    }
    // Each turn either ends a page further down or lets the block overflow: no endless loop.
    for (;;) {
      const limit = pageStart + pageHeight + slackPx;
      if (block.bottom <= limit) break;
      const last = ends.at(-1) ?? 0;
      const end = breakInside(block, limit, pageStart) ?? startOfKept(blocks, index, last);
      if (end <= last + slackPx) break;
      endPageAt(end, block.breaks === "rows" && end > block.top ? block.repeatedHeight : 0);
    }
  }
  return ends;
}

/** Where a block can be cut so that what stands before the cut fits; null when not even its first line does. */
function breakInside(block: LaidOutBlock, limit: number, pageStart: number): number | null {
  if (block.breaks === "lines") {
    const top = Math.max(block.top, pageStart);
    const lines = Math.floor((limit - top) / block.linePitch);
    return lines > 0 && top + lines * block.linePitch < block.bottom - slackPx ? top + lines * block.linePitch : null;
  }
  return block.breaks === "rows" ? breakBetweenRows(block, limit, pageStart) : null;
}

function breakBetweenRows(block: LaidOutBlock, limit: number, pageStart: number): number | null {
  // Not between the rows that repeat and the first that follows them
  const first = Math.max(pageStart, block.top) + block.repeatedHeight + slackPx;
  const fitting = [...block.rowTops.entries()].filter(([row, top]) => row > 0 && top > first && top <= limit);
  const free = fitting.findLast(([row]) => block.tiedRows?.has(row) !== true);
  if (free) return free[1];
  // What is tied and longer than a page breaks after all, on a page of its own
  return block.top < pageStart + slackPx ? (fitting.at(-1)?.[1] ?? null) : null;
}

/** A block that goes to the next page takes what keeps with it along: headings, and the last line of a text. */
function startOfKept(blocks: readonly LaidOutBlock[], index: number, lastEnd: number): number {
  const own = blocks[index]?.top ?? 0;
  let start = own;
  for (let at = index - 1; blocks[at]?.keepsWithNext === true; at -= 1) {
    const kept = blocks[at];
    if (!kept) break;
    const lastLine = kept.bottom - kept.linePitch;
    const isCut = kept.breaks === "lines" && lastLine > kept.top + slackPx;
    start = isCut ? lastLine : kept.top;
    if (isCut) break;
  }
  return start > lastEnd ? start : own;
}
