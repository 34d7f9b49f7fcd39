/** Places that are free on both sides between the same neighbours. */
type Gap = { readonly olds: readonly number[]; readonly news: readonly number[] };

/** Which place of the old sequence is which of the new one, while it is being found out. */
export type Pairing = {
  /** Pairs two places if both are free. Pairs `inFrame` ascend on both sides: gaps lie between them. */
  readonly add: (old: number, now: number, place: "inFrame" | "anywhere") => boolean;
  readonly freeOlds: () => readonly number[];
  readonly freeNews: () => readonly number[];
  /** Ascending by old. */
  readonly pairs: () => readonly { readonly old: number; readonly new: number }[];
  readonly gaps: () => readonly Gap[];
};

const FREE = -1;

const freeOf = (partners: Int32Array, start: number, end: number): number[] => {
  const free: number[] = [];
  for (let at = start; at < end; at += 1) if (partners[at] === FREE) free.push(at);
  return free;
};

export function createPairing(oldCount: number, newCount: number): Pairing {
  const newOf = new Int32Array(oldCount).fill(FREE);
  const oldOf = new Int32Array(newCount).fill(FREE);
  const isFrame = new Uint8Array(oldCount);

  const gaps = (): readonly Gap[] => {
    const found: Gap[] = [];
    let [oldStart, newStart] = [0, 0];
    const close = (oldEnd: number, newEnd: number): void => {
      const gap = { olds: freeOf(newOf, oldStart, oldEnd), news: freeOf(oldOf, newStart, newEnd) };
      if (gap.olds.length > 0 && gap.news.length > 0) found.push(gap);
      [oldStart, newStart] = [oldEnd + 1, newEnd + 1];
    };
    for (const [old, now] of newOf.entries()) if (isFrame[old] === 1) close(old, now);
    close(oldCount, newCount);
    return found;
  };

  return {
    add: (old, now, place) => {
      if (newOf[old] !== FREE || oldOf[now] !== FREE) return false;
      newOf[old] = now;
      oldOf[now] = old;
      if (place === "inFrame") isFrame[old] = 1;
      return true;
    },
    freeOlds: () => freeOf(newOf, 0, oldCount),
    freeNews: () => freeOf(oldOf, 0, newCount),
    pairs: () => [...newOf.entries()].flatMap(([old, now]) => (now === FREE ? [] : [{ old, new: now }])),
    gaps,
  };
}
