import { trait } from "./character-class.ts";
import type { SetText } from "./set-text.ts";

/** A line of a paragraph by its characters. */
export type BrokenLine = {
  readonly start: number;
  /** Behind the last, spaces that run out into the margin included. */
  readonly end: number;
  /** Behind the last that is no space at the line's end. */
  readonly visibleEnd: number;
  /** The last visible character is a mark that hangs past the right edge. */
  readonly hangs: boolean;
  /** It ends the paragraph, or its writer ended it: never widened. */
  readonly isLast: boolean;
};

export type Measures = {
  readonly firstTwips: number;
  readonly restTwips: number;
  /** Whether a closing mark may hang past the right edge; true if not given. */
  readonly mayHang?: boolean;
};

/**
 * Breaks characters `from` to `to` into lines: each takes what fits, what does not goes back to the last place where a
 * line may begin, one closing mark may hang. A stretch without such a place is cut where it fills the line. Line feeds
 * are left out and end lines. Linear.
 */
export function breakLines(text: SetText, measures: Measures, from = 0, to = text.length): readonly BrokenLine[] {
  const lines: BrokenLine[] = [];
  let start = from;
  for (let end = from; end <= to; end += 1) {
    if (end < to && text.characters[end] !== "\n") continue;
    breakPart(text, { start, end, measures, lines });
    start = end + 1;
  }
  return lines;
}

type PartToBreak = {
  readonly start: number;
  readonly end: number;
  readonly measures: Measures;
  readonly lines: BrokenLine[];
};

function breakPart(text: SetText, { start, end, measures, lines }: PartToBreak): void {
  let at = start;
  do {
    const measure = lines.length === 0 ? measures.firstTwips : measures.restTwips;
    const cut = firstThatDoesNotFit(text, at, end, measure);
    const next = cut >= end ? end : nextStart(text, { start: at, cut, end, mayHang: measures.mayHang ?? true });
    const visibleEnd = withoutSpaces(text, at, next);
    const hangs = visibleEnd > cut && visibleEnd > at;
    lines.push({ start: at, end: next, visibleEnd, hangs, isLast: next >= end });
    at = next;
  } while (at < end);
}

/** Rounding must not push out what fits exactly. */
const TOLERANCE_TWIPS = 0.01;

function firstThatDoesNotFit(text: SetText, start: number, end: number, measure: number): number {
  const { edges, advances } = text;
  const limit = (edges[start] ?? 0) + measure + TOLERANCE_TWIPS;
  let at = start;
  while (at < end && (edges[at] ?? 0) + (advances[at] ?? 0) <= limit) at += 1;
  return at;
}

const is = (text: SetText, index: number, bits: number): boolean => ((text.classes[index] ?? 0) & bits) !== 0;

type Overflow = { readonly start: number; readonly cut: number; readonly end: number; readonly mayHang: boolean };

/** Where the next line begins when `cut` is the first character that does not fit. */
function nextStart(text: SetText, { start, cut, end, mayHang }: Overflow): number {
  if (is(text, cut, trait.space)) {
    let next = cut + 1;
    while (next < end && is(text, next, trait.space)) next += 1;
    return next;
  }
  const hung = cut + 1;
  const hangs = mayHang && is(text, cut, trait.hanging) && cut > start && !endsWord(text, start, cut);
  if (hangs && (hung === end || text.mayBegin[hung] === 1)) return hung;
  for (let next = cut; next > start; next -= 1) {
    if (text.mayBegin[next] === 1 && !(next === cut && endsAtSlash(text, cut))) return next;
  }
  return Math.max(cut, start + 1);
}

/** LibreOffice parts a word between slash and letter only where that letter would fit as well. */
const endsAtSlash = (text: SetText, cut: number): boolean =>
  text.characters[cut - 1] === "/" && is(text, cut, trait.western) && !is(text, cut, trait.digit);

/** Whether a Western word or number stands right before `end`: 70%, but not the % of 【执行率】%. */
function endsWord(text: SetText, start: number, end: number): boolean {
  for (let index = end - 1; index >= start && text.isWestern[index] === 1; index -= 1) {
    if (is(text, index, trait.letterOrDigit)) return true;
  }
  return false;
}

function withoutSpaces(text: SetText, start: number, end: number): number {
  let last = end;
  while (last > start && is(text, last - 1, trait.space)) last -= 1;
  return last;
}
