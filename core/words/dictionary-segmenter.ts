import dictionary from "./dictionary.json" with { type: "json" };
import type { Segmenter } from "./segmenter.ts";

/** How common each word is, as the logarithm (base 2) of its frequency; and the longest word that begins with a letter. */
type Words = { readonly levels: ReadonlyMap<string, number>; readonly longest: ReadonlyMap<string, number> };

function readDictionary(): Words {
  const levels = new Map<string, number>();
  const longest = new Map<string, number>();
  for (const [level, words] of Object.entries(dictionary.words)) {
    for (const word of words.split(" ")) {
      levels.set(word, Number(level));
      const first = word.charAt(0);
      if (word.length > (longest.get(first) ?? 1)) longest.set(first, word.length);
    }
  }
  return { levels, longest };
}

let known: Words | null = null;
/** Read when the first word is asked for: most starts of the program need none. */
const words = (): Words => (known ??= readDictionary());

/** The most probable words of a run of Chinese characters: each word counts as often as the dictionary knows it. */
function cutChinese(run: string, { levels, longest }: Words): readonly string[] {
  const best = new Float64Array(run.length + 1);
  const ends = new Uint32Array(run.length);
  for (let start = run.length - 1; start >= 0; start -= 1) {
    const most = Math.min(run.length - start, longest.get(run.charAt(start)) ?? 1);
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
    if (/^[\u3400-\u9fff\uf900-\ufaff]/u.test(part)) for (const word of cutChinese(part, words())) cut.push(word);
    else cut.push(part);
  }
  return cut;
};
