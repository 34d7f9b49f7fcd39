import { splitSentences, type Span } from "../compare/split-sentences.ts";
import { paragraphsOf } from "../document/block-content.ts";
import type { Block, Inline } from "../document/blocks.ts";
import { inlineText } from "../document/plain-text.ts";
import { cutIntoWords, type PlacedWord } from "./document-words.ts";

/** One place where the looked-for text stands. Offsets are UTF-16 units of the paragraph's text. */
export type ReplacementHit = Span & {
  readonly block: number;
  /** Which paragraph of the block, as `paragraphsOf` lists them. */
  readonly paragraph: number;
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

export type Replacement = { readonly query: string; readonly replacement: string };

/** Hits of one kind, for choosing them together. */
export type ReplacementKind = {
  readonly kind: string;
  readonly partOfLongerWord: boolean;
  readonly hits: readonly ReplacementHit[];
};

/** What of a paragraph is not typed text. */
function lockedSpans(content: readonly Inline[], year: number): readonly (Span & { by: "year" | "blank" })[] {
  const spans: (Span & { by: "year" | "blank" })[] = [];
  let start = 0;
  for (const inline of content) {
    const end = start + inlineText([inline], year).length;
    if (inline.kind === "year" || inline.kind === "blank") spans.push({ start, end, by: inline.kind });
    start = end;
  }
  return spans;
}

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

/**
 * The longer word that a hit is part of, or the two words that it takes the end and the beginning of; otherwise the hit
 * itself. Where only one of its edges falls inside a word, it is more often the dictionary that cut wrongly (整|改到|位).
 */
function wordsAround(words: readonly PlacedWord[], hit: Span): Span {
  const first = spanAt(words, hit.start) ?? hit;
  const last = spanAt(words, hit.end - 1) ?? hit;
  const isInsideOne = first === last;
  const isAcross = first.start < hit.start && last.end > hit.end;
  return isInsideOne || isAcross ? { start: first.start, end: last.end } : { start: hit.start, end: hit.end };
}

type Paragraph = {
  readonly block: number;
  readonly paragraph: number;
  readonly content: readonly Inline[];
  readonly text: string;
};

function hitsIn(
  { block, paragraph, content, text }: Paragraph,
  words: readonly PlacedWord[],
  query: string,
  year: number,
): readonly ReplacementHit[] {
  const places: number[] = [];
  for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) places.push(at);
  if (places.length === 0) return [];
  const sentences = splitSentences(text);
  const names = namesOf(text);
  const locked = lockedSpans(content, year);
  return places.map((start) => {
    const end = start + query.length;
    const sentence = spanAt(sentences, start) ?? { start: 0, end: text.length };
    const around = wordsAround(words, { start, end });
    const name = spanAt(names, start);
    return {
      block,
      paragraph,
      start,
      end,
      sentence: {
        text: text.slice(Math.min(sentence.start, start), Math.max(sentence.end, end)),
        hitStart: start - Math.min(sentence.start, start),
      },
      kind: text.slice(around.start, around.end),
      partOfLongerWord: around.end - around.start > query.length,
      insideName: name !== undefined && end <= name.end && start > name.start ? text.slice(name.start, name.end) : null,
      lockedBy: locked.find((span) => overlaps(span, { start, end }))?.by ?? null,
    };
  });
}

/**
 * Every place where `query` stands, letter for letter, in reading order; none overlaps another. Nothing is replaced:
 * the writer chooses among them, and `applyReplacements` does it. Printed ordinals are not searched.
 * @param year 报告年度: years that follow it are found by the digits that they print
 */
export function findReplacements(
  blocks: readonly Block[],
  { query }: Pick<Replacement, "query">,
  year: number,
): readonly ReplacementHit[] {
  if (query === "" || query.includes("\n")) return [];
  const paragraphs = blocks.flatMap((block, index) =>
    paragraphsOf(block).map((content, paragraph) => ({
      block: index,
      paragraph,
      content,
      text: inlineText(content, year),
    })),
  );
  if (!paragraphs.some(({ text }) => text.includes(query))) return [];
  const words = cutIntoWords(paragraphs.map(({ text }) => text));
  return paragraphs.flatMap((paragraph, index) => hitsIn(paragraph, words[index] ?? [], query, year));
}

/** What is replaced unless the writer chooses otherwise: whole words of the text's own. */
export function isChosenAtFirst(hit: ReplacementHit): boolean {
  return !hit.partOfLongerWord && hit.insideName === null && hit.lockedBy === null;
}

/** Hits by the word around them: whole words first, then by number of hits, then in reading order. */
export function groupByKind(hits: readonly ReplacementHit[]): readonly ReplacementKind[] {
  const kinds = new Map<string, ReplacementHit[]>();
  for (const hit of hits) {
    const known = kinds.get(hit.kind);
    if (known === undefined) kinds.set(hit.kind, [hit]);
    else known.push(hit);
  }
  return [...kinds]
    .map(([kind, found]) => ({ kind, partOfLongerWord: found[0]?.partOfLongerWord === true, hits: found }))
    .sort(
      (one, other) =>
        Number(one.partOfLongerWord) - Number(other.partOfLongerWord) || other.hits.length - one.hits.length,
    );
}
