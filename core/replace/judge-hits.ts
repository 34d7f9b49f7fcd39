import { splitSentences, type Span } from "../compare/split-sentences.ts";
import { documentWords, prepareWords, type PlacedWord } from "./document-words.ts";
import { remembered } from "./remembered.ts";

/** A place where the looked-for text stands, with what speaks for and against replacing it. */
export type JudgedHit = Span & {
  /** The sentence it stands in, with the hit's place in it. */
  readonly sentence: { readonly text: string; readonly hitStart: number };
  /** The word or words that the hit lies in, whole: hits with the same one are of one kind. */
  readonly kind: string;
  /** The hit's edges fall inside a word: 强审 in 增强审计. Chosen only by hand. */
  readonly partOfLongerWord: boolean;
  /** The name of a document, law or plan that the hit is part of, with its 《》; null = none. Chosen only by hand. */
  readonly insideName: string | null;
  /** What stands there is not typed text: a year that follows 报告年度, or a blank's label. It cannot be replaced. */
  readonly lockedBy: "year" | "blank" | null;
};

/** A paragraph with the places to judge. Offsets are UTF-16 units of its text. */
export type JudgedParagraph = {
  readonly text: string;
  readonly matches: readonly Span[];
  /** What of it is not typed text. */
  readonly locked: readonly (Span & { readonly by: "year" | "blank" })[];
};

const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** The last of some ascending spans that begins at `place` or before it. */
function spanAt<S extends Span>(spans: readonly S[], place: number): S | undefined {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
}

/** Where names of documents stand, with their marks. */
function namesOf(text: string): readonly Span[] {
  return [...text.matchAll(/《[^《》]*(?:《[^《》]*》[^《》]*)*》/gu)].map(({ 0: name, index }) => ({
    start: index,
    end: index + name.length,
  }));
}

/** The words that a hit begins and ends in. */
type Around = { readonly first: PlacedWord; readonly last: PlacedWord };

/** The word that one edge of a hit falls inside of while the other edge is the edge of a word; null = no such word. */
function halfTaken(text: string, { first, last }: Around, hit: Span): string | null {
  const [cutsFirst, cutsLast] = [first.start < hit.start, last.end > hit.end];
  if (first.start === last.start || cutsFirst === cutsLast) return null;
  return cutsFirst ? text.slice(first.start, first.end) : text.slice(last.start, last.end);
}

/**
 * The longer word that a hit is part of, or the words that it takes the end and the beginning of; otherwise the hit
 * itself. Where only one of its edges falls inside a word, the dictionary may have cut wrongly (整|改到|位): the word
 * counts if the text uses it elsewhere (审计 in 建|强|审计).
 */
function wordsAround(text: string, around: Around, hit: Span, isUsed: (word: string) => boolean): Span {
  const { first, last } = around;
  const isInsideOne = first.start === last.start;
  const isAcross = first.start < hit.start && last.end > hit.end;
  const half = halfTaken(text, around, hit);
  if (!isInsideOne && !isAcross && (half === null || !isUsed(half))) return { start: hit.start, end: hit.end };
  return { start: first.start, end: last.end };
}

/** Paragraphs whose sentences are remembered. */
const MOST_KNOWN = 20_000;
const sentencesOf = remembered(MOST_KNOWN, splitSentences);

function judge(
  { text, matches, locked }: JudgedParagraph,
  arounds: readonly Around[],
  isUsed: (word: string) => boolean,
): readonly JudgedHit[] {
  if (matches.length === 0) return [];
  const sentences = sentencesOf(text);
  const names = namesOf(text);
  return matches.map(({ start, end }, index) => {
    const words = arounds[index];
    const sentence = spanAt(sentences, start) ?? { start: 0, end: text.length };
    const around = words ? wordsAround(text, words, { start, end }, isUsed) : { start, end };
    const name = spanAt(names, start);
    const sentenceStart = Math.min(sentence.start, start);
    return {
      start,
      end,
      sentence: { text: text.slice(sentenceStart, Math.max(sentence.end, end)), hitStart: start - sentenceStart },
      kind: text.slice(around.start, around.end),
      partOfLongerWord: around.end - around.start > end - start,
      insideName: name !== undefined && end <= name.end && start > name.start ? text.slice(name.start, name.end) : null,
      lockedBy: locked.find((span) => overlaps(span, { start, end }))?.by ?? null,
    };
  });
}

/**
 * Judges places by the words of the whole text.
 * @param paragraphs all of the text, also those without a match: its words are learned from them
 * @returns the hits of each paragraph
 */
export function judgeHits(paragraphs: readonly JudgedParagraph[]): readonly (readonly JudgedHit[])[] {
  if (!paragraphs.some(({ matches }) => matches.length > 0)) return paragraphs.map(() => []);
  const words = documentWords(paragraphs.map(({ text }) => text));
  const arounds = paragraphs.map(({ matches }, index) =>
    matches.map(({ start, end }): Around => ({ first: words.at(index, start), last: words.at(index, end - 1) })),
  );
  const taken = new Map<string, number>();
  for (const [index, { text, matches }] of paragraphs.entries()) {
    for (const [at, match] of matches.entries()) {
      const around = arounds[index]?.[at];
      const half = around ? halfTaken(text, around, match) : null;
      if (half !== null) taken.set(half, (taken.get(half) ?? 0) + 1);
    }
  }
  const used = new Set([...taken].flatMap(([word, count]) => (words.countOf(word) >= 2 * count + 1 ? [word] : [])));
  return paragraphs.map((paragraph, index) => judge(paragraph, arounds[index] ?? [], (word) => used.has(word)));
}

/** Looks through a part of the text beforehand, so that judging finds it done. */
export function prepareJudging(paragraphs: readonly string[]): void {
  prepareWords(paragraphs);
  paragraphs.forEach(sentencesOf);
}

/** What is replaced unless the writer chooses otherwise: whole words of the text's own. */
export function isChosenAtFirst(hit: JudgedHit): boolean {
  return !hit.partOfLongerWord && hit.insideName === null && hit.lockedBy === null;
}
