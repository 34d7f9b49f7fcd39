import type { WeightedMatch } from "./heaviest-chain.ts";
import { type CharacterPairs, characterPairs, likeness, likenessBound } from "./likeness.ts";

/** Two sentences that may be one and the same in two years; `weight` grows with what they have in common. */
export type Candidate = WeightedMatch & { readonly likeness: number };

/** Up to so many pairs all are tried. */
const MAX_TRIED = 1024;
/** A stretch of three characters that stands in more sentences than this is everyday wording and tells nothing. */
const MAX_SHARING = 32;
/** How many of the sentences that share most rare stretches are held against one. */
const MAX_RIVALS = 6;
/** In a long gap, sentences whose places agree are tried even if their wording is everyday wording. */
const BAND = 2;

const cached = (keys: readonly string[]): ((at: number) => CharacterPairs) => {
  const known = new Map<number, CharacterPairs>();
  return (at) => {
    const found = known.get(at) ?? characterPairs(keys[at] ?? "");
    known.set(at, found);
    return found;
  };
};

/** Numbers that stand for the stretches of three characters of a key, each once. */
function stretchesOf(key: string): ReadonlySet<number> {
  const stretches = new Set<number>();
  for (let at = 0; at + 2 < key.length; at += 1) {
    const hash = Math.imul(key.charCodeAt(at), 0x9e3779b1) ^ Math.imul(key.charCodeAt(at + 1), 0x85ebca6b);
    stretches.add(Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ key.charCodeAt(at + 2));
  }
  return stretches;
}

/** For each new place the old places that share most rare stretches with it. */
function findRivals(
  keys: { readonly old: readonly string[]; readonly new: readonly string[] },
  olds: readonly number[],
  news: readonly number[],
): readonly (readonly [old: number, now: number])[] {
  const places = new Map<number, number[]>();
  for (const old of olds) {
    for (const stretch of stretchesOf(keys.old[old] ?? "")) {
      const known = places.get(stretch);
      if (known === undefined) places.set(stretch, [old]);
      else if (known.length <= MAX_SHARING) known.push(old);
    }
  }
  const rivals: (readonly [number, number])[] = [];
  for (const now of news) {
    const votes = new Map<number, number>();
    for (const stretch of stretchesOf(keys.new[now] ?? "")) {
      const known = places.get(stretch);
      if (known === undefined || known.length > MAX_SHARING) continue;
      for (const old of known) votes.set(old, (votes.get(old) ?? 0) + 1);
    }
    const best = [...votes].sort(([one, most], [other, more]) => more - most || one - other).slice(0, MAX_RIVALS);
    for (const [old] of best) rivals.push([old, now]);
  }
  return rivals;
}

/** Finds sentences that resemble each other without holding each against each. */
export function createNearMatches(keys: { readonly old: readonly string[]; readonly new: readonly string[] }) {
  const oldPairs = cached(keys.old);
  const newPairs = cached(keys.new);

  const weigh = (pairs: Iterable<readonly [old: number, now: number]>, threshold: number): readonly Candidate[] => {
    const candidates: Candidate[] = [];
    for (const [old, now] of pairs) {
      const [one, other] = [oldPairs(old), newPairs(now)];
      if (likenessBound(one, other) < threshold) continue;
      const degree = likeness(one, other);
      if (degree < threshold) continue;
      candidates.push({
        old,
        new: now,
        likeness: degree,
        weight: degree * degree * Math.min(one.length, other.length),
      });
    }
    return candidates;
  };

  return {
    /** Candidates anywhere among these places. */
    anywhere: (olds: readonly number[], news: readonly number[], threshold: number): readonly Candidate[] =>
      weigh(findRivals(keys, olds, news), threshold),

    /** Candidates among places that lie between the same neighbours in both reports, in order. */
    between: (olds: readonly number[], news: readonly number[], threshold: number): readonly Candidate[] => {
      if (olds.length * news.length <= MAX_TRIED) {
        return weigh(
          olds.flatMap((old) => news.map((now) => [old, now] as const)),
          threshold,
        );
      }
      const tried = new Map<string, readonly [number, number]>();
      for (const pair of findRivals(keys, olds, news)) tried.set(pair.join(), pair);
      for (const [place, now] of news.entries()) {
        const middle = Math.round((place * olds.length) / news.length);
        for (let at = Math.max(0, middle - BAND); at <= Math.min(olds.length - 1, middle + BAND); at += 1) {
          const pair = [olds[at] ?? 0, now] as const;
          tried.set(pair.join(), pair);
        }
      }
      return weigh(tried.values(), threshold);
    },
  };
}
