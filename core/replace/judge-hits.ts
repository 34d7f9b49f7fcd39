import type { TokenKind } from "../document/inline-traits.ts";
import { splitSentences } from "../compare/split-sentences.ts";
import type { Span } from "../document/place.ts";
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
  readonly lockedBy: TokenKind | null;
};

/** A paragraph with the places to judge. Offsets are UTF-16 units of its text. */
export type JudgedParagraph = {
  readonly text: string;
  readonly matches: readonly Span[];
  /** What of it is not typed text. */
  readonly locked: readonly (Span & { readonly by: TokenKind })[];
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

/** The words that a hit begins and ends in, as one stretch of the text. */
type Around = Span & {
  /** Both edges are inside words, or the hit lies in one word. */
  readonly isLonger: boolean;
  /** The word that one edge falls inside of while the other is the edge of a word; null = no such word. */
  readonly half: string | null;
};

function aroundOf(text: string, first: PlacedWord, last: PlacedWord, hit: Span): Around {
  const [cutsFirst, cutsLast] = [first.start < hit.start, last.end > hit.end];
  const isLonger = first.start === last.start || (cutsFirst && cutsLast);
  const cut = cutsFirst ? first : last;
  const half = isLonger || cutsFirst === cutsLast ? null : text.slice(cut.start, cut.end);
  return { start: first.start, end: last.end, isLonger, half };
}

/** Paragraphs whose sentences are remembered. */
const MOST_KNOWN = 20_000;
const sentencesOf = remembered(MOST_KNOWN, splitSentences);

/** A match with the words around it. */
type PlacedMatch = Span & { readonly around: Around };
type PlacedParagraph = Omit<JudgedParagraph, "matches"> & { readonly matches: readonly PlacedMatch[] };

/**
 * Where only one edge of a hit falls inside a word, the dictionary may have cut wrongly (整|改到|位): the word counts if
 * the text uses it elsewhere (审计 in 建|强|审计).
 */
function judge({ text, matches, locked }: PlacedParagraph, used: ReadonlySet<string>): readonly JudgedHit[] {
  if (matches.length === 0) return [];
  const sentences = sentencesOf(text);
  const names = namesOf(text);
  return matches.map(({ start, end, around: words }) => {
    const isPart = words.isLonger || (words.half !== null && used.has(words.half));
    const around = isPart ? words : { start, end };
    const sentence = spanAt(sentences, start) ?? { start: 0, end: text.length };
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
  const placed = paragraphs.map(({ text, matches, locked }, index): PlacedParagraph => {
    const around = (hit: Span): Around => aroundOf(text, words.at(index, hit.start), words.at(index, hit.end - 1), hit);
    return { text, locked, matches: matches.map((hit) => ({ ...hit, around: around(hit) })) };
  });
  const taken = new Map<string, number>();
  for (const { around } of placed.flatMap(({ matches }) => matches)) {
    if (around.half !== null) taken.set(around.half, (taken.get(around.half) ?? 0) + 1);
  }
  const used = new Set([...taken].flatMap(([word, count]) => (words.countOf(word) > 2 * count ? [word] : [])));
  return placed.map((paragraph) => judge(paragraph, used));
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
