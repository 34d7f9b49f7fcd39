import { expect } from "vitest";
import { charactersToPt, standardLayout as layout } from "../../core/layout/rules/layout.ts";
import { textWidthPt } from "../../core/layout/signature.ts";
import { mmToPt, ptToMm } from "../../core/layout/units.ts";
import type { MeasuredLine, MeasuredPage } from "./measure-pages.ts";
import { pitches } from "./measure-pages.ts";

const typeArea = {
  left: mmToPt(layout.marginLeftMm),
  right: mmToPt(layout.marginLeftMm + layout.typeAreaWidthMm),
  top: mmToPt(layout.marginTopMm),
  bottom: mmToPt(layout.marginTopMm + layout.typeAreaHeightMm),
} as const;

/** PG-1 and PG-3: A4, and every line inside the type area. A mark may hang past its right edge. */
export function expectTypeArea(pages: readonly MeasuredPage[]): void {
  for (const page of pages) {
    expect(Math.abs(ptToMm(page.width) - layout.pageWidthMm)).toBeLessThan(1);
    expect(Math.abs(ptToMm(page.height) - layout.pageHeightMm)).toBeLessThan(1);
    for (const line of page.lines) {
      expect(line.left).toBeGreaterThan(typeArea.left - 1);
      expect(line.right).toBeLessThan(typeArea.right + layout.bodySizePt + 1);
      expect(line.middle).toBeGreaterThan(typeArea.top);
      expect(line.middle).toBeLessThan(typeArea.bottom);
    }
  }
}

/** PG-2: 22 lines on a full page, 28.95 ± 0.1 pt apart on average and nowhere more than half a point off. */
export function expectFullPage(page: MeasuredPage): void {
  expect(page.lines.length).toBe(layout.linesPerPage);
  const all = pitches(page);
  const mean = all.reduce((sum, pitch) => sum + pitch, 0) / all.length;
  expect(Math.abs(mean - layout.linePitchPt)).toBeLessThan(0.1);
  const median = all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0;
  expect(Math.abs(median - layout.linePitchPt)).toBeLessThan(0.1);
}

const isChinese = (text: string): boolean => /^[\p{Script=Han}，。、；：]+$/u.test(text);

/** PG-2: lines that reach from edge to edge and hold Chinese alone have 28 characters. */
export function expectCharactersPerLine(pages: readonly MeasuredPage[]): void {
  const full = pages
    .flatMap((page) => page.lines)
    .filter((line) => isChinese(line.text) && line.left < typeArea.left + 2 && line.right > typeArea.right - 5);
  expect(full.length).toBeGreaterThan(20);
  for (const line of full.filter(({ right }) => right < typeArea.right + 5)) {
    expect([line.text, Array.from(line.text).length]).toEqual([line.text, layout.charactersPerLine]);
  }
}

/** PN-1: — n — in the middle of its line 7 ± 0.5 mm below the type area, one character in; odd right, even left. */
export function expectPageNumbers(pages: readonly MeasuredPage[]): void {
  pages.forEach((page, index) => {
    expect(page.footer.map((line) => line.text)).toEqual([`—${index + 1}—`]);
    const number = page.footer[0] as MeasuredLine;
    expect(Math.abs(ptToMm(number.middle - typeArea.bottom) - layout.pageNumberDistanceMm)).toBeLessThan(0.5);
    const indent = index % 2 === 0 ? typeArea.right - number.right : number.left - typeArea.left;
    expect(Math.abs(indent - layout.pageNumberSizePt)).toBeLessThan(2.5);
  });
}

/** 待核稿 with its middle 7 ± 0.5 mm above the type area, at the same place on every page; nothing else stands there. */
export function expectStamp(pages: readonly MeasuredPage[]): void {
  for (const page of pages) {
    expect(page.header.map((line) => line.text)).toEqual(["待核稿"]);
    const stamp = page.header[0] as MeasuredLine;
    expect(Math.abs(ptToMm(typeArea.top - stamp.middle) - layout.draftStampDistanceMm)).toBeLessThan(0.5);
    expect(Math.abs(typeArea.right - stamp.right - layout.draftStampSizePt)).toBeLessThan(2.5);
  }
}

/** A stamp moves nothing: each line holds the same words at the same place as without it. */
export function expectSameLines(pages: readonly MeasuredPage[], plain: readonly MeasuredPage[]): void {
  const placesOf = (page: MeasuredPage) =>
    [...page.lines, ...page.footer].map(({ text, left, middle }) => [text, left.toFixed(1), middle.toFixed(1)]);
  expect(pages.map(placesOf)).toEqual(plain.map(placesOf));
  for (const page of plain) expect(page.header).toEqual([]);
}

/** The last page's organ and date. */
export function signatureOf(
  pages: readonly MeasuredPage[],
  organ: string,
): { organ: MeasuredLine; date: MeasuredLine; page: MeasuredPage } {
  const page = pages.find(({ lines }) => lines.some(({ text }) => text === organ));
  const index = page?.lines.findIndex(({ text }) => text === organ) ?? -1;
  const organLine = page?.lines[index];
  const date = page?.lines[index + 1];
  if (page === undefined || organLine === undefined || date === undefined) throw new Error(`no signature of ${organ}`);
  return { organ: organLine, date, page };
}

/**
 * SG: one of the two stands 2字 from the right edge, and the date begins 2字 right of the organ.
 * @param placedBy a longer date that was placed by its width in the official faces begins further left where a
 * substitute has wider digits
 */
export function expectSignature(
  pages: readonly MeasuredPage[],
  organ: string,
  tolerance: { readonly edgePt: number; readonly shiftPt: number },
  placedBy: "official faces" | "faces at hand" = "faces at hand",
): void {
  const twoCharacters = charactersToPt(2, layout);
  const signature = signatureOf(pages, organ);
  const longer =
    signature.date.right - signature.date.left > signature.organ.right - signature.organ.left
      ? signature.date
      : signature.organ;
  expect(Math.abs(typeArea.right - longer.right - twoCharacters)).toBeLessThan(tolerance.edgePt);
  const { text, left, right } = signature.date;
  const isByOfficial = placedBy === "official faces" && longer === signature.date;
  const wider = isByOfficial ? right - left - textWidthPt(text, layout) : 0;
  expect(Math.abs(left + wider - signature.organ.left - twoCharacters)).toBeLessThan(tolerance.shiftPt);
}
