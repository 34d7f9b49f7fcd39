import type { Rule, Strength } from "../layout/gbt9704.ts";
import { ptToMm } from "../layout/units.ts";
import type { DocxView, Inspected } from "./inspected.ts";
import type { InspectedPlace } from "./inspection.ts";
import type { PdfLine, PdfView } from "./pdf-view.ts";
import { bareText, type PrintedUnit, targetOf } from "./printed-units.ts";

/** What a check has found in one file. */
export type Finding = {
  readonly isOk: boolean;
  /** What was measured, for people. */
  readonly measured: string;
  readonly places: readonly InspectedPlace[];
};

/** One row of 版面体检单. A file that says nothing about it has no function here, or one that answers null. */
export type Check = {
  /** Stays: the command line prints it. */
  readonly id: string;
  readonly name: string;
  /** Of GB/T 9704-2012, or why it is looked at where the standard is silent. */
  readonly clause: string;
  readonly strength: Strength;
  readonly expected: string | ((inspected: Inspected) => string);
  readonly docx?: (view: DocxView, inspected: Inspected) => Finding | null;
  readonly pdf?: (view: PdfView, inspected: Inspected) => Finding | null;
};

/** The source of a check that stands on one number of the layout. */
export const sourceOf = ({ clause, strength }: Rule<unknown>): Pick<Check, "clause" | "strength"> => ({
  clause,
  strength,
});

export const finding = (isOk: boolean, measured: string, places: readonly InspectedPlace[] = []): Finding => ({
  isOk,
  measured,
  places: isOk ? [] : places,
});

/** A finding that is fine when there are no places to look at. */
export const findingOf = (places: readonly InspectedPlace[], fine: string, other: string): Finding =>
  finding(places.length === 0, places.length === 0 ? fine : other, places);

/** Within this much a length counts as kept (5.2.1). */
export const TOLERANCE_MM = 1;
export const isNear = (value: number, wanted: number, tolerance: number): boolean =>
  Math.abs(value - wanted) <= tolerance + 1e-6;

const rounded = (value: number, digits: number): string => String(Number(value.toFixed(digits)));
export const mmText = (mm: number): string => `${mm.toFixed(1)} mm`;
export const ptText = (pt: number): string => `${rounded(pt, 2)} 磅`;
export const mmOfPt = (pt: number): string => mmText(ptToMm(pt));

const LONGEST_WORDS = 24;
export const shortened = (words: string): string =>
  words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS).replace(/\p{Cs}$/u, "")}…` : words;

/** A line as a place to look at. */
export const placeOfLine = ({ page, text, place }: PdfLine): InspectedPlace => ({
  page: page + 1,
  words: shortened(text.trim()),
  target: place === null ? null : targetOf(place.unit, place.offset, place.offset + bareText(text).length),
});

/** A paragraph as a place to look at. */
export const placeOfUnit = (unit: PrintedUnit, page: number | null = null): InspectedPlace => ({
  page,
  words: shortened(unit.text),
  target: targetOf(unit),
});

export const placeOfPage = (page: number, words = ""): InspectedPlace => ({ page: page + 1, words, target: null });

/** What most of them are; null of none. */
export function mostCommon<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}
