import { diffArrays } from "diff";

/** Place in the old sequence, place in the new one. */
export type Match = readonly [old: number, new: number];

/** A part of both sequences that is still to be aligned. */
type Gap = { oldStart: number; oldEnd: number; newStart: number; newEnd: number; readonly depth: number };

/** Anchors split the work so well that deeper gaps are small; a pathological input stops here. */
const MAX_DEPTH = 24;
/** Edits that the exact search goes through in one gap: its cost grows with their square. */
const MAX_EDITS = 400;
/** Steps that the exact search may take in all gaps of one alignment together. */
const STEP_BUDGET = 8_000_000;

/** The longest part of `pairs` (ascending by old) that ascends by new as well. */
function longestAscending(pairs: readonly Match[]): Match[] {
  const tails: number[] = [];
  const previous = new Int32Array(pairs.length);
  for (const [at, [, place]] of pairs.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous[at] = low === 0 ? -1 : (tails[low - 1] ?? -1);
    tails[low] = at;
  }
  const chain: Match[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) chain.push(pair);
  }
  return chain.reverse();
}

function placesOf(ids: readonly number[], start: number, end: number): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let at = start; at < end; at += 1) {
    const id = ids[at] ?? -1;
    const known = places.get(id);
    if (known === undefined) places.set(id, [at]);
    else known.push(at);
  }
  return places;
}

/**
 * Aligns two sequences of ids: patience anchors (what occurs once on both sides) split them again and again, an exact
 * search aligns what has no anchors, and where that would take too long, equal ids are paired by their turn. The result
 * ascends on both sides. Not much more than linear, whatever the input.
 */
export function alignSequences(oldIds: readonly number[], newIds: readonly number[]): readonly Match[] {
  const matches: Match[] = [];
  let budget = STEP_BUDGET;

  const takeEnds = (gap: Gap): void => {
    while (gap.oldStart < gap.oldEnd && gap.newStart < gap.newEnd && oldIds[gap.oldStart] === newIds[gap.newStart]) {
      matches.push([gap.oldStart, gap.newStart]);
      gap.oldStart += 1;
      gap.newStart += 1;
    }
    while (
      gap.oldStart < gap.oldEnd &&
      gap.newStart < gap.newEnd &&
      oldIds[gap.oldEnd - 1] === newIds[gap.newEnd - 1]
    ) {
      gap.oldEnd -= 1;
      gap.newEnd -= 1;
      matches.push([gap.oldEnd, gap.newEnd]);
    }
  };

  const alignWithoutAnchors = (
    gap: Gap,
    oldPlaces: ReadonlyMap<number, readonly number[]>,
    newPlaces: ReadonlyMap<number, readonly number[]>,
  ): void => {
    const olds: number[] = [];
    const news: number[] = [];
    for (let at = gap.oldStart; at < gap.oldEnd; at += 1) if (newPlaces.has(oldIds[at] ?? -1)) olds.push(at);
    for (let at = gap.newStart; at < gap.newEnd; at += 1) if (oldPlaces.has(newIds[at] ?? -1)) news.push(at);
    if (olds.length === 0 || news.length === 0) return;
    const edits = Math.min(MAX_EDITS, olds.length + news.length, Math.floor(Math.sqrt(Math.max(0, budget))));
    budget -= edits * edits;
    const changes = diffArrays(
      olds.map((at) => oldIds[at] ?? -1),
      news.map((at) => newIds[at] ?? -1),
      { maxEditLength: edits },
    );
    if (changes === undefined) {
      const pairs: Match[] = [];
      for (const [id, places] of oldPlaces) {
        const others = newPlaces.get(id) ?? [];
        for (let turn = 0; turn < Math.min(places.length, others.length); turn += 1) {
          pairs.push([places[turn] ?? 0, others[turn] ?? 0]);
        }
      }
      for (const pair of longestAscending(pairs.sort(([one], [other]) => one - other))) matches.push(pair);
      return;
    }
    let [oldAt, newAt] = [0, 0];
    for (const { added, removed, count } of changes) {
      if (!added && !removed) {
        for (let step = 0; step < count; step += 1) matches.push([olds[oldAt + step] ?? 0, news[newAt + step] ?? 0]);
      }
      if (!added) oldAt += count;
      if (!removed) newAt += count;
    }
  };

  const open: Gap[] = [{ oldStart: 0, oldEnd: oldIds.length, newStart: 0, newEnd: newIds.length, depth: 0 }];
  for (let gap = open.pop(); gap !== undefined; gap = open.pop()) {
    takeEnds(gap);
    if (gap.oldStart === gap.oldEnd || gap.newStart === gap.newEnd) continue;
    const oldPlaces = placesOf(oldIds, gap.oldStart, gap.oldEnd);
    const newPlaces = placesOf(newIds, gap.newStart, gap.newEnd);
    const unique: Match[] = [];
    for (const [id, [place, second]] of oldPlaces) {
      const others = newPlaces.get(id);
      if (second !== undefined || others?.length !== 1) continue;
      unique.push([place ?? 0, others[0] ?? 0]);
    }
    const anchors = gap.depth < MAX_DEPTH ? longestAscending(unique) : [];
    if (anchors.length === 0) {
      alignWithoutAnchors(gap, oldPlaces, newPlaces);
      continue;
    }
    for (const anchor of anchors) matches.push(anchor);
    let [oldStart, newStart] = [gap.oldStart, gap.newStart];
    for (const [oldAt, newAt] of [...anchors, [gap.oldEnd, gap.newEnd] as const]) {
      open.push({ oldStart, oldEnd: oldAt, newStart, newEnd: newAt, depth: gap.depth + 1 });
      [oldStart, newStart] = [oldAt + 1, newAt + 1];
    }
  }
  return matches.sort(([one], [other]) => one - other);
}
