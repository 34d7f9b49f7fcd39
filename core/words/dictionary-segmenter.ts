import dictionary from "./dictionary.json" with { type: "json" };
import type { Segmenter } from "./segmenter.ts";

/** The words that begin with one character: how common each is, as the logarithm (base 2) of its frequency, and the longest. */
type WordsOfLetter = { readonly levels: ReadonlyMap<string, number>; readonly longest: number };

/** The words of each level, in the order of their UTF-16 units, one blank between two. */
const lists: readonly (readonly [level: number, words: string])[] = Object.entries(dictionary.words).map(
  ([level, words]) => [Number(level), words],
);

/** Where the first word of an ordered list begins that does not come before `wanted`. */
function placeOf(wanted: string, words: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const start = words.lastIndexOf(" ", ((low + high) >> 1) - 1) + 1;
    const end = words.indexOf(" ", start);
    const next = end < 0 ? words.length : end;
    if (start < low || words.slice(start, next) >= wanted) high = Math.max(start, low);
    else low = Math.min(next + 1, words.length);
  }
  return low;
}

function readWordsOf(letter: string): WordsOfLetter {
  const levels = new Map<string, number>();
  const after = String.fromCharCode(letter.charCodeAt(0) + 1);
  let longest = 1;
  for (const [level, words] of lists) {
    for (const word of words.slice(placeOf(letter, words), placeOf(after, words)).split(" ")) {
      if (word === "") continue;
      levels.set(word, level);
      if (word.length > longest) longest = word.length;
    }
  }
  return { levels, longest };
}

const known = new Map<string, WordsOfLetter>();

/** Read when a letter is met first: a title has twenty letters, and reading the words of all takes longer than a title. */
function wordsOf(letter: string): WordsOfLetter {
  const found = known.get(letter) ?? readWordsOf(letter);
  known.set(letter, found);
  return found;
}

/** The most probable words of a run of Chinese characters: each word counts as often as the dictionary knows it. */
function cutChinese(run: string): readonly string[] {
  const best = new Float64Array(run.length + 1);
  const ends = new Uint32Array(run.length);
  for (let start = run.length - 1; start >= 0; start -= 1) {
    const { levels, longest } = wordsOf(run.charAt(start));
    const most = Math.min(run.length - start, longest);
    best[start] = -Infinity;
    for (let length = 1; length <= most; length += 1) {
      const level = levels.get(run.slice(start, start + length)) ?? (length === 1 ? 0 : null);
      if (level === null) continue;
      const score = level - dictionary.totalLevel + (best[start + length] ?? 0);
      if (score <= (best[start] ?? 0)) continue;
      best[start] = score;
      ends[start] = start + length;
    }
  }
  const cut: string[] = [];
  for (let at = 0; at < run.length;) {
    const end = ends[at] ?? run.length;
    cut.push(run.slice(at, end));
    at = end;
  }
  return cut;
}

/** Chinese characters of the basic plane; Western words and figures, with the signs inside them; white space; one mark. */
const run = /[\u3400-\u9fff\uf900-\ufaff]+|[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]+(?:[.\-/:&'][0-9A-Za-z]+)*[%％‰]?|\s+|[^]/gu;

/**
 * Words by the program's own word list, the same on every computer: what the system knows of Chinese differs between its
 * versions. Time grows with the length of the text.
 */
export const segmentWords: Segmenter = (text) => {
  const cut: string[] = [];
  for (const [part] of text.matchAll(run)) {
    if (/^[\u3400-\u9fff\uf900-\ufaff]/u.test(part)) for (const word of cutChinese(part)) cut.push(word);
    else cut.push(part);
  }
  return cut;
};
