/** The pairs of neighbouring characters of a key, sorted: what two sentences are held against each other by. */
export type CharacterPairs = Uint32Array;

export function characterPairs(key: string): CharacterPairs {
  const pairs = new Uint32Array(Math.max(0, key.length - 1));
  for (let at = 0; at < pairs.length; at += 1) pairs[at] = ((key.charCodeAt(at) << 16) | key.charCodeAt(at + 1)) >>> 0;
  return pairs.sort();
}

/** The most that sentences of these sizes can have in common; known before they are compared. */
export function likenessBound(one: CharacterPairs, other: CharacterPairs): number {
  const total = one.length + other.length;
  return total === 0 ? 0 : (2 * Math.min(one.length, other.length)) / total;
}

/** 0 = nothing in common … 1 = the same pairs (Dice's coefficient over character pairs with their counts). */
export function likeness(one: CharacterPairs, other: CharacterPairs): number {
  let [at, otherAt, common] = [0, 0, 0];
  while (at < one.length && otherAt < other.length) {
    const difference = (one[at] ?? 0) - (other[otherAt] ?? 0);
    if (difference === 0) common += 1;
    if (difference <= 0) at += 1;
    if (difference >= 0) otherAt += 1;
  }
  const total = one.length + other.length;
  return total === 0 ? 0 : (2 * common) / total;
}
