import type { Inline } from "./blocks.ts";
import { isToken, wordsOf } from "./inline-traits.ts";

/** How many UTF-16 units a part of a paragraph prints. */
export const lengthOf = (inline: Inline, year: number): number => wordsOf(inline, year).length;

/**
 * Part of a paragraph, by places in its text (`inlineText`). Blanks, years and figures are never cut: one that the part
 * touches is in it whole.
 */
export function sliceContent(content: readonly Inline[], from: number, to: number, year: number): readonly Inline[] {
  const part: Inline[] = [];
  let start = 0;
  for (const inline of content) {
    const end = start + lengthOf(inline, year);
    const begin = Math.max(from, start);
    const stop = Math.min(to, end);
    if (begin < stop) part.push(cut(inline, begin - start, stop - start));
    start = end;
  }
  return part;
}

/** Words of one part of a paragraph; what is set as a whole stays whole. */
export const cut = (inline: Inline, from: number, to: number): Inline =>
  isToken(inline) || inline.kind === "break" ? inline : { ...inline, text: inline.text.slice(from, to) };
