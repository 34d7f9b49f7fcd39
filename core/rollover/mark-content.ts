import type { Inline } from "../document/blocks.ts";
import { lookOf } from "../document/look.ts";
import { isReviewable, wordsOf } from "../document/inline-traits.ts";
import { assertNever } from "../result.ts";
import type { PlacedInline } from "../document/placed-texts.ts";
import { isWithin, rangeAt, rangesIn, type Range } from "./ranges.ts";

/** A stretch of a paragraph that becomes a review mark; `proposed` is as long as the stretch. */
export type Span = Range & { readonly id: string; readonly proposed: string | null };

/** The part of a text that no span covers, and each covered part with its mark and its new words. */
function cutText(placed: PlacedInline, text: string, spans: readonly Span[]): readonly Inline[] {
  const parts: Inline[] = [];
  const look = lookOf(placed.inline);
  const add = (words: string, reviewId?: string): void => {
    if (words !== "")
      parts.push({ kind: "text", text: words, ...look, ...(reviewId === undefined ? {} : { reviewId }) });
  };
  let at = placed.start;
  for (const span of rangesIn(spans, placed)) {
    const start = Math.max(span.start, placed.start);
    const end = Math.min(span.end, placed.end);
    if (start >= end) continue;
    add(text.slice(at - placed.start, start - placed.start));
    const words =
      span.proposed?.slice(start - span.start, end - span.start) ??
      text.slice(start - placed.start, end - placed.start);
    add(words, span.id);
    at = end;
  }
  add(text.slice(at - placed.start));
  return parts;
}

/**
 * Marks spans in a paragraph and writes what is proposed for them. A year that follows 报告年度 by itself goes on doing
 * so, unless nothing is proposed for it: then it becomes the digits that it showed.
 * @param spans in order, without overlaps
 */
export function markContent(content: readonly PlacedInline[], spans: readonly Span[], year: number): readonly Inline[] {
  return content.flatMap((placed): readonly Inline[] => {
    const { inline } = placed;
    if (!isReviewable(inline)) return [inline];
    const span = rangeAt(spans, placed);
    switch (inline.kind) {
      case "text":
        return cutText(placed, inline.text, spans);
      case "figure":
        return [span === undefined ? inline : { ...inline, reviewId: span.id }];
      case "year":
        return span !== undefined && isWithin(placed, span) && span.proposed !== null
          ? [{ ...inline, reviewId: span.id }]
          : cutText(placed, wordsOf(inline, year), spans);
      default:
        return assertNever(inline);
    }
  });
}
