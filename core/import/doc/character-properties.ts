import type { Bytes } from "./bytes.ts";
import type { Change } from "./property-changes.ts";
import { fontClass, plainLook, type RunLook } from "../word/run-look.ts";

/** What a character is besides itself, as far as it tells how to read it. */
export type CharacterProperties = {
  readonly look: RunLook;
  readonly westernFont: string;
  readonly styleId: string;
  readonly isInserted: boolean;
  readonly isDeleted: boolean;
  /** It stands for something else: a picture, a note, a symbol. */
  readonly isSpecial: boolean;
  /** What it stands for are settings of a field, no picture. */
  readonly isFieldData: boolean;
  readonly symbol: { readonly font: string; readonly code: number } | null;
  /** Where its picture begins in the data stream. */
  readonly picture: number | null;
};

export const plainCharacter = (font: string): CharacterProperties => ({
  look: plainLook(10, font),
  westernFont: "",
  styleId: "",
  isInserted: false,
  isDeleted: false,
  isSpecial: false,
  isFieldData: false,
  symbol: null,
  picture: null,
});

type Context = {
  readonly fontNames: readonly string[];
  /** Before any direct change: what 0x80 refers to. */
  readonly base: CharacterProperties;
  /** The changes of a character style and those it is based on. */
  readonly styleChanges: (style: number) => readonly Change[];
};
type Apply = (before: CharacterProperties, operand: Bytes, context: Context) => CharacterProperties;

/** On, off, as the style says, or the contrary ([MS-DOC] 2.9.327). */
function toggled(operand: Bytes, ofStyle: boolean): boolean {
  const value = operand.u8(0);
  return value === 0x80 ? ofStyle : value === 0x81 ? !ofStyle : value !== 0;
}

const withFont = (before: CharacterProperties, font: string): CharacterProperties => ({
  ...before,
  look: { ...before.look, font },
});

/** One line through the text, or two. */
const struck: Apply = (before, operand, { base }) => ({
  ...before,
  look: { ...before.look, isStruck: toggled(operand, base.look.isStruck) },
});

/** Changes by their codes ([MS-DOC] 2.6.1); others do not matter to a report. */
const appliers: Readonly<Record<number, Apply>> = {
  0x0800: (before, operand) => ({ ...before, isDeleted: toggled(operand, false) }),
  0x0801: (before, operand) => ({ ...before, isInserted: toggled(operand, false) }),
  0x0806: (before, operand) => ({ ...before, isFieldData: toggled(operand, false) }),
  0x0835: (before, operand, { base }) => ({
    ...before,
    look: { ...before.look, isBold: toggled(operand, base.look.isBold) },
  }),
  0x083c: (before, operand, { base }) => ({
    ...before,
    look: { ...before.look, isHidden: toggled(operand, base.look.isHidden) },
  }),
  0x0837: struck,
  0x2a53: struck,
  0x2a48: (before, operand) => {
    const value = operand.u8(0);
    return { ...before, look: { ...before.look, script: value === 1 ? "super" : value === 2 ? "sub" : null } };
  },
  0x4845: (before, operand) => ({ ...before, look: { ...before.look, shiftPt: operand.i16(0) / 2 } }),
  0x0855: (before, operand) => ({ ...before, isSpecial: toggled(operand, false) }),
  0x2a33: (before, _, { base }) => ({ ...before, look: base.look, westernFont: base.westernFont }),
  0x4a30: (before, operand, context) => {
    const style = operand.u16(0);
    const changed = changeCharacter(before, context.styleChanges(style), { ...context, styleChanges: () => [] });
    return { ...changed, styleId: String(style) };
  },
  0x4a43: (before, operand) => {
    const sizePt = operand.u16(0) / 2;
    return sizePt > 0 ? { ...before, look: { ...before.look, sizePt } } : before;
  },
  0x4a4f: (before, operand, { fontNames }) => {
    const font = fontNames[operand.u16(0)];
    if (font === undefined) return before;
    const changed = { ...before, westernFont: font };
    // some programs name a Chinese face for Western text alone
    return fontClass(font) !== null && fontClass(before.look.font) === null ? withFont(changed, font) : changed;
  },
  0x4a50: (before, operand, { fontNames }) => {
    const font = fontNames[operand.u16(0)];
    return font === undefined ? before : withFont(before, font);
  },
  0x6a03: (before, operand) => ({ ...before, picture: operand.i32(0) }),
  0x6a09: (before, operand, { fontNames }) => ({
    ...before,
    isSpecial: true,
    symbol: { font: fontNames[operand.u16(0)] ?? "", code: operand.u16(2) },
  }),
};

export function changeCharacter(
  properties: CharacterProperties,
  changes: readonly Change[],
  context: Context,
): CharacterProperties {
  let changed = properties;
  for (const { code, operand } of changes) {
    const apply = appliers[code];
    if (apply !== undefined) changed = apply(changed, operand, context);
  }
  return changed;
}
