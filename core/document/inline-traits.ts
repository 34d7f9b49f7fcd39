import type { Inline } from "./blocks.ts";

type Kind = Inline["kind"];
type InlineOf<K extends Kind> = Extract<Inline, { kind: K }>;

/** What a part of a paragraph is to those who read, count, cut and mark text. */
type InlineTraits<K extends Kind> = {
  /** The words it prints as under 报告年度 `year`. */
  readonly text: (inline: InlineOf<K>, year: number) => string;
  /** May be parted between two of its characters. What may not is kept, moved and replaced whole. */
  readonly isCuttable: boolean;
  /** May belong to an item of the review (`reviewId`). */
  readonly isReviewable: boolean;
  /** What counts of it: its words, or nothing, which parts the words around it as a space does. */
  readonly countsAs: "words" | "space";
  /** Somebody has yet to write here. */
  readonly isOpen: boolean;
  /** Prints other words under another 报告年度. */
  readonly followsYear: boolean;
};

/** How a blank prints wherever a report leaves the program with blanks in it. */
export const blankText = (label: string): string => `【${label}】`;

/** One entry a kind: a kind added to the model does not compile until all that reads text knows what it is. */
const traits: { readonly [K in Kind]: InlineTraits<K> } = {
  text: {
    text: ({ text }) => text,
    isCuttable: true,
    isReviewable: true,
    countsAs: "words",
    isOpen: false,
    followsYear: false,
  },
  blank: {
    text: ({ label }) => blankText(label),
    isCuttable: false,
    isReviewable: false,
    // nothing is written yet, so its label does not count
    countsAs: "space",
    isOpen: true,
    followsYear: false,
  },
  year: {
    text: ({ offset }, year) => String(year + offset),
    isCuttable: false,
    isReviewable: true,
    countsAs: "words",
    isOpen: false,
    followsYear: true,
  },
  figure: {
    text: ({ text }) => text,
    isCuttable: false,
    isReviewable: true,
    countsAs: "words",
    isOpen: false,
    followsYear: false,
  },
  break: {
    text: () => "\n",
    isCuttable: true,
    isReviewable: false,
    countsAs: "space",
    isOpen: false,
    followsYear: false,
  },
};

function traitsOf<K extends Kind>(inline: InlineOf<K> & { readonly kind: K }): InlineTraits<K> {
  return traits[inline.kind];
}

/** The words of one part of a paragraph: a blank as 【label】, a year as digits, a soft break as a line feed. */
export const wordsOf = (inline: Inline, year: number): string => traitsOf(inline).text(inline, year);

/** What is no typed text: kept, moved and replaced whole. */
export type TokenKind = "blank" | "year" | "figure";
export const isToken = (inline: Inline): inline is InlineOf<TokenKind> => !traitsOf(inline).isCuttable;

/** Counts as written words. */
export const isWritten = (inline: Inline): boolean => traitsOf(inline).countsAs === "words";

/** A place that somebody has yet to write in. */
export const isOpen = (inline: Inline): inline is InlineOf<"blank"> => traitsOf(inline).isOpen;

/** A year that goes with 报告年度 by itself. */
export const followsYear = (inline: Inline): inline is InlineOf<"year"> => traitsOf(inline).followsYear;

/** The parts that may belong to an item of the review. */
type Reviewable = Extract<Inline, { readonly reviewId?: string | undefined }>;
export const isReviewable = (inline: Inline): inline is Reviewable => traitsOf(inline).isReviewable;

/** The item of the review that a part belongs to. */
export const reviewIdOf = (inline: Inline): string | undefined => (isReviewable(inline) ? inline.reviewId : undefined);
