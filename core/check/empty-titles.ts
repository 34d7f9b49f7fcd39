import type { Block } from "../document/blocks.ts";
import { paragraphsOf } from "../document/block-content.ts";
import { isOpen, wordsOf } from "../document/inline-traits.ts";

/**
 * Titles that say nothing, or no more than the year, by their indexes. A report without any title line begins with its
 * first block.
 */
export function emptyTitles(blocks: readonly Block[], year: number): readonly number[] {
  const titles = blocks.flatMap(({ kind }, index) => (kind === "title" ? [index] : []));
  const isEmpty = (index: number): boolean => {
    const block = blocks[index];
    const inlines = block === undefined ? [] : paragraphsOf(block).flat();
    if (inlines.some(isOpen)) return false;
    const written = inlines.map((inline) => wordsOf(inline, year)).join("");
    return !/\p{L}/u.test(written.replaceAll(/[0-9０-９〇零○一二三四五六七八九]{2,4}\s?年?度?/gu, ""));
  };
  return titles.length === 0 ? [0] : titles.filter(isEmpty);
}
