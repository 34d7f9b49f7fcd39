import { type HouseStyle, houseLimits, isOnStep } from "../../core/layout/rules/house-style.ts";

/** The fields of a style that hold a number. */
export type NumberKey = keyof typeof houseLimits;
export const numberKeys = Object.keys(houseLimits) as readonly NumberKey[];

/** A style while it is edited: what stands in the fields of numbers, and the rest. */
export type DraftStyle = {
  readonly style: HouseStyle;
  /** As typed; of the pitch of the title "" is that of the text. */
  readonly texts: Readonly<Record<NumberKey, string>>;
};

export const draftOf = (style: HouseStyle): DraftStyle => ({
  style,
  texts: {
    marginTopMm: String(style.marginTopMm),
    marginLeftMm: String(style.marginLeftMm),
    linePitchPt: String(style.linePitchPt),
    titleLinePitchPt: style.titleLinePitchPt === null ? "" : String(style.titleLinePitchPt),
    characterSpacingPt: String(style.characterSpacingPt),
  },
});

const halfWidth = (text: string): string => text.normalize("NFKC").replaceAll("−", "-").trim();

/** What a field's text says; null: no number within its limits. */
function numberOf(key: NumberKey, text: string): number | null {
  const limits = houseLimits[key];
  const plain = halfWidth(text);
  const value = Number(plain);
  if (plain === "" || !Number.isFinite(value) || value < limits.min || value > limits.max) return null;
  return isOnStep(value, limits) ? value : null;
}

const isLeftOut = (key: NumberKey, text: string): boolean => key === "titleLinePitchPt" && text.trim() === "";

/** What is wrong with a field and how it is right; undefined: nothing. */
export function faultOf(key: NumberKey, text: string): string | undefined {
  if (isLeftOut(key, text) || numberOf(key, text) !== null) return undefined;
  const { min, max, step } = houseLimits[key];
  return `填 ${min} 到 ${max} 之间的数，最小间隔 ${step}`;
}

/** The draft with a field of a number filled in: the style follows as soon as it is right. */
export function withNumber({ style, texts }: DraftStyle, key: NumberKey, text: string): DraftStyle {
  const value = numberOf(key, text);
  const isRight = value !== null || isLeftOut(key, text);
  return { texts: { ...texts, [key]: text }, style: isRight ? { ...style, [key]: value } : style };
}
