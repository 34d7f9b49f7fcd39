import type { Place, Span } from "../document/place.ts";
import { placedInlines, placedParagraphs, placeIn } from "../document/placed-texts.ts";
import type { Block, Inline } from "../document/blocks.ts";
import { isToken, type TokenKind } from "../document/inline-traits.ts";
import { inlineText } from "../document/content-text.ts";
import { judgeHits, type JudgedHit } from "./judge-hits.ts";

/** One place where the looked-for text stands. */
export type ReplacementHit = JudgedHit & Place;

export type Replacement = { readonly query: string; readonly replacement: string };

/** What of a paragraph is not typed text. */
const lockedSpans = (content: readonly Inline[], year: number): readonly (Span & { by: TokenKind })[] =>
  placedInlines({ content, start: 0 }, year).flatMap(({ inline, start, end }) =>
    isToken(inline) ? [{ start, end, by: inline.kind }] : [],
  );

function matchesIn(text: string, query: string): readonly Span[] {
  const matches: Span[] = [];
  for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) {
    matches.push({ start: at, end: at + query.length });
  }
  return matches;
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
    placedParagraphs(block, index, year).map((paragraph) => {
      const text = inlineText(paragraph.content, year);
      const matches = matchesIn(text, query);
      const locked = matches.length === 0 ? [] : lockedSpans(paragraph.content, year);
      return { paragraph, text, matches, locked };
    }),
  );
  const judged = judgeHits(paragraphs);
  return paragraphs.flatMap(({ paragraph }, index) =>
    (judged[index] ?? []).map((hit) => ({ ...hit, ...placeIn(paragraph, hit) })),
  );
}
