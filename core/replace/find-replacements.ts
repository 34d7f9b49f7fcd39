import type { Span } from "../compare/split-sentences.ts";
import { paragraphsOf } from "../document/block-content.ts";
import type { Block, Inline } from "../document/blocks.ts";
import { isToken, type TokenKind } from "../document/inline-traits.ts";
import { inlineText } from "../document/content-text.ts";
import { lengthOf } from "../document/slice-content.ts";
import { judgeHits, type JudgedHit } from "./judge-hits.ts";

/** One place where the looked-for text stands. Offsets are UTF-16 units of the paragraph's text. */
export type ReplacementHit = JudgedHit & {
  readonly block: number;
  /** Which paragraph of the block, as `paragraphsOf` lists them. */
  readonly paragraph: number;
};

export type Replacement = { readonly query: string; readonly replacement: string };

/** What of a paragraph is not typed text. */
function lockedSpans(content: readonly Inline[], year: number): readonly (Span & { by: TokenKind })[] {
  const spans: (Span & { by: TokenKind })[] = [];
  let start = 0;
  for (const inline of content) {
    const end = start + lengthOf(inline, year);
    if (isToken(inline)) spans.push({ start, end, by: inline.kind });
    start = end;
  }
  return spans;
}

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
    paragraphsOf(block).map((content, paragraph) => {
      const text = inlineText(content, year);
      const matches = matchesIn(text, query);
      const locked = matches.length === 0 ? [] : lockedSpans(content, year);
      return { block: index, paragraph, text, matches, locked };
    }),
  );
  const judged = judgeHits(paragraphs);
  return paragraphs.flatMap(({ block, paragraph }, index) =>
    (judged[index] ?? []).map((hit) => ({ ...hit, block, paragraph })),
  );
}
