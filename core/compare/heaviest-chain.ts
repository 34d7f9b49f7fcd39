/** A possible or found pair of sentences, by their places. */
export type WeightedMatch = { readonly old: number; readonly new: number; readonly weight: number };

/**
 * Of some matches those that ascend on both sides and weigh most together. `matches` may name a place more than once;
 * the chain does not. O(n log n).
 */
export function heaviestChain<M extends WeightedMatch>(matches: readonly M[]): readonly M[] {
  // with the same old place the later new one first, so that no two of them can follow each other
  const sorted = [...matches].sort((one, other) => one.old - other.old || other.new - one.new);
  const places = [...new Set(sorted.map((match) => match.new))].sort((one, other) => one - other);
  const rankOf = new Map(places.map((place, index) => [place, index + 1]));
  /** Fenwick tree: the best chain that ends at a rank or before it. */
  const best = new Int32Array(places.length + 1).fill(-1);
  const total = new Float64Array(sorted.length);
  const previous = new Int32Array(sorted.length).fill(-1);
  let last = -1;
  for (const [at, match] of sorted.entries()) {
    const rank = rankOf.get(match.new) ?? 0;
    let before = -1;
    for (let node = rank - 1; node > 0; node -= node & -node) {
      const chain = best[node] ?? -1;
      if (chain >= 0 && (before < 0 || (total[chain] ?? 0) > (total[before] ?? 0))) before = chain;
    }
    previous[at] = before;
    total[at] = match.weight + (before < 0 ? 0 : (total[before] ?? 0));
    for (let node = rank; node < best.length; node += node & -node) {
      const chain = best[node] ?? -1;
      if (chain < 0 || (total[at] ?? 0) > (total[chain] ?? 0)) best[node] = at;
    }
    if (last < 0 || (total[at] ?? 0) > (total[last] ?? 0)) last = at;
  }
  const chain: M[] = [];
  for (let at = last; at >= 0; at = previous[at] ?? -1) {
    const match = sorted[at];
    if (match !== undefined) chain.push(match);
  }
  return chain.reverse();
}
