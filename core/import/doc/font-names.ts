import type { Bytes } from "./bytes.ts";

const nameAt = 40;

/** The names of the fonts that properties refer to by number (SttbfFfn, [MS-DOC] 2.9.286). */
export function readFontNames(table: Bytes | null): readonly string[] {
  if (table === null) return [];
  const isExtended = table.u16(0) === 0xffff;
  const count = table.u16(isExtended ? 2 : 0);
  const names: string[] = [];
  let at = isExtended ? 6 : 4;
  for (let index = 0; index < count && at < table.length; index += 1) {
    const length = table.u8(at) + 1;
    const units = Math.max(0, Math.min(length, table.length - at) - nameAt) >> 1;
    names.push(table.text(at + Math.min(nameAt, length), units).replace(/\0.*$/su, ""));
    at += length;
  }
  return names;
}
