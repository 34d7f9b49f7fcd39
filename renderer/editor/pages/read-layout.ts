import { gbt9704 as layout } from "../../../core/layout/gbt9704.ts";
import { type LaidOutBlock } from "./page-ends.ts";

/** What lies on the page, and where a height on the paper stands in the window. */
type ReadLayout = {
  readonly blocks: readonly LaidOutBlock[];
  readonly toScreen: (y: number) => number;
};

const pxPerPt = 96 / 72;
const linePitchPx = layout.linePitchPt * pxPerPt;
const titlePitchPx = layout.titleLinePitchPt * pxPerPt;

/** One thing that takes room: its height and the gap above it on paper, and where it is drawn. */
type Part = {
  readonly element: Element;
  readonly gap: number;
  readonly height: number;
  readonly screenTop: number;
  readonly screenBottom: number;
};

/**
 * Reads the layout of the page's text from the browser, and puts what 公文要素 add where paper has it. The window rounds
 * lines to its pixels, and to others at each scale: heights are counted in lines.
 * @param tail the lines of 公文要素 after the text, each an element; null when there are none
 * @param zoom the page's scale on the screen
 */
export function readLayout(text: HTMLElement, tail: HTMLElement | null, zoom: number): ReadLayout {
  const origin = text.getBoundingClientRect().top;
  const read = (elements: readonly Element[], from: number): readonly Part[] => {
    let before = from;
    return elements.map((element) => {
      const rect = element.getBoundingClientRect();
      const [screenTop, screenBottom] = [(rect.top - origin) / zoom, (rect.bottom - origin) / zoom];
      const part = {
        element,
        gap: screenTop - before,
        height: heightOf(element, screenBottom - screenTop, zoom),
        screenTop,
        screenBottom,
      };
      before = screenBottom;
      return part;
    });
  };
  const written = withoutEmptyEnd([...text.children]);
  const own = read(written, 0);
  const textEnd = endOfFirstText(written);
  const beforeTail = own[textEnd - 1]?.screenBottom ?? 0;
  const added = tail ? read([...tail.children], (tail.getBoundingClientRect().top - origin) / zoom) : [];
  const isAtEnd = textEnd === written.length;
  const placed = added.map((part) => (isAtEnd ? part : { ...part, screenTop: beforeTail, screenBottom: beforeTail }));
  return lay([...own.slice(0, textEnd), ...placed, ...own.slice(textEnd)], zoom);
}

function lay(parts: readonly Part[], zoom: number): ReadLayout {
  const elements = parts.map(({ element }) => element);
  let y = 0;
  const blocks = parts.map(({ element, gap, height }, index): LaidOutBlock => {
    const top = y + Math.max(0, gap);
    y = top + height;
    return {
      top,
      bottom: y,
      breaks: breaksOf(element),
      linePitch: isTitle(element) ? titlePitchPx : linePitchPx,
      keepsWithNext: keepsWithNext(element, elements[index + 1]),
      startsPage: startsPage(elements, index),
      ...rowsOf(element, (rowY) => top + rowY, zoom),
    };
  });
  return {
    blocks,
    toScreen: (at) => {
      const index = Math.max(
        0,
        blocks.findLastIndex(({ top }) => top <= at),
      );
      const [block, part] = [blocks[index], parts[index]];
      if (!block || !part) return at;
      const share = block.bottom > block.top ? (at - block.top) / (block.bottom - block.top) : 1;
      return part.screenTop + Math.min(1, Math.max(0, share)) * (part.screenBottom - part.screenTop);
    },
  };
}

const isTitle = (element: Element | undefined): boolean => element?.matches(".report-title") === true;
const isPageBreak = (element: Element | undefined): boolean => element?.matches(".page-break") === true;
const isLabel = (element: Element | undefined): boolean => element?.matches('.report-line[data-role="flush"]') === true;
const isSignature = (element: Element | undefined): boolean =>
  element?.matches('.report-line:is([data-role="signatory"], [data-role="date"]), [data-signature]') === true;
