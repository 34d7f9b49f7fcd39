import type { Span } from "../document/place.ts";

export type Range = Span;

export const overlap = (one: Range, other: Range): boolean => one.start < other.end && other.start < one.end;
export const isWithin = (inner: Range, outer: Range): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The same places as ranges in order that do not overlap. */
export function mergeRanges(ranges: readonly Range[]): readonly Range[] {
  const merged: Range[] = [];
  for (const range of [...ranges].sort((one, other) => one.start - other.start || one.end - other.end)) {
    const last = merged.at(-1);
    if (last !== undefined && range.start < last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else merged.push(range);
  }
  return merged;
}

/** How many of some ranges in order end before a place begins, found by halving. */
function countBefore(ranges: readonly Range[], { start }: Range): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first of some ranges that overlaps a place. @param ranges in order, without overlaps */
export function rangeAt<T extends Range>(ranges: readonly T[], place: Range): T | undefined {
  const found = ranges[countBefore(ranges, place)];
  return found !== undefined && found.start < place.end ? found : undefined;
}

/** All of some ranges that overlap a place. @param ranges in order, without overlaps */
export function rangesIn<T extends Range>(ranges: readonly T[], place: Range): readonly T[] {
  const from = countBefore(ranges, place);
  let to = from;
  while ((ranges[to]?.start ?? place.end) < place.end) to += 1;
  return ranges.slice(from, to);
}
