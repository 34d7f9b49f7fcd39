import { type DocumentItem, isFilledItem, type Tally } from "./document-items.ts";
import { turnTables } from "./turn-tables.ts";

/** A section of a document: how many items of the text stand before its end, and whether its pages lie on their side. */
export type Section = { readonly end: number; readonly isLaidAcross: boolean };

/**
 * Lays the tables of sections across whose pages lie on their side, and counts those sections; a page break between
 * pages that lie differently goes, since a page ends there anyway.
 *
 * @param sections in the order of the text; a break between two of them is the first item of the later one
 */
export function laySections(
  items: readonly DocumentItem[],
  sections: readonly Section[],
  tally: Tally,
): readonly DocumentItem[] {
  const laid: DocumentItem[] = [];
  let start = 0;
  let wasTurned = false;
  for (const { end, isLaidAcross } of sections) {
    const own = items.slice(start, end);
    start = Math.max(start, end);
    // nothing stands behind the end of the last section in some files
    if (!own.some((item) => item.kind !== "pageBreak" && isFilledItem(item))) {
      for (const item of own) laid.push(item);
      continue;
    }
    const isTurned = isLaidAcross && turnTables(own, 0);
    if (isTurned) tally.turned += 1;
    else if (isLaidAcross) tally.landscape += 1;
    if (isTurned !== wasTurned && laid.length > 0 && own[0]?.kind === "pageBreak") own.shift();
    for (const item of own) laid.push(item);
    wasTurned = isTurned;
  }
  for (const item of items.slice(start)) laid.push(item);
  return laid;
}
