import type { DocumentItem } from "./document-items.ts";

/**
 * Lays the tables of a section across whose pages lie on their side (GB/T 9704-2012 clause 8).
 *
 * @param from where the section begins among the items, which it reaches the end of
 * @returns whether there is a table in it: text alone is set upright
 */
export function turnTables(items: DocumentItem[], from: number): boolean {
  let hasTable = false;
  for (let index = from; index < items.length; index += 1) {
    const item = items[index];
    if (item?.kind !== "table") continue;
    items[index] = { ...item, landscape: true };
    hasTable = true;
  }
  return hasTable;
}
