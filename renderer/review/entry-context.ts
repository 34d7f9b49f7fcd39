import { paragraphsOf } from "../../core/document/block-content.ts";
import { type Block, type Inline } from "../../core/document/blocks.ts";
import { reviewIdOf } from "../../core/document/inline-traits.ts";
import { inlineText } from "../../core/document/content-text.ts";

export type EntryContext = { readonly before: string; readonly words: string; readonly after: string };

/** What fits into a line of the panel. */
const LENGTH_BEFORE = 8;
const LENGTH_AFTER = 18;

/** The words of an item with some of the sentence around them; null when the block does not hold it. */
export function entryContext(block: Block, id: string, year: number): EntryContext | null {
  for (const content of paragraphsOf(block)) {
    const first = content.findIndex((inline) => reviewIdOf(inline) === id);
    if (first < 0) continue;
    let end = first;
    while (end < content.length && reviewIdOf(content[end] ?? { kind: "break" }) === id) end += 1;
    const before = lineOf(content.slice(0, first), year);
    const after = lineOf(content.slice(end), year);
    return {
      before: (before.length > LENGTH_BEFORE ? "…" : "") + before.slice(-LENGTH_BEFORE),
      words: inlineText(content.slice(first, end), year),
      after: after.slice(0, LENGTH_AFTER) + (after.length > LENGTH_AFTER ? "…" : ""),
    };
  }
  return null;
}

const lineOf = (content: readonly Inline[], year: number): string => inlineText(content, year).replaceAll(/\s+/gu, " ");
