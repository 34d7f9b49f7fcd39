import { codePageOf, SYMBOL_CHARSET } from "./character-sets.ts";
import type { DecodeBytes } from "../word/decode-bytes.ts";
import type { CharacterLook } from "./group-state.ts";
import { symbolCharacter } from "../word/symbols.ts";

type Font = { name: string; charset: number; codePage: number | undefined };

/** The fonts of a file, filled while it is read, and how bytes and faces depend on them. */
export type FontTable = {
  readonly readWord: (name: string, value: number | null) => void;
  readonly readName: (bytes: Uint8Array) => void;
  readonly addToName: (text: string) => void;
  /** The code page of the file, for fonts that name none. */
  readonly setCodePage: (codePage: number) => void;
  /** The text that bytes are in a font; null for a sign that nobody knows. */
  readonly textOf: (bytes: Uint8Array, look: CharacterLook) => readonly (string | null)[];
  /** The character of a font's own that a code of the private area is. */
  readonly signOf: (code: number, look: CharacterLook) => string | null;
  /** The name of the face that Chinese text is in. */
  readonly chineseFace: (look: CharacterLook) => string;
};

const WESTERN = 1252;

export function createFontTable(decode: DecodeBytes): FontTable {
  const fonts = new Map<number, Font>();
  let fileCodePage = WESTERN;
  let current: Font = { name: "", charset: 0, codePage: undefined };
  const codePage = (font: Font | undefined): number => font?.codePage ?? codePageOf(font?.charset ?? 0) ?? fileCodePage;
  const fontOf = ({ script, font, chineseFont }: CharacterLook): Font | undefined =>
    fonts.get(script === "chinese" ? (chineseFont ?? font) : font);
  const addToName = (text: string): void => {
    current.name += text.replaceAll(";", "").trim();
  };
  return {
    readWord: (name, value) => {
      if (name === "f" && value !== null) {
        current = { name: "", charset: 0, codePage: undefined };
        fonts.set(value, current);
      } else if (name === "fcharset") current.charset = value ?? 0;
      else if (name === "cpg" && value !== null && value > 0) current.codePage = value;
    },
    readName: (bytes) => addToName(decode(bytes, codePage(current))),
    addToName,
    setCodePage: (given) => {
      fileCodePage = given;
    },
    textOf: (bytes, look) => {
      const font = fontOf(look);
      if (font?.charset !== SYMBOL_CHARSET) return [decode(bytes, codePage(font))];
      return Array.from(bytes, (byte) => (byte === 0x20 ? " " : symbolCharacter(font.name, byte)));
    },
    signOf: (code, look) => symbolCharacter(fontOf(look)?.name ?? "", code),
    chineseFace: ({ font, chineseFont }) => fonts.get(chineseFont ?? font)?.name ?? "",
  };
}
