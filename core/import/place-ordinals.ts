import type { HeadingLevel, Ordinal } from "../document/blocks.ts";
import {
  createOrdinalCounter,
  ordinalAsWritten,
  type OrdinalCounter,
  type ParsedOrdinal,
} from "../document/numbering.ts";

/** A line that begins with an ordinal, or a title, which begins the count anew. */
export type Candidate =
  | {
      readonly index: number;
      readonly parsed: ParsedOrdinal;
      /** The outline has forms of its own, and its level is settled: 1、 above 2.1. */
      readonly isOwn?: true;
    }
  | { readonly index: number; readonly parsed: "title" };

/** An ordinal that counts: where it stands in the order of levels, and how its number is kept. */
export type PlacedOrdinal = {
  readonly level: HeadingLevel;
  readonly ordinal: Ordinal;
  readonly parsed: ParsedOrdinal;
  /** Its form belongs to another level than its neighbours show. */
  readonly isWrongForm: boolean;
  /** Its number does not follow the one before. */
  readonly isOutOfOrder: boolean;
  /** It is kept as it was written, because the whole outline is written so. */
  readonly isOwn?: true;
};

/** Values of the next ordinal of each form below the nearest higher one. */
type NextValues = readonly (number | undefined)[];
const noValues: NextValues = [undefined, undefined, undefined, undefined, undefined];

/** For each candidate the ordinals that follow it on each level, before a higher one ends the list. One pass. */
function lookAhead(candidates: readonly Candidate[]): readonly NextValues[] {
  let next = noValues;
  const ahead: NextValues[] = [];
  for (let at = candidates.length - 1; at >= 0; at -= 1) {
    ahead.push(next);
    const parsed = candidates[at]?.parsed;
    if (parsed === undefined || parsed === "title") {
      next = noValues;
      continue;
    }
    next = next.map((value, level) =>
      level < parsed.level ? value : level === parsed.level ? parsed.value : undefined,
    );
  }
  return ahead.reverse();
}

const asWritten = ({ before, after }: ParsedOrdinal): Ordinal => ({ kind: "pattern", before, after });
const itemLevels = [2, 1, 3, 4] as const;

/** The last ordinal of each level, whatever stood between: some plans count 1. 2. 3. through all their sections. */
type LastValues = (number | undefined)[];
const goesOnThrough = ({ level, value }: ParsedOrdinal, last: LastValues): boolean =>
  value > 1 && last[level] === value - 1;

/** How far ahead a slip is looked behind. */
const mostAhead = 20;

/** （1） with （二） and （3）, or （二） and （2）, behind it: the second is the slip, and the first no （一）. */
function goesOnBehindSlip(candidates: readonly Candidate[], at: number): boolean {
  const first = candidates[at]?.parsed;
  if (first === undefined || first === "title" || first.value !== 1) return false;
  const [second, third] = candidates
    .slice(at + 1, at + 1 + mostAhead)
    .map(({ parsed }) => parsed)
    .filter((parsed) => parsed === "title" || parsed.level <= first.level);
  if (second === undefined || second === "title" || third === undefined || third === "title") return false;
  const goesOn = third.level === first.level && (third.value === 2 || third.value === 3);
  return second.level < first.level && second.value === 2 && goesOn;
}

/**
 * The level whose list lacks just the one number that stands here in another form: （2） between （二） and （四）, 三、
 * between （二） and （四）. Null: there is none, or the ordinal goes on with a list of its own form.
 */
function levelOfGap(parsed: ParsedOrdinal, counter: OrdinalCounter, next: NextValues): HeadingLevel | null {
  const { level: form, value } = parsed;
  const expectedHere = counter.expected(form, asWritten(parsed));
  const fitsForm = value === expectedHere;
  const following = next[form];
  if ((fitsForm && following === value + 1) || (value === 1 && expectedHere === 1)) return null;
  // behind it its own list is at an end, or has the same number again
  const isLastInForm = following === undefined || following <= value;
  for (const level of itemLevels) {
    const expected = counter.expected(level, { kind: "computed" });
    if (level === form || expected < 2 || next[level] !== expected + 1) continue;
    const isSlip = value === expected - 1 && expectedHere === 1;
    const isNumber = value === expected && (!fitsForm || (form < level && isLastInForm));
    if (isNumber || isSlip) return level;
  }
  return null;
}

/**
 * The level that an ordinal of the wrong form belongs to: （1） standing where （一） should, because the next ordinal
 * there goes on from it, or because it goes on from the last. Null: its form is right.
 */
