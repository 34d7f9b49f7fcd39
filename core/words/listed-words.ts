/** A word of a list at a place of a text. */
export type ListedWord = { readonly start: number; readonly end: number; readonly word: string };

const KEY_LENGTH = 2;

/**
 * A function that finds the words of a list in a text: the longest at each place, without overlaps, in order. The work
 * does not grow with the length of the list. Words of one character are not looked for.
 */
export function listedWords(words: readonly string[]): (text: string) => readonly ListedWord[] {
  const byKey = new Map<string, string[]>();
  for (const word of [...new Set(words)].sort((one, other) => other.length - one.length)) {
    if (word.length < KEY_LENGTH) continue;
    const key = word.slice(0, KEY_LENGTH);
    const own = byKey.get(key);
    if (own === undefined) byKey.set(key, [word]);
    else own.push(word);
  }
  if (byKey.size === 0) return () => [];
  return (text) => {
    const found: ListedWord[] = [];
    for (let at = 0; at + KEY_LENGTH <= text.length; at += 1) {
      const word = byKey.get(text.slice(at, at + KEY_LENGTH))?.find((one) => text.startsWith(one, at));
      if (word === undefined) continue;
      found.push({ start: at, end: at + word.length, word });
      at += word.length - 1;
    }
    return found;
  };
}
