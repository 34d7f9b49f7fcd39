import { paragraphsOf } from "./block-content.ts";
import type { Block } from "./blocks.ts";
import { countWords, countWrittenWords } from "./count-words.ts";
import { isOpen } from "./inline-traits.ts";
import { numberBlocks } from "./numbering.ts";

/** 字数 of a text with its title, ordinals and tables, and the blanks left in it. */
export function countBlocks(
  blocks: readonly Block[],
  year: number,
): { readonly words: number; readonly blanks: number } {
  let words = 0;
  let blanks = 0;
  for (const number of numberBlocks(blocks)) words += countWords(number ?? "");
  for (const content of blocks.flatMap(paragraphsOf)) {
    words += countWrittenWords(content, year);
    blanks += content.filter(isOpen).length;
  }
  return { words, blanks };
}
