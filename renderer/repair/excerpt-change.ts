/** Two excerpts with what they share at both ends taken apart from what differs. */
export type ExcerptChange = {
  readonly start: string;
  readonly removed: string;
  readonly added: string;
  readonly end: string;
};

/** What changes from one excerpt to the other, by whole characters. */
export function excerptChange(before: string, after: string): ExcerptChange {
  const [old, next] = [Array.from(before), Array.from(after)];
  const shortest = Math.min(old.length, next.length);
  let start = 0;
  while (start < shortest && old[start] === next[start]) start += 1;
  let end = 0;
  while (end < shortest - start && old[old.length - 1 - end] === next[next.length - 1 - end]) end += 1;
  return {
    start: old.slice(0, start).join(""),
    removed: old.slice(start, old.length - end).join(""),
    added: next.slice(start, next.length - end).join(""),
    end: old.slice(old.length - end).join(""),
  };
}
