import type { Inline } from "./blocks.ts";
import { wordsOf } from "./inline-traits.ts";

export { blankText } from "./inline-traits.ts";

/** The words of a paragraph: blanks as 【label】, years as digits, soft breaks as line feeds. */
export function inlineText(content: readonly Inline[], year: number): string {
  let text = "";
  for (const inline of content) text += wordsOf(inline, year);
  return text;
}
