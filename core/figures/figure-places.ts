import type { Block } from "../document/blocks.ts";
import type { Place } from "../document/place.ts";
import { placedInlines, placedParagraphs } from "../document/placed-texts.ts";

/** Where the figures of the ledger stand in the text, by their ids. */
export function figurePlaces(blocks: readonly Block[], year: number): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const [index, block] of blocks.entries()) {
    for (const paragraph of placedParagraphs(block, index, year)) {
      for (const { inline, start, end } of placedInlines(paragraph, year)) {
        if (inline.kind !== "figure") continue;
        const place = { ...paragraph.at, start, end };
        const known = places.get(inline.figureId);
        if (known === undefined) places.set(inline.figureId, [place]);
        else known.push(place);
      }
    }
  }
  return places;
}
