import type { Script } from "../../document/blocks.ts";

/** What stands in a group, and where it goes. */
export type Destination =
  /** The text that is being read: of the document, a note, a text box. */
  | "text"
  /** Nothing of it is read. */
  | "skipped"
  /** Its own text is not read, that of groups inside may be. */
  | "quiet"
  | "fontTable"
  | "styleSheet"
  | "fieldCode"
  | "label"
  /** A formula, whose groups are parts of it. */
  | "math"
  /** What is chosen in a form. */
  | "formField"
  | "picture";

/** How characters look. Fonts are numbers of the font table. */
export type CharacterLook = {
  readonly font: number;
  /** Of double-byte characters; null where only `\f` names one. */
  readonly chineseFont: number | null;
  /** Which of the fonts the next `\f` sets, and the text is in: low and high ANSI, double-byte, right-to-left. */
  readonly script: "western" | "chinese" | "other";
  readonly sizePt: number;
  readonly isBold: boolean;
  readonly isHidden: boolean;
  readonly isStruck: boolean;
  readonly position: Script | null;
  /** Moved off its line by hand, in points. */
  readonly shiftPt: number;
  readonly isDeleted: boolean;
  readonly isInserted: boolean;
};

/** How a paragraph lies, whose end is still to come. */
export type ParagraphLook = {
  readonly style: number;
  /** undefined: as its style says. */
  readonly outlineLevel: number | null | undefined;
  readonly alignment: "" | "center" | "right";
  readonly startsPage: boolean;
  readonly isInTable: boolean;
  /** How deep in tables. */
  readonly depth: number;
};

/** What closing a group gives back is what was set in it. */
export type GroupState = {
  destination: Destination;
  look: CharacterLook;
  paragraph: ParagraphLook;
  /** How many characters stand in for each `\u` for readers that do not know it. */
  fallback: number;
  /** What is to be done when the group ends. */
  onEnd: (() => void) | null;
};

export const plainLook = (font: number, chineseFont: number | null): CharacterLook => ({
  font,
  chineseFont,
  script: "western",
  sizePt: 12,
  isBold: false,
  isHidden: false,
  isStruck: false,
  position: null,
  shiftPt: 0,
  isDeleted: false,
  isInserted: false,
});

export const plainParagraph: ParagraphLook = {
  style: 0,
  outlineLevel: undefined,
  alignment: "",
  startsPage: false,
  isInTable: false,
  depth: 0,
};

/** `\\up` alone, in half-points. */
const usualShift = 6;
const isOn = (value: number | null): boolean => value !== 0;

/** What a word changes of the look of characters; null when it is no such word. */
export function changeLook(look: CharacterLook, name: string, value: number | null): CharacterLook | null {
  switch (name) {
    case "b":
      return { ...look, isBold: isOn(value) };
    case "v":
      return { ...look, isHidden: isOn(value) };
    case "strike":
    case "striked":
      return { ...look, isStruck: isOn(value) };
    case "super":
    case "sub":
      return { ...look, position: isOn(value) ? name : null };
    case "nosupersub":
      return { ...look, position: null };
    case "up":
      return { ...look, shiftPt: (value ?? usualShift) / 2 };
    case "dn":
      return { ...look, shiftPt: -(value ?? usualShift) / 2 };
    case "deleted":
      return { ...look, isDeleted: isOn(value) };
    case "revised":
      return { ...look, isInserted: isOn(value) };
    case "fs":
      return value !== null && value > 0 ? { ...look, sizePt: value / 2 } : look;
    case "loch":
    case "hich":
    case "ltrch":
      return { ...look, script: "western" };
    case "dbch":
      return { ...look, script: "chinese" };
    case "rtlch":
      return { ...look, script: "other" };
    case "f":
    case "af":
      if (value === null || look.script === "other") return look;
      if (look.script === "chinese") return { ...look, chineseFont: value };
      return name === "f" ? { ...look, font: value } : look;
    default:
      return null;
  }
}

/** What a word changes of a paragraph; null when it is no such word. */
export function changeParagraph(paragraph: ParagraphLook, name: string, value: number | null): ParagraphLook | null {
  switch (name) {
    case "pard":
      return plainParagraph;
    case "s":
      return { ...paragraph, style: value ?? 0 };
    case "outlinelevel":
      return { ...paragraph, outlineLevel: value !== null && value >= 0 && value <= 8 ? value : null };
    case "qc":
      return { ...paragraph, alignment: "center" };
    case "qr":
      return { ...paragraph, alignment: "right" };
    case "ql":
    case "qj":
      return { ...paragraph, alignment: "" };
    case "pagebb":
      return { ...paragraph, startsPage: isOn(value) };
    case "intbl":
      return { ...paragraph, isInTable: isOn(value) };
    case "itap":
      return { ...paragraph, depth: Math.max(0, value ?? 0) };
    default:
      return null;
  }
}
