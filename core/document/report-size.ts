import { paragraphsOf } from "./block-content.ts";
import type { Block } from "./blocks.ts";
import { inlineText } from "./content-text.ts";

/**
 * What one report may hold when it is brought in. A report of 200 pages has some 3,000 paragraphs; the window draws
 * every one of them, so that beyond these bounds its writer would wait at every step. The bounds of the format
 * (`limits.ts`) lie well above: what a writer adds afterwards can always be saved.
 */
const MOST_PARAGRAPHS = 20_000;
const MOST_CHARACTERS = 2_000_000;

/** What of a text is too much for one report. */
export type Excess = { readonly count: number; readonly most: number; readonly unit: "段" | "字" };

/** Null: the text fits into one report. A paragraph in a cell of a table counts as one. */
export function excessOf(blocks: readonly Block[], year: number): Excess | null {
  let paragraphs = 0;
  let characters = 0;
  for (const block of blocks) {
    const own = paragraphsOf(block);
    paragraphs += Math.max(1, own.length);
    for (const content of own) characters += inlineText(content, year).length;
  }
  if (paragraphs > MOST_PARAGRAPHS) return { count: paragraphs, most: MOST_PARAGRAPHS, unit: "段" };
  return characters > MOST_CHARACTERS ? { count: characters, most: MOST_CHARACTERS, unit: "字" } : null;
}
