import type { PrintedInline } from "./printed-block.ts";
import type { Inline } from "./blocks.ts";
import { isOpen, wordsOf } from "./inline-traits.ts";
import { scriptCharacters, scriptCharactersInPlace } from "./script-characters.ts";

// The texts of a paragraph. Each function says for whom it is; all of them print a blank as 【label】, a year as its
// digits and a soft break as a line feed, and none prints the ordinal. `Place` counts in UTF-16 units of `inlineText`,
// and so do `printedText`, `maskedText` and `alignedPlainText`, which have as many in the same places.

type Printed = readonly PrintedInline[];

/** The words of stored content under 报告年度 `year`: what finders read, what is searched, counted and compared. */
export function inlineText(content: readonly Inline[], year: number): string {
  let text = "";
  for (const inline of content) text += wordsOf(inline, year);
  return text;
}

/** The same of content that is printed already: for exporters and the layout. */
// no year is left in what is printed
export const printedText = (content: Printed): string => inlineText(content, 0);

/** Stands for each character of a blank's label where a text is looked through: no letter, no mark and no space. */
export const MASK = "\ufffc";

/** The words that are really written: for whoever repairs or renames and must take a blank's label for no text. */
export function maskedText(content: readonly Inline[], year: number): string {
  let text = "";
  for (const inline of content) {
    const words = wordsOf(inline, year);
    text += isOpen(inline) ? MASK.repeat(words.length) : words;
  }
  return text;
}

const withScripts = (content: readonly Inline[], write: typeof scriptCharacters): string =>
  content
    .map((inline) =>
      inline.kind === "text" && inline.script !== undefined ? write(inline.text, inline.script) : wordsOf(inline, 0),
    )
    .join("");

/** For a file or a clipboard that has no looks: m², H₂O, 10⁻³. */
export const plainText = (content: Printed): string => withScripts(content, scriptCharacters);

/** The same for lists and comparisons of printed text, every character in its own place: what has no raised form stays as it is. */
export const alignedPlainText = (content: readonly Inline[]): string => withScripts(content, scriptCharactersInPlace);

/** Titles, headings and names of sections are one line, whatever soft breaks they carry. */
export const onOneLine = (text: string): string => text.replaceAll("\n", "");
