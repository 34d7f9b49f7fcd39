import { type DrawnLine, type DrawnPage, type DrawnTarget } from "../../core/layout/pages/drawn-page.ts";

type Point = { readonly xPt: number; readonly yPt: number };

/** A line reaches this share of its size below its baseline. */
const BELOW = 0.25;
const blank = /【[^【】]*】/gu;

const sizeOf = ({ runs }: DrawnLine): number => Math.max(0, ...runs.map(({ sizePt }) => sizePt));
const textOf = ({ runs }: DrawnLine): string => runs.map(({ text }) => text).join("");
const startOf = ({ runs }: DrawnLine): number => runs[0]?.xPt[0] ?? 0;
function endOf({ runs }: DrawnLine): number {
  const last = runs.at(-1);
  return (last?.xPt.at(-1) ?? 0) + (last?.sizePt ?? 0);
}

/** How far a point is from a line: mostly up and down, and from its ends where several stand side by side. */
function distance(line: DrawnLine, { xPt, yPt }: Point): number {
  const middle = line.baselinePt - sizeOf(line) * (0.5 - BELOW);
  const beside = Math.max(0, startOf(line) - xPt, xPt - endOf(line));
  return Math.abs(yPt - middle) + beside / 8;
}

/** How many UTF-16 units of the line stand before a point. */
function unitsBefore({ runs }: DrawnLine, xPt: number): number {
  let units = 0;
  for (const { text, xPt: places, sizePt } of runs) {
    for (const [index, character] of Array.from(text).entries()) {
      if ((places[index] ?? 0) + sizePt / 2 > xPt) return units;
      units += character.length;
    }
  }
  return units;
}

/** What a line shows at a point: a place between two characters of the text, a blank as a whole, or one of 公文要素. */
function targetIn(line: DrawnLine, xPt: number): DrawnTarget | null {
  const { target } = line;
  if (target?.kind !== "text") return target;
  const { place } = target;
  const text = textOf(line);
  // the ordinal is printed, and is no part of the text
  const ordinal = place.start === 0 ? Math.max(0, text.length - (place.end - place.start)) : 0;
  const unit = unitsBefore(line, xPt);
  const chip = [...text.matchAll(blank)].find(({ index, 0: words }) => index <= unit && unit < index + words.length);
  const span = chip ? [chip.index, chip.index + chip[0].length] : [unit, unit];
  const [start = 0, end = 0] = span.map((at) => Math.min(place.start + Math.max(0, at - ordinal), place.end));
  return { kind: "text", place: { ...place, start, end } };
}

/** Where a click on a page leads in the text; null: there is nothing on it that leads anywhere. */
export function targetAt({ lines, images }: DrawnPage, point: Point): DrawnTarget | null {
  const { xPt, yPt } = point;
  const image = images.find(
    (one) => xPt >= one.xPt && xPt <= one.xPt + one.widthPt && yPt >= one.yPt && yPt <= one.yPt + one.heightPt,
  );
  if (image) return image.target;
  let nearest: DrawnLine | null = null;
  for (const line of lines) {
    if (line.target === null || line.runs.length === 0) continue;
    if (nearest === null || distance(line, point) < distance(nearest, point)) nearest = line;
  }
  return nearest && targetIn(nearest, xPt);
}

export type LineOnPage = { readonly page: number; readonly topPt: number; readonly bottomPt: number };

/** The line that shows a place of the text: the last one of its block that begins at or before it. Pages count from 0. */
export function lineOf(
  pages: readonly DrawnPage[],
  cursor: { readonly block: number; readonly offset: number },
): LineOnPage | null {
  let found: LineOnPage | null = null;
  for (const [page, { lines, images }] of pages.entries()) {
    for (const line of lines) {
      const { target } = line;
      if (target?.kind !== "text" || target.place.block !== cursor.block) continue;
      if (found !== null && (target.place.row !== undefined || target.place.start > cursor.offset)) return found;
      const size = sizeOf(line);
      found = { page, topPt: line.baselinePt - size * (1 - BELOW), bottomPt: line.baselinePt + size * BELOW };
    }
    const image = images.find(({ target }) => target?.kind === "text" && target.place.block === cursor.block);
    if (image) return { page, topPt: image.yPt, bottomPt: image.yPt + image.heightPt };
  }
  return found;
}
