import { dictionaryWordsOf } from "../compare/words-of.ts";

/** Single characters that join words and are no part of one. */
const joining = new Set("的了和与及在是对为以从到等并或由于向将把被使让其各该本此这那一二三四五六七八九十个年月日");
const isChinese = (word: string): boolean => /^\p{Script=Han}$/u.test(word);
const isPart = (word: string): boolean => isChinese(word) && !joining.has(word);
const MIN_COUNT = 2;
const MAX_LENGTH = 4;

/** A word of a text with its place, in UTF-16 units. */
export type PlacedWord = { readonly start: number; readonly end: number };

type Cut = { readonly words: readonly string[]; readonly runs: readonly Run[] };
type Run = { readonly at: number; readonly parts: readonly string[] };

/** Runs of single characters between known words: where a text has words that no dictionary knows. */
function unknownRuns(words: readonly string[]): readonly Run[] {
  const runs: { at: number; parts: string[] }[] = [];
  for (const [at, word] of words.entries()) {
    if (!isPart(word)) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.at + last.parts.length === at) last.parts.push(word);
    else runs.push({ at, parts: [word] });
  }
  return runs.filter(({ parts }) => parts.length > 1);
}

/** What of a run is a word of the document: where it begins and how many characters it has. The commonest wins. */
function joinedParts({ at, parts }: Run, counts: ReadonlyMap<string, number>): readonly (readonly [number, number])[] {
  const joined: (readonly [number, number])[] = [];
  for (let from = 0; from < parts.length;) {
    let [length, most] = [1, MIN_COUNT - 1];
    for (let tried = 2; tried <= Math.min(MAX_LENGTH, parts.length - from); tried += 1) {
      const count = counts.get(parts.slice(from, from + tried).join("")) ?? 0;
      if (count > most) [length, most] = [tried, count];
    }
    if (length > 1) joined.push([at + from, length]);
    from += length;
  }
  return joined;
}

/** Paragraphs remembered: a long report and those that it is compared with. */
const MOST_KNOWN = 20_000;
/** To look for another word, or again after a few changed paragraphs, must not cut all of the text anew. */
const known = new Map<string, Cut>();

function cutOf(text: string): Cut {
  const found = known.get(text);
  if (found !== undefined) return found;
  const words = dictionaryWordsOf(text);
  const cut = { words, runs: unknownRuns(words) };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, cut);
  return cut;
}

/** Cuts a part of the text beforehand, so that a look for hits finds it done. */
export function prepareWords(paragraphs: readonly string[]): void {
  for (const text of paragraphs) cutOf(text);
}

/**
 * Cuts paragraphs into words as a reader would: by the dictionary, and where that knows only single characters, by what
 * the document itself uses again and again (强审, 金审).
 * @returns the words of each paragraph, in order, without gaps
 */
export function cutIntoWords(paragraphs: readonly string[]): readonly (readonly PlacedWord[])[] {
  const cut = paragraphs.map(cutOf);
  const counts = new Map<string, number>();
  for (const { runs } of cut) {
    for (const { parts } of runs) {
      const word = parts.join("");
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return cut.map(({ words, runs }) => {
    const lengths = new Map(runs.flatMap((run) => joinedParts(run, counts)));
    const placed: PlacedWord[] = [];
    let start = 0;
    for (let at = 0; at < words.length;) {
      const next = at + (lengths.get(at) ?? 1);
      const end = start + words.slice(at, next).join("").length;
      placed.push({ start, end });
      [at, start] = [next, end];
    }
    return placed;
  });
}
