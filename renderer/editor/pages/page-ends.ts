import { gbt9704 as layout } from "../../../core/layout/gbt9704.ts";

/**
 * Where the pages of the text in the window end. Worked out from the lines as the browser laid them out, after
 * typing has paused; nothing of it is stored or part of the text. All lengths in CSS px of the unzoomed page.
 */

/** A block or table row as it lies in the unbroken text. */
export type LaidOutBlock = {
  readonly top: number;
  readonly bottom: number;
  /** `lines`: may break between lines; `rows`: between its parts; `whole`: not at all; `pageBreak`: ends the page. */
  readonly breaks: "lines" | "rows" | "whole" | "pageBreak";
  readonly linePitch: number;
  /** Stays on one page with the first line of what follows: a heading. */
  readonly keepsWithNext: boolean;
  /** Tops of the rows, and how many of them repeat on each page. */
  readonly rowTops: readonly number[];
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
    if (block.breaks === "pageBreak") {
      if (index < blocks.length - 1) endPageAt(block.bottom);
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
  if (block.breaks === "rows") {
    const starts = block.rowTops.slice(1).filter((top) => top > pageStart + slackPx && top <= limit);
    return starts.at(-1) ?? null;
  }
  return null;
}

/** A block that goes to the next page takes the headings right above it along. */
function startOfKept(blocks: readonly LaidOutBlock[], index: number, lastEnd: number): number {
  let first = index;
  while (blocks[first - 1]?.keepsWithNext === true) first -= 1;
  const start = blocks[first]?.top ?? 0;
  return start > lastEnd ? start : (blocks[index]?.top ?? 0);
}

/** Reads the layout of the page's text from the browser. `zoom` is the page's scale on the screen. */
export function readLayout(text: HTMLElement, zoom: number): readonly LaidOutBlock[] {
  const origin = text.getBoundingClientRect().top;
  return [...text.children].map((element) => {
    const rect = element.getBoundingClientRect();
    const at = (y: number): number => (y - origin) / zoom;
    const rows = element instanceof HTMLTableElement ? [...element.rows].map((row) => row.getBoundingClientRect()) : [];
    const firstRow = element instanceof HTMLTableElement ? element.rows[0] : undefined;
    const repeats = firstRow !== undefined && [...firstRow.cells].every((cell) => cell.tagName === "TH");
    return {
      top: at(rect.top),
      bottom: at(rect.bottom),
      breaks: breaksOf(element),
      linePitch: linePitchOf(element),
      keepsWithNext: element.matches('.report-heading[data-form="standalone"], .report-title'),
      rowTops: rows.map((row) => at(row.top)),
      repeatedHeight: repeats ? (rows[0]?.height ?? 0) / zoom : 0,
    };
  });
}

function breaksOf(element: Element): LaidOutBlock["breaks"] {
  if (element.matches(".page-break")) return "pageBreak";
  if (element.matches("table")) return "rows";
  return element.matches(".report-image, .report-title") ? "whole" : "lines";
}

function linePitchOf(element: Element): number {
  return (element.matches(".report-title") ? layout.titleLinePitchPt : layout.linePitchPt) * pxPerPt;
}
