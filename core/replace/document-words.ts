import { segmentWords } from "../words/dictionary-segmenter.ts";
import { remembered } from "./remembered.ts";

/** Single characters that join words and are no part of one. */
const joining = new Set("的了和与及在是对为以从到等并或由于向将把被使让其各该本此这那一二三四五六七八九十个年月日");
const isChinese = (word: string): boolean => /^\p{Script=Han}$/u.test(word);
const isPart = (word: string): boolean => isChinese(word) && !joining.has(word);
const MIN_COUNT = 2;
const MAX_LENGTH = 4;

/** A word of a text with its place, in UTF-16 units. */
export type PlacedWord = { readonly start: number; readonly end: number };

/** A text cut by the dictionary. `starts`: where each word begins, and at last where the text ends. */
type Cut = { readonly starts: readonly number[]; readonly runs: readonly Run[] };
/** `at`: number of its first word. */
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

/**
 * The word of the document that the part `wanted` of a run belongs to: where it begins in the run and how many
 * characters it has. The commonest wins.
 */
function joinedPart(parts: readonly string[], wanted: number, counts: ReadonlyMap<string, number>): [number, number] {
  for (let from = 0; from < parts.length;) {
    let [length, most] = [1, MIN_COUNT - 1];
    for (let tried = 2; tried <= Math.min(MAX_LENGTH, parts.length - from); tried += 1) {
      const count = counts.get(parts.slice(from, from + tried).join("")) ?? 0;
      if (count > most) [length, most] = [tried, count];
    }
    if (wanted < from + length) return [from, length];
    from += length;
  }
  return [wanted, 1];
}

/** Paragraphs remembered: a long report and those that it is compared with. */
const MOST_KNOWN = 20_000;
/** Stretches between marks remembered: of a changed paragraph only the changed ones are cut anew. */
const MOST_STRETCHES = 200_000;

/** Words never go across these marks. */
const stretch = /[^，、。；：！？\s]+|[，、。；：！？\s]/gu;
const wordsOfStretch = remembered(MOST_STRETCHES, segmentWords);

const cutOf = remembered(MOST_KNOWN, (text): Cut => {
  const words = [...text.matchAll(stretch)].flatMap(([part]) => wordsOfStretch(part));
  const starts = [0];
  let end = 0;
  for (const word of words) starts.push((end += word.length));
  return { starts, runs: unknownRuns(words) };
});

/** Cuts paragraphs beforehand. */
export function prepareWords(paragraphs: readonly string[]): void {
  for (const text of paragraphs) cutOf(text);
}

/** How often each run of the text stands between known words. */
function countRuns(cuts: readonly Cut[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { runs } of cuts) {
    for (const { parts } of runs) {
      const word = parts.join("");
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

/** The last of some ascending numbers that is not beyond `wanted`; -1 = none. */
function lastUpTo<Item>(items: readonly Item[], wanted: number, numberOf: (item: Item) => number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && numberOf(item) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export type DocumentWords = {
  /** The word at a place of a paragraph, by the paragraph's number. */
  readonly at: (paragraph: number, place: number) => PlacedWord;
  /** How often the dictionary cuts this word out of the text. */
  readonly countOf: (word: string) => number;
};

/**
 * Tells words as a reader would: by the dictionary, and where that knows only single characters, by what the document
 * itself uses again and again (强审, 金审).
 */
export function documentWords(paragraphs: readonly string[]): DocumentWords {
  const cuts = paragraphs.map(cutOf);
  const counts = countRuns(cuts);
  const at = (paragraph: number, place: number): PlacedWord => {
    const { starts, runs } = cuts[paragraph] ?? { starts: [0], runs: [] };
    const word = lastUpTo(starts, place, (start) => start);
    const run = runs[lastUpTo(runs, word, ({ at: first }) => first)];
    let [first, length] = [word, 1];
    if (run !== undefined && word < run.at + run.parts.length) {
      [first, length] = joinedPart(run.parts, word - run.at, counts);
      first += run.at;
    }
    const start = starts[first] ?? place;
    return { start, end: starts[first + length] ?? start };
  };
  const countOf = (word: string): number => {
    let count = 0;
    for (const [index, text] of paragraphs.entries()) {
      const starts = cuts[index]?.starts ?? [];
      for (let place = text.indexOf(word); place >= 0; place = text.indexOf(word, place + word.length)) {
        const cut = lastUpTo(starts, place, (start) => start);
        if (starts[cut] === place && starts[cut + 1] === place + word.length) count += 1;
      }
    }
    return count;
  };
  return { at, countOf };
}
