import type { Bytes } from "./bytes.ts";

/** One change of a property (Prl, [MS-DOC] 2.2.5.2): which one, and the bytes that say how. */
export type Change = { readonly code: number; readonly operand: Bytes };

const groups = { paragraph: 1, character: 2, section: 4, table: 5 } as const;

/** Changes with an operand of two or more bytes that say their length in another way than the rest. */
const longCodes: ReadonlySet<number> = new Set([0xd608, 0xd606]);
const tabsCode = 0xc615;

/** Where the operand of a change begins, and how long it is. */
function operandOf(code: number, list: Bytes, at: number): { readonly start: number; readonly length: number } {
  const byte = (place: number): number => (place < list.length ? list.u8(place) : 0);
  switch (code >> 13) {
    case 0:
    case 1:
      return { start: at, length: 1 };
    case 2:
    case 4:
    case 5:
      return { start: at, length: 2 };
    case 3:
      return { start: at, length: 4 };
    case 7:
      return { start: at, length: 3 };
    default: {
      if (longCodes.has(code)) return { start: at + 2, length: Math.max(0, byte(at) + byte(at + 1) * 256 - 1) };
      const length = byte(at);
      if (code !== tabsCode || length !== 255) return { start: at + 1, length };
      const deleted = byte(at + 1);
      return { start: at + 1, length: 2 + deleted * 4 + byte(at + 2 + deleted * 4) * 3 };
    }
  }
}

/** The changes of a list (grpprl) in order. What is cut off at its end is left out. */
export function readChanges(list: Bytes, group: keyof typeof groups): readonly Change[] {
  const changes: Change[] = [];
  let at = 0;
  while (at + 3 <= list.length) {
    const code = list.u16(at);
    const { start, length } = operandOf(code, list, at + 2);
    if (start + length > list.length) break;
    if (((code >> 10) & 7) === groups[group]) changes.push({ code, operand: list.part(start, length) });
    at = start + length;
  }
  return changes;
}

/** Change codes of one byte, by the short names that fast-saved files give them ([MS-DOC] 2.9.215 Prm0). */
export const shortCodes: Readonly<Record<number, number>> = {
  0x05: 0x2403,
  0x09: 0x2407,
  0x0c: 0x260a,
  0x18: 0x2416,
  0x19: 0x2417,
  0x41: 0x0800,
  0x42: 0x0801,
  0x55: 0x0835,
  0x57: 0x0837,
  0x5c: 0x083c,
  0x68: 0x2a48,
  0x73: 0x2a53,
  0x75: 0x0855,
};
