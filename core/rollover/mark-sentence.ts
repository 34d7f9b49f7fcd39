import type { Block, Inline } from "../document/blocks.ts";
import { inlineText } from "../document/content-text.ts";
import { followsYear, isOpen, isToken } from "../document/inline-traits.ts";
import { joinRuns } from "../document/join-runs.ts";
import type { ReviewFact } from "../document/review.ts";
import { cut } from "../document/slice-content.ts";
import { withoutReview } from "../document/without-review.ts";
import { findTokens } from "./find-tokens.ts";
import { markContent, type Span } from "./mark-content.ts";
import type { Place } from "../document/place.ts";
import { paragraphAt, placedInlines, type PlacedInline, placedParagraphs, spanIn } from "../document/placed-texts.ts";
import { roleOf } from "./text-role.ts";
import { isWithin, overlap, rangeAt, type Range } from "./ranges.ts";
import { viewOf } from "./text-view.ts";
import type { Years } from "./token.ts";

export type MarkedSentence = { readonly content: readonly Inline[]; readonly facts: readonly ReviewFact[] };

/** The part of a paragraph that lies in a range; blanks, years and figures are taken whole. */
function cutTo(content: readonly PlacedInline[], range: Range): readonly PlacedInline[] {
  return content.flatMap((placed): readonly PlacedInline[] => {
    if (!overlap(placed, range)) return [];
    if (isToken(placed.inline)) return [placed];
    const start = Math.max(placed.start, range.start);
    const end = Math.min(placed.end, range.end);
    return [{ inline: cut(placed.inline, start - placed.start, end - placed.start), start, end }];
  });
}

/**
 * A sentence of last year's report to put into this year's, as a roll would have brought it: certain years are those of
 * the new year, everything else that can go stale carries a mark of its own and is 待核. What can go stale is told by
 * the whole paragraph, so that a year is judged by the words around it.
 *
 * @param block of the old report
 * @param place of the sentence in it
 * @param years 报告年度 of the old report and of the one that the sentence is put into
 * @param idPrefix keeps the ids apart from all others of the report
 * @param organs names of the organ that the old report is of (`organNames`)
 * @param people names of the people of 名录 (`peopleIn`)
 */
export function markSentence(
  block: Block,
  place: Place,
  years: Years,
  idPrefix: string,
  organs: readonly string[] = [],
  people: readonly string[] = [],
): MarkedSentence {
  const paragraphs = placedParagraphs(withoutReview(block), place.block, years.fromYear);
  const paragraph = paragraphAt(paragraphs, place);
  if (paragraph === undefined) return { content: [], facts: [] };
  const { content } = paragraph;
  const role = roleOf(block, paragraphs.indexOf(paragraph));
  const placed = placedInlines({ content, start: 0 }, years.fromYear);
  const text = inlineText(content, years.fromYear);
  const whole = spanIn(paragraph, place);
  const variables = placed.filter(({ inline }) => followsYear(inline));
  const blanks = placed.filter(({ inline }) => isOpen(inline));
  const tokens = findTokens(viewOf(text, { variables, role, organs, people }), years).filter(
    (token) => isWithin(token, whole) && rangeAt(blanks, token) === undefined,
  );
  const spans = tokens.map(({ start, end, proposed }, index): Span => ({
    start,
    end,
    proposed,
    id: `${idPrefix}-${index + 1}`,
  }));
  return {
    content: joinRuns(markContent(cutTo(placed, whole), spans, years.fromYear)),
    facts: tokens.map(({ start, end, kind, proposed }, index) => ({
      id: `${idPrefix}-${index + 1}`,
      kind,
      element: null,
      text: text.slice(start, end),
      proposed,
    })),
  };
}
