import type { PrintedUnit } from "./printed-units.ts";

/** Words of a file that are not those of the report. */
export type TextDifference = {
  /** What should stand there; "": nothing should. */
  readonly expected: string;
  /** What stands there; "": nothing does. */
  readonly found: string;
  readonly unit: PrintedUnit;
  /** Of `expected` in the unit's bare text. */
  readonly from: number;
  readonly to: number;
};

/** A place of a file's text in the report. */
export type UnitPlace = { readonly unit: PrintedUnit; readonly offset: number };

export type TextAlignment = {
  readonly differences: readonly TextDifference[];
  /** What stands at an offset of the file's bare text; null where the report has nothing of it. */
  readonly placeOf: (offset: number) => UnitPlace | null;
};

/** So many characters behind the place reached another paragraph of the report is looked for. */
const WINDOW = 4_000;
const LARGEST_WINDOW = 20_000;
/** A shorter paragraph may stand anywhere by chance. */
const TELLING_LENGTH = 4;

type Stretch = { readonly unit: PrintedUnit; readonly start: number; readonly length: number };

/**
 * Lays the text of a file beside that of the report, paragraph by paragraph: whatever is missing, added or changed is a
 * difference with its place. Linear: how far is looked for a paragraph is bounded.
 *
 * @param found the file's text without white space
 */
export function alignText(units: readonly PrintedUnit[], found: string): TextAlignment {
  const stretches: Stretch[] = [];
  const differences: TextDifference[] = [];
  let pending: PrintedUnit[] = [];
  let waiting = 0;
  let at = 0;
  const settle = (end: number): void => {
    const difference = differenceOf(pending, found.slice(at, end), stretches.at(-1)?.unit ?? units[0]);
    if (difference !== null) differences.push(difference);
    let start = at;
    for (const unit of pending) {
      stretches.push({ unit, start, length: Math.max(0, Math.min(unit.bare.length, end - start)) });
      start = Math.min(end, start + unit.bare.length);
    }
    pending = [];
    waiting = 0;
    at = end;
  };
  for (const unit of units) {
    const { bare } = unit;
    let start = waiting === 0 && found.startsWith(bare, at) ? at : -1;
    if (start < 0 && (bare.length >= TELLING_LENGTH || unit === units.at(-1))) {
      const window = Math.min(LARGEST_WINDOW, WINDOW + 2 * waiting) + bare.length;
      const near = found.slice(at, at + window).indexOf(bare);
      start = near < 0 ? -1 : at + near;
    }
    if (start < 0) {
      pending.push(unit);
      waiting += bare.length;
    } else {
      settle(start);
      stretches.push({ unit, start, length: bare.length });
      at = start + bare.length;
    }
  }
  settle(found.length);
  return { differences, placeOf: (offset) => placeIn(stretches, offset) };
}

function differenceOf(
  pending: readonly PrintedUnit[],
  found: string,
  before: PrintedUnit | undefined,
): TextDifference | null {
  const expected = pending.map(({ bare }) => bare).join("");
  if (expected === found) return null;
  const front = sharedStart(expected, found);
  const back = sharedEnd(expected, found, Math.min(expected.length, found.length) - front);
  let start = 0;
  const unit =
    pending.find(({ bare }) => {
      if (front < start + bare.length) return true;
      start += bare.length;
      return false;
    }) ??
    pending.at(-1) ??
    before;
  if (unit === undefined) return null;
  const isBehind = pending.length === 0;
  const from = isBehind ? unit.bare.length : Math.min(unit.bare.length, front - start);
  return {
    expected: expected.slice(front, expected.length - back),
    found: found.slice(front, found.length - back),
    unit,
    from,
    to: isBehind ? from : Math.max(from, Math.min(unit.bare.length, expected.length - back - start)),
  };
}

/** Rare characters of names take two units, of which the first may be the same in both. */
const isInsidePair = (text: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));

/** How much both texts begin with, in whole characters. */
function sharedStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let front = 0;
  while (front < most && one[front] === other[front]) front += 1;
  return isInsidePair(one, front) || isInsidePair(other, front) ? front - 1 : front;
}

/** How much both texts end with, `most` at the most, in whole characters. */
function sharedEnd(one: string, other: string, most: number): number {
  let back = 0;
  while (back < most && one.at(-1 - back) === other.at(-1 - back)) back += 1;
  return isInsidePair(one, one.length - back) || isInsidePair(other, other.length - back) ? back - 1 : back;
}

function placeIn(stretches: readonly Stretch[], offset: number): UnitPlace | null {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const stretch = stretches[low - 1];
  if (stretch === undefined || offset >= stretch.start + stretch.length) return null;
  return { unit: stretch.unit, offset: offset - stretch.start };
}