const isNote = (element: Element | undefined): boolean =>
  element?.matches('.report-line[data-role="note"], [data-note]') === true;
const isEmptyLine = (element: Element | undefined): boolean =>
  element?.matches(".report-paragraph") === true && element.textContent === "";
const beginsText = (element: Element): boolean =>
  element.matches('.report-title, .report-heading:is([data-form="standalone"], [data-form="runIn"])') ||
  isSignature(element);

function heightOf(element: Element, height: number, zoom: number): number {
  if (isPageBreak(element)) return 0;
  // Without the air that the window leaves around it to be taken hold of
  const image = element.querySelector(":scope > img, :scope > * > img");
  if (element.matches(".report-image") && image) return image.getBoundingClientRect().height / zoom;
  return breaksOf(element) === "lines" ? Math.max(1, Math.round(height / linePitchPx)) * linePitchPx : height;
}

function breaksOf(element: Element): LaidOutBlock["breaks"] {
  if (isPageBreak(element)) return "pageBreak";
  if (element.matches("table")) return "rows";
  return element.matches(".report-image") || isTitle(element) || isSignature(element) ? "whole" : "lines";
}

/** As `flowOf` and the style sheet of print have it. */
function keepsWithNext(element: Element, next: Element | undefined): boolean {
  if (next === undefined || isPageBreak(next)) return false;
  if (isTitle(element) || element.matches('.report-heading[data-form="standalone"]')) return true;
  if (isLabel(element)) return isTitle(next);
  if (element.matches('.report-line[data-role="caption"]')) return true;
  return isSignature(next) || (isSignature(element) && isNote(next));
}

/** A title behind another text opens a page, and takes the line 附件 above it along. */
function startsPage(elements: readonly Element[], index: number): boolean {
  const element = elements[index];
  const opensText = (at: number): boolean => isTitle(elements[at]) && elements.slice(0, at).some(beginsText);
  if (isLabel(element)) {
    let next = index + 1;
    while (isPageBreak(elements[next])) next += 1;
    return opensText(next);
  }
  if (!isTitle(element)) return false;
  let before = index - 1;
  while (isPageBreak(elements[before])) before -= 1;
  return opensText(index) && !isLabel(elements[before]);
}

/** The empty lines at the end are there to type on. */
function withoutEmptyEnd(elements: readonly Element[]): readonly Element[] {
  const end = elements.findLastIndex((element) => !isEmptyLine(element));
  return elements.slice(0, end + 1);
}

/** Where 公文要素 stand: before the title of an attached text, and what leads to that. */
function endOfFirstText(elements: readonly Element[]): number {
  const title = elements.findIndex(isTitle);
  const attached = title < 0 ? -1 : elements.findIndex((element, index) => index > title && isTitle(element));
  if (attached < 0) return elements.length;
  let end = attached;
  const leads = (element: Element | undefined): boolean =>
    isPageBreak(element) || isEmptyLine(element) || isLabel(element);
  while (end > title + 1 && leads(elements[end - 1])) end -= 1;
  return end;
}

type Rows = Pick<LaidOutBlock, "rowTops" | "tiedRows" | "repeatedHeight">;

function rowsOf(element: Element, onPaper: (y: number) => number, zoom: number): Rows {
  if (!(element instanceof HTMLTableElement)) return { rowTops: [], repeatedHeight: 0 };
  const rows = [...element.rows];
  const tableTop = element.getBoundingClientRect().top;
  const rects = rows.map((row) => row.getBoundingClientRect());
  const tiedRows = new Set<number>();
  for (const [index, row] of rows.entries())
    for (const { rowSpan } of row.cells) for (let tied = 1; tied < rowSpan; tied += 1) tiedRows.add(index + tied);
  const [first] = rows;
  const repeats = first !== undefined && [...first.cells].every((cell) => cell.tagName === "TH");
  return {
    rowTops: rects.map(({ top }) => onPaper((top - tableTop) / zoom)),
    tiedRows,
    repeatedHeight: repeats ? (rects[0]?.height ?? 0) / zoom : 0,
  };
}
