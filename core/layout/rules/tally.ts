/** What most of a text has, and what else there is, most frequent first. Shares of all, 0–1. */
export type Tally<T> = {
  readonly value: T;
  readonly others: readonly { readonly value: T; readonly share: number }[];
};

/** Counts values by their weights; null where nothing has a weight. */
export function tallyOf<T>(values: readonly (readonly [value: T, weight: number])[]): Tally<T> | null {
  const weights = new Map<T, number>();
  let total = 0;
  for (const [value, weight] of values) {
    weights.set(value, (weights.get(value) ?? 0) + weight);
    total += weight;
  }
  const [first, ...others] = [...weights].sort(([, one], [, other]) => other - one);
  if (first === undefined || total === 0) return null;
  return { value: first[0], others: others.map(([value, weight]) => ({ value, share: weight / total })) };
}

/** So many of the rest are named, and none that is as good as nothing. */
const MOST_NAMED = 3;
const LEAST_SHARE = 0.002;

/** The rest in words: 另有 30 磅（4%） */
export const describeOthers = <T>({ others }: Tally<T>, words: (value: T) => string): readonly string[] =>
  others
    .filter(({ share }) => share >= LEAST_SHARE)
    .slice(0, MOST_NAMED)
    .map(({ value, share }) => `${words(value)}（${share < 0.01 ? "不到 1" : Math.round(share * 100)}%）`);
