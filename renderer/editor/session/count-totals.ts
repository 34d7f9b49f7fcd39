import { type Block } from "../../../core/document/blocks.ts";
import { countBlocks } from "../../../core/document/count-blocks.ts";
import { countWords } from "../../../core/document/count-words.ts";
import { numberBlocks } from "../../../core/document/numbering.ts";

type Totals = { readonly words: number; readonly blanks: number };

/** A year is one word whatever it is, so that counts of a block outlive a change of 报告年度. */
const ANY_YEAR = 2000;
const known = new WeakMap<Block, Totals>();

/** Words and blanks of the whole text. A block that did not change is not counted again. */
export function countTotals(blocks: readonly Block[]): Totals {
  let words = 0;
  let blanks = 0;
  for (const number of numberBlocks(blocks)) words += number ? countWords(number) : 0;
  for (const block of blocks) {
    const counted = known.get(block) ?? countUnnumbered(block);
    known.set(block, counted);
    words += counted.words;
    blanks += counted.blanks;
  }
  return { words, blanks };
}

function countUnnumbered(block: Block): Totals {
  return countBlocks(["ordinal" in block ? { ...block, ordinal: { kind: "none" } } : block], ANY_YEAR);
}