function levelByNeighbours(
  parsed: ParsedOrdinal,
  counter: OrdinalCounter,
  next: NextValues,
  last: LastValues,
): HeadingLevel | null {
  const { level: form, value } = parsed;
  if (form === 0) return null;
  const fitsForm = counter.expected(form, asWritten(parsed)) === value;
  const gap = levelOfGap(parsed, counter, next);
  if (gap !== null) return gap;
  if (fitsForm && (value > 1 || next[form] === value + 1)) return null;
  for (const level of itemLevels) {
    // the first of a list of its own form may still be one of a higher list, never of a lower one
    if (level === form || (fitsForm && level > form)) continue;
    const expected = counter.expected(level, { kind: "computed" });
    const following = next[level];
    const isFollowed =
      following === value + 1 && (expected === value || (!fitsForm && value > expected && expected > 1));
    // nothing behind it proves that it goes on: only figures, which a conversion may have left of （三）, are taken for it
    const isAlone = counter.expected(form, asWritten(parsed)) === 1;
    const canBeLast = form > 2 && !fitsForm && isAlone && !goesOnThrough(parsed, last);
    const isLast = canBeLast && following === undefined && expected === value && value > 1;
    if (isFollowed || isLast) return level;
  }
  return null;
}

/** Bare figures at the start of a line look like ordinals: one that fits no count is none. All other forms are safe. */
function isPlausible(parsed: ParsedOrdinal, counter: OrdinalCounter, next: NextValues, last: LastValues): boolean {
  const { level, value } = parsed;
  if (level <= 2 || value === 1 || parsed.before !== "" || goesOnThrough(parsed, last)) return true;
  const missing = value - counter.expected(level, asWritten(parsed));
  const hasBegun = counter.expected(level, asWritten(parsed)) > 1;
  return missing === 0 || (hasBegun && missing > 0 && missing <= 3) || next[level] === value + 1;
}

/** An ordinal of an outline with forms of its own stays as it was written. */
function placeOwn(parsed: ParsedOrdinal, counter: OrdinalCounter): PlacedOrdinal {
  const { level, value, text } = parsed;
  const isOutOfOrder = value !== 1 && value !== counter.expected(level, asWritten(parsed));
  return { level, ordinal: { kind: "typed", text }, parsed, isWrongForm: false, isOutOfOrder, isOwn: true };
}

function place(
  parsed: ParsedOrdinal,
  counter: OrdinalCounter,
  next: NextValues,
  last: LastValues,
): PlacedOrdinal | null {
  const level = levelByNeighbours(parsed, counter, next, last);
  if (level !== null) {
    const isOutOfOrder = parsed.value !== counter.expected(level, { kind: "computed" });
    const ordinal: Ordinal = { kind: "typed", text: parsed.text.replaceAll(/\s/gu, "") };
    return { level, ordinal, parsed, isWrongForm: true, isOutOfOrder };
  }
  if (!isPlausible(parsed, counter, next, last)) return null;
  const expected = counter.expected(parsed.level, asWritten(parsed));
  const ordinal = ordinalAsWritten(parsed.level, parsed, expected);
  // lists inside the text may begin again as often as they like, and 一、 or 1. may count through all chapters
  const mayBeAnother = (parsed.level > 2 && parsed.value === 1) || (parsed.level !== 2 && goesOnThrough(parsed, last));
  const isOutOfOrder = parsed.value !== expected && !mayBeAnother;
  return { level: parsed.level, ordinal, parsed, isWrongForm: false, isOutOfOrder };
}

/** Decides for every line that begins like an ordinal whether it is one, on which level, and how it is kept. */
export function placeOrdinals(candidates: readonly Candidate[]): ReadonlyMap<number, PlacedOrdinal> {
  const counter = createOrdinalCounter();
  const ahead = lookAhead(candidates);
  const placed = new Map<number, PlacedOrdinal>();
  const last: LastValues = [];
  for (const [at, candidate] of candidates.entries()) {
    const { index, parsed } = candidate;
    const next = goesOnBehindSlip(candidates, at) ? noValues : (ahead[at] ?? noValues);
    if (parsed === "title") {
      counter.restart();
      last.length = 0;
      continue;
    }
    const isOwn = "isOwn" in candidate && candidate.isOwn;
    const found = isOwn ? placeOwn(parsed, counter) : place(parsed, counter, next, last);
    if (found === null) continue;
    counter.count(found.level, found.ordinal);
    last[found.level] = parsed.value;
    placed.set(index, found);
  }
  return placed;
}
