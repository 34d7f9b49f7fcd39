import type { Bytes } from "./bytes.ts";
import type { Change } from "./property-changes.ts";

/** What a paragraph, or a style, says of paragraphs. */
export type ParagraphProperties = {
  /** 0–8; null for text. Undefined: nothing is said. */
  readonly outlineLevel: number | null | undefined;
  /** As `w:jc` names it. */
  readonly alignment: string;
  /** Number of its list in `PlfLfo`, from 1; 0 and less = none. */
  readonly list: number | undefined;
  readonly listLevel: number | undefined;
  readonly startsPage: boolean;
  /** In how many tables, one in the other, it stands. */
  readonly depth: number;
  readonly isInTable: boolean;
  /** Ends a row of the outer table. */
  readonly isRowEnd: boolean;
  /** Ends a cell, or a row, of an inner table. */
  readonly isInnerCellEnd: boolean;
  readonly isInnerRowEnd: boolean;
  /** Further changes, too long to stand with the others, begin here in the data stream. */
  readonly more: number | null;
};

export const plainParagraph: ParagraphProperties = {
  outlineLevel: undefined,
  alignment: "",
  list: undefined,
  listLevel: undefined,
  startsPage: false,
  depth: 0,
  isInTable: false,
  isRowEnd: false,
  isInnerCellEnd: false,
  isInnerRowEnd: false,
  more: null,
};

const alignments = ["left", "center", "right", "both"] as const;
const deepestTable = 8;

type Apply = (operand: Bytes) => Partial<ParagraphProperties>;

const more: Apply = (operand) => ({ more: operand.u32(0) });
const aligned: Apply = (operand) => ({ alignment: alignments[operand.u8(0)] ?? "both" });

/** Changes by their codes ([MS-DOC] 2.6.2); others do not matter to a report. */
const appliers: Readonly<Record<number, Apply>> = {
  0x2403: aligned,
  0x2461: aligned,
  0x2407: (operand) => ({ startsPage: operand.u8(0) !== 0 }),
  0x2416: (operand) => ({ isInTable: operand.u8(0) !== 0 }),
  0x2417: (operand) => ({ isRowEnd: operand.u8(0) !== 0 }),
  0x244b: (operand) => ({ isInnerCellEnd: operand.u8(0) !== 0 }),
  0x244c: (operand) => ({ isInnerRowEnd: operand.u8(0) !== 0 }),
  0x260a: (operand) => ({ listLevel: operand.u8(0) }),
  0x2640: (operand) => ({ outlineLevel: operand.u8(0) <= 8 ? operand.u8(0) : null }),
  0x460b: (operand) => ({ list: operand.i16(0) }),
  0x6645: more,
  0x6646: more,
  0x6649: (operand) => ({ depth: Math.min(deepestTable, Math.max(0, operand.i32(0))) }),
  0x646b: more,
};

export function changeParagraph(properties: ParagraphProperties, changes: readonly Change[]): ParagraphProperties {
  let changed = properties;
  for (const { code, operand } of changes) {
    const apply = appliers[code];
    if (apply !== undefined) changed = { ...changed, ...apply(operand) };
  }
  return changed;
}
