import { standardLayout as layout } from "../../core/layout/rules/layout.ts";
import { mmToPt } from "../../core/layout/units.ts";
import { askPoppler } from "./tools.ts";

/** Lengths in points from the page's top left. */
export type MeasuredLine = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly middle: number;
};
export type MeasuredPage = {
  readonly width: number;
  readonly height: number;
  /** What stands above the type area. */
  readonly header: readonly MeasuredLine[];
  /** What stands inside the type area, one entry a line. */
  readonly lines: readonly MeasuredLine[];
  /** What stands below it. */
  readonly footer: readonly MeasuredLine[];
};

const top = mmToPt(layout.marginTopMm);
const bottom = mmToPt(layout.marginTopMm + layout.typeAreaHeightMm);
/** Of pages laid across: the sheet is turned clockwise (8). */
const turnedLeft = mmToPt(layout.marginBottomMm);
const turnedRight = mmToPt(layout.marginBottomMm + layout.typeAreaHeightMm);
/** Raised and lowered text stands this far off its line at most; the lines of a table are twice as far apart. */
const SAME_LINE_PT = 9;

const unescapeXml = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

type Word = { readonly text: string; readonly left: number; readonly right: number; readonly middle: number };

function wordsOf(pageXml: string): Word[] {
  const word = /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/gsu;
  return [...pageXml.matchAll(word)].map(([, left, top, right, low, text]) => ({
    text: unescapeXml(text ?? ""),
    left: Number(left),
    right: Number(right),
    middle: (Number(top) + Number(low)) / 2,
  }));
}

function linesOf(words: readonly Word[]): readonly MeasuredLine[] {
  const lines: Word[][] = [];
  for (const word of words.toSorted((one, other) => one.middle - other.middle)) {
    const line = lines.at(-1);
    // from one to the next: a line may hold raised and lowered text
    const last = line?.at(-1);
    if (last !== undefined && Math.abs(word.middle - last.middle) < SAME_LINE_PT) line?.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => {
    const sorted = line.toSorted((one, other) => one.left - other.left);
    return {
      text: sorted.map((word) => word.text).join(""),
      left: Math.min(...line.map((word) => word.left)),
      right: Math.max(...line.map((word) => word.right)),
      middle: line[0]?.middle ?? 0,
    };
  });
}

/** The lines of a PDF's pages, as poppler reads them. */
export async function measurePages(pdf: Uint8Array): Promise<readonly MeasuredPage[]> {
  const xml = await askPoppler("pdftotext", pdf, ["-bbox-layout"]);
  return [...xml.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gsu)].map(
    ([, width, height, page]) => {
      const words = wordsOf(page ?? "");
      if (Number(width) > Number(height)) return turnedPage(Number(width), Number(height), words);
      const lines = linesOf(words);
      return {
        width: Number(width),
        height: Number(height),
        header: lines.filter((line) => line.middle < top),
        lines: lines.filter((line) => line.middle >= top && line.middle < bottom),
        footer: lines.filter((line) => line.middle >= bottom),
      };
    },
  );
}

/** What stands beside the type area of a page laid across stands above and below it on the upright sheet. */
function turnedPage(width: number, height: number, words: readonly Word[]): MeasuredPage {
  const middleOf = ({ left, right }: Word): number => (left + right) / 2;
  const aside = (isThere: (x: number) => boolean) =>
    words
      .filter((word) => isThere(middleOf(word)))
      .map(({ text, left, right, middle }) => ({ text, left: middle, right: middle, middle: (left + right) / 2 }));
  return {
    width,
    height,
    header: aside((x) => x > turnedRight),
    lines: linesOf(words.filter((word) => middleOf(word) >= turnedLeft && middleOf(word) <= turnedRight)),
    footer: aside((x) => x < turnedLeft),
  };
}

/** Distances from each line to the next. */
export const pitches = (page: MeasuredPage): readonly number[] =>
  page.lines.slice(1).map((line, index) => line.middle - (page.lines[index]?.middle ?? 0));
