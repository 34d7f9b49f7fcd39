import { type TokenKind } from "../../../core/document/inline-traits.ts";

export type FindOptions = {
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  /** Every hit is judged whether it may be replaced. */
  readonly judged: boolean;
};

/** A piece of a paragraph's text as the editor holds it. */
export type TextRun = {
  readonly key: string;
  readonly start: number;
  readonly length: number;
  /** No typed text: a year that follows 报告年度, or a blank. It is never replaced. */
  readonly lockedBy: TokenKind | null;
};
export type ParagraphText = { readonly key: string; readonly text: string; readonly runs: readonly TextRun[] };

const contextLength = 16;
const westernCharacter = /[A-Za-z0-9_]/u;

/** Where `query` stands in a text, from left to right, without overlaps. */
export function findMatches(
  text: string,
  query: string,
  { matchCase, wholeWord }: Omit<FindOptions, "judged">,
): readonly { readonly start: number; readonly end: number }[] {
  if (query === "") return [];
  const fold = (part: string): string => (matchCase ? part : foldCase(part));
  const haystack = fold(text);
  const needle = fold(query);
  const found: { start: number; end: number }[] = [];
  for (let from = 0; ;) {
    const start = haystack.indexOf(needle, from);
    if (start < 0) return found;
    const end = start + needle.length;
    if (wholeWord && !isWholeWord(text, start, end)) from = start + 1;
    else {
      found.push({ start, end });
      from = end;
    }
  }
}

/** Lower case letter by letter, so that offsets stay those of the text. */
function foldCase(text: string): string {
  return text.replaceAll(/[A-ZＡ-Ｚ]/gu, (letter) => letter.toLowerCase());
}

/** 全字匹配 concerns Western words and numbers: a hit must not cut one. Chinese has no word limits to go by. */
function isWholeWord(text: string, start: number, end: number): boolean {
  const cuts = (left: string, right: string): boolean => westernCharacter.test(left) && westernCharacter.test(right);
  return !cuts(text.charAt(start - 1), text.charAt(start)) && !cuts(text.charAt(end - 1), text.charAt(end));
}

/** A hit with some of the text around it, for the list. */
export function hitText(text: string, start: number, end: number): { before: string; match: string; after: string } {
  const from = Math.max(0, start - contextLength);
  const to = Math.min(text.length, end + contextLength);
  return {
    before: (from > 0 ? "…" : "") + text.slice(from, start).replaceAll("\uFFFC", ""),
    match: text.slice(start, end),
    after: text.slice(end, to).replaceAll("\uFFFC", "") + (to < text.length ? "…" : ""),
  };
}
