import type { Bytes } from "./bytes.ts";
import { readChanges } from "./property-changes.ts";

const sectionLength = 12;
const breakCode = 0x3009;
/** Kinds of sections that go on where the last one ended: on the same page, in the next column. */
const inPlace: ReadonlySet<number> = new Set([0, 1]);

/** How a section begins (Sepx, [MS-DOC] 2.9.244); on a new page unless it says otherwise. */
function startsPage(document: Bytes, at: number): boolean {
  if (at >= document.length - 2) return true;
  const length = Math.min(document.u16(at), document.length - at - 2);
  const change = readChanges(document.part(at + 2, length), "section").findLast(({ code }) => code === breakCode);
  return change === undefined || !inPlace.has(change.operand.u8(0));
}

/** The last character of each section but the last, and whether the next begins on a new page (PlcfSed). */
export function readSectionEnds(document: Bytes, table: Bytes | null): ReadonlyMap<number, boolean> {
  const ends = new Map<number, boolean>();
  if (table === null) return ends;
  const count = Math.floor((table.length - 4) / (4 + sectionLength));
  for (let index = 1; index < count; index += 1) {
    const end = table.u32(index * 4) - 1;
    ends.set(end, startsPage(document, table.u32((count + 1) * 4 + index * sectionLength + 2)));
  }
  return ends;
}
