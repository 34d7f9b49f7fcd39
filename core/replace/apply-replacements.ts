import { isSameText } from "../document/place.ts";
import { mapPlacedParagraphs, type PlacedInline, placedInlines } from "../document/placed-texts.ts";
import type { Block, Inline } from "../document/blocks.ts";
import { inlineText } from "../document/content-text.ts";
import { isToken } from "../document/inline-traits.ts";
import type { Replacement, ReplacementHit } from "./find-replacements.ts";
import { replacedSentences, type ReplacedSentence } from "./replaced-sentences.ts";
import { writtenReplacement } from "./written-replacement.ts";

/** What came of a replacement. */
type ReplacementOutcome = Replacement & {
  readonly sentences: readonly ReplacedSentence[];
  /** Chosen hits that were not replaced: locked ones, and those whose text has changed since they were found. */
  readonly skipped: readonly ReplacementHit[];
};

type Hits = readonly ReplacementHit[];

/** The hits of one paragraph that can still be replaced, in order, without overlaps. @param from where it begins */
function validHits(hits: Hits, text: string, from: number, query: string): Hits {
  let end = 0;
  return [...hits]
    .sort((one, other) => one.start - other.start)
    .filter((hit) => {
      const isValid =
        hit.lockedBy === null && hit.start >= end && text.slice(hit.start - from, hit.end - from) === query;
      if (isValid) end = hit.end;
      return isValid;
    });
}

/** Cuts the hits out of the runs; what comes in takes the face of the run in which its hit begins. */
function replaceIn(parts: readonly PlacedInline[], hits: Hits, replacement: string): readonly Inline[] {
  const replaced: Inline[] = [];
  for (const { inline, start, end } of parts) {
    if (isToken(inline) || inline.kind === "break") {
      replaced.push(inline);
    } else {
      let text = "";
      let kept = start;
      for (const hit of hits) {
        if (hit.end <= start || hit.start >= end) continue;
        text += inline.text.slice(kept - start, Math.max(0, hit.start - start));
        if (hit.start >= start) text += replacement;
        kept = Math.min(end, hit.end);
      }
      text += inline.text.slice(kept - start);
      if (text !== "") replaced.push({ ...inline, text });
    }
  }
  return replaced;
}

/**
 * Replaces the chosen hits and tells what was replaced. Runs keep their face, blanks and years stay what they are;
 * blocks without a chosen hit are the same objects as before. Line feeds in the replacement are left out.
 * @param chosen of the hits that `findReplacements` gave for these blocks
 */
export function applyReplacements(
  blocks: readonly Block[],
  chosen: readonly ReplacementHit[],
  { query, replacement: typed }: Replacement,
  year: number,
): { readonly blocks: readonly Block[]; readonly record: ReplacementOutcome } {
  const replacement = writtenReplacement(typed);
  const byBlock = new Map<number, ReplacementHit[]>();
  for (const hit of chosen) {
    const known = byBlock.get(hit.block);
    if (known === undefined) byBlock.set(hit.block, [hit]);
    else known.push(hit);
  }
  const done = new Set<ReplacementHit>();
  const sentences: ReplacedSentence[] = [];
  const replaced = blocks.map((block, index) => {
    const hits = byBlock.get(index);
    if (hits === undefined) return block;
    return mapPlacedParagraphs(block, index, year, (paragraph) => {
      const { content, at, start, end } = paragraph;
      const own = hits.filter((hit) => isSameText(hit, at) && hit.start >= start && hit.end <= end);
      const valid = validHits(own, inlineText(content, year), start, query);
      if (valid.length === 0) return content;
      for (const hit of valid) done.add(hit);
      sentences.push(...replacedSentences(valid, replacement));
      return replaceIn(placedInlines(paragraph, year), valid, replacement);
    });
  });
  const skipped = chosen.filter((hit) => !done.has(hit));
  return { blocks: replaced, record: { query, replacement, sentences, skipped } };
}
