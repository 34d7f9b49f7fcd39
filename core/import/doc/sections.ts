import type { Bytes } from "./bytes.ts";
import { checkChanges } from "./known-changes.ts";
import { type Change, readChanges } from "./property-changes.ts";
import type { Tally } from "../word/document-items.ts";

const sectionLength = 12;
const codes = { break: 0x3009, orientation: 0x301d, pageWidth: 0xb01f, pageHeight: 0xb020 } as const;
const landscape = 2;
/** Kinds of sections that go on where the last one ended: on the same page, in the next column. */
const inPlace: ReadonlySet<number> = new Set([0, 1]);

/** What is said of a section (Sepx, [MS-DOC] 2.9.244). */
function changesAt(document: Bytes, at: number): readonly Change[] {
  if (at >= document.length - 2) return [];
  const length = Math.min(document.u16(at), document.length - at - 2);
  return readChanges(document.part(at + 2, length), "section");
}

const operandOf = (changes: readonly Change[], wanted: number): Bytes | undefined =>
  changes.findLast(({ code }) => code === wanted)?.operand;

/** On a new page unless it says otherwise. */
function startsPage(changes: readonly Change[]): boolean {
  const kind = operandOf(changes, codes.break);
  return kind === undefined || !inPlace.has(kind.u8(0));
}

/** Some programs turn the sizes alone. */
function isLandscape(changes: readonly Change[]): boolean {
  const [width, height] = [operandOf(changes, codes.pageWidth), operandOf(changes, codes.pageHeight)];
  if (operandOf(changes, codes.orientation)?.u8(0) === landscape) return true;
  return width !== undefined && height !== undefined && width.u16(0) > height.u16(0);
}

/** A section's end: whether the next begins on a new page, and whether its own pages lie on their side. */
export type SectionEnd = { readonly startsPage: boolean; readonly isLaidAcross: boolean };

export type SectionEnds = {
  /** By the last character of each section but the last. */
  readonly ends: ReadonlyMap<number, SectionEnd>;
  readonly isLastLaidAcross: boolean;
};

export const noSectionEnds: SectionEnds = { ends: new Map(), isLastLaidAcross: false };

/** Where sections end (PlcfSed), and how their pages lie. */
export function readSectionEnds(document: Bytes, table: Bytes | null, tally: Tally): SectionEnds {
  if (table === null) return noSectionEnds;
  const ends = new Map<number, SectionEnd>();
  const count = Math.floor((table.length - 4) / (4 + sectionLength));
  let isLaidAcross = false;
  for (let index = 0; index < count; index += 1) {
    const changes = changesAt(document, table.u32((count + 1) * 4 + index * sectionLength + 2));
    checkChanges(changes, "section", tally);
    if (index > 0) ends.set(table.u32(index * 4) - 1, { startsPage: startsPage(changes), isLaidAcross });
    isLaidAcross = isLandscape(changes);
  }
  return { ends, isLastLaidAcross: isLaidAcross };
}
