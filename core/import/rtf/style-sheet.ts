import { levelByName, type ParagraphStyle } from "../word/paragraph-style.ts";
import { plainLook } from "../word/run-look.ts";

type Entry = { number: number | null; name: string; outlineLevel: number | null | undefined };

/** The paragraph styles of a file, filled while it is read. What a style looks like every paragraph says again. */
export type StyleSheet = {
  readonly begin: () => void;
  readonly readWord: (name: string, value: number | null) => void;
  readonly readName: (text: string) => void;
  readonly style: (number: number) => ParagraphStyle;
};

const usualSizePt = 12;

export function createStyleSheet(): StyleSheet {
  const entries = new Map<number, Entry>();
  let current: Entry = { number: null, name: "", outlineLevel: undefined };
  return {
    begin: () => {
      // a style without a number of its own is the usual one
      current = { number: 0, name: "", outlineLevel: undefined };
    },
    readWord: (name, value) => {
      if (name === "s") current.number = value ?? 0;
      else if (name === "cs" || name === "ds" || name === "ts") current.number = null;
      else if (name === "outlinelevel")
        current.outlineLevel = value !== null && value >= 0 && value <= 8 ? value : null;
    },
    readName: (text) => {
      current.name += text;
      if (current.number !== null && text.trim() !== "") entries.set(current.number, current);
    },
    style: (number) => {
      const entry = entries.get(number);
      const name = entry?.name.replace(/;.*$/su, "").trim() ?? "";
      return {
        id: String(number),
        name,
        outlineLevel: (entry?.outlineLevel === undefined ? levelByName(name) : entry.outlineLevel) ?? null,
        alignment: "",
        numbering: null,
        numberingStyleId: "",
        startsPage: false,
        look: plainLook(usualSizePt),
      };
    },
  };
}
