import { type Bytes, bytesOf } from "./bytes.ts";
import { changeCharacter, type CharacterProperties, plainCharacter } from "./character-properties.ts";
import { changeParagraph, type ParagraphProperties, plainParagraph } from "./paragraph-properties.ts";
import { type Change, readChanges } from "./property-changes.ts";
import type { ParagraphStyle } from "../word/paragraph-style.ts";

/** A paragraph's style, as the reader of .docx knows it, and what it says in this format's own terms. */
export type DocStyle = ParagraphStyle & {
  readonly paragraph: ParagraphProperties;
  readonly character: CharacterProperties;
};

export type StyleSheet = {
  readonly style: (number: number) => DocStyle;
  /** The look of characters in a paragraph of a style. */
  readonly character: (style: DocStyle, changes: readonly Change[]) => CharacterProperties;
};

/** A style as the file has it (STD, [MS-DOC] 2.9.258). */
type Entry = {
  readonly name: string;
  readonly base: number;
  readonly kind: number;
  readonly paragraph: Bytes;
  readonly character: Bytes;
};

const kinds = { paragraph: 1, character: 2 } as const;
const longestChain = 40;
const empty = bytesOf(new Uint8Array());
const mostStyles = 4094;
/** Word's own styles by their numbers, under the names that are the same in every language. */
const builtInNames: Readonly<Record<number, string>> = { 0: "Normal", 34: "caption", 62: "Title", 74: "Subtitle" };
const headings = { first: 1, last: 9 } as const;

function readEntry(style: Bytes, baseLength: number): Entry {
  const builtIn = style.u16(0) & 0xfff;
  const kind = style.u16(2) & 0xf;
  const units = style.u16(baseLength);
  const [ownName = ""] = style.text(baseLength + 2, units).split(",");
  const isHeading = builtIn >= headings.first && builtIn <= headings.last;
  const parts: Bytes[] = [];
  let at = baseLength + 4 + units * 2;
  for (let count = style.u16(4) & 0xf; count > 0 && at + 2 <= style.length; count -= 1) {
    at += at % 2;
    const length = Math.min(style.u16(at), style.length - at - 2);
    parts.push(style.part(at + 2, length));
    at += 2 + length;
  }
  const [first = empty, second = empty] = parts;
  const isParagraph = kind === kinds.paragraph;
  return {
    name: isHeading ? `heading ${builtIn}` : (builtInNames[builtIn] ?? ownName),
    base: style.u16(2) >> 4,
    kind,
    // a paragraph style says its own number once more
    paragraph: isParagraph && first.length >= 2 ? first.part(2, first.length - 2) : empty,
    character: isParagraph ? second : kind === kinds.character ? first : empty,
  };
}

function readEntries(table: Bytes): ReadonlyMap<number, Entry> {
  const entries = new Map<number, Entry>();
  const headerLength = table.u16(0);
  const count = Math.min(table.u16(2), mostStyles);
  const baseLength = table.u16(4);
  let at = 2 + headerLength;
  for (let index = 0; index < count && at + 2 <= table.length; index += 1) {
    const length = Math.min(table.u16(at), table.length - at - 2);
    if (length > baseLength + 2) entries.set(index, readEntry(table.part(at + 2, length), baseLength));
    at += 2 + length;
    at += at % 2;
  }
  return entries;
}

/** Which of the fonts Chinese text has where nothing is said (`ftcFE`). */
const usualFont = (table: Bytes): number => (table.u16(0) >= 16 ? table.u16(2 + 14) : 0);

/** Reads the styles of a file (STSH, [MS-DOC] 2.9.271). Without a table everything has the plain style. */
export function readStyleSheet(table: Bytes | null, fontNames: readonly string[]): StyleSheet {
  const entries: ReadonlyMap<number, Entry> = table === null ? new Map<number, Entry>() : readEntries(table);
  const plain = plainCharacter(table === null ? "" : (fontNames[usualFont(table)] ?? ""));

  /** A style and those it is based on, the most basic first. */
  const chainOf = (number: number, kind: number): readonly (readonly [number, Entry])[] => {
    const chain: [number, Entry][] = [];
    const seen = new Set<number>();
    let at = number;
    for (let entry = entries.get(at); entry?.kind === kind; entry = entries.get(at)) {
      if (seen.has(at) || chain.length >= longestChain) break;
      seen.add(at);
      chain.unshift([at, entry]);
      at = entry.base;
    }
    return chain;
  };
  const styleChanges = (number: number): readonly Change[] =>
    chainOf(number, kinds.character).flatMap(([, { character }]) => readChanges(character, "character"));

  const read = (number: number): DocStyle => {
    let paragraph = plainParagraph;
    let character = plain;
    let name = "";
    let numberedBy = number;
    for (const [at, entry] of chainOf(number, kinds.paragraph)) {
      const own = changeParagraph(plainParagraph, readChanges(entry.paragraph, "paragraph"));
      const before = paragraph.outlineLevel;
      paragraph = changeParagraph(paragraph, readChanges(entry.paragraph, "paragraph"));
      const rank = /^(?:heading|标题)\s?([1-9])$/iu.exec(entry.name.trim())?.[1];
      if (own.outlineLevel === undefined) {
        paragraph = { ...paragraph, outlineLevel: rank === undefined ? before : Number(rank) - 1 };
      }
      if (own.list !== undefined) numberedBy = at;
      const context = { fontNames, base: character, styleChanges: () => [] };
      character = changeCharacter(character, readChanges(entry.character, "character"), context);
      name = entry.name;
    }
    const { list, listLevel } = paragraph;
    return {
      id: String(number),
      name,
      outlineLevel: paragraph.outlineLevel ?? null,
      alignment: paragraph.alignment,
      numbering: list === undefined ? null : { numId: String(Math.max(0, list)), level: listLevel },
      numberingStyleId: String(numberedBy),
      startsPage: paragraph.startsPage,
      look: character.look,
      paragraph,
      character,
    };
  };

  const known = new Map<number, DocStyle>();
  const styleOf = (number: number): DocStyle => {
    const style = known.get(number) ?? read(entries.has(number) ? number : 0);
    known.set(number, style);
    return style;
  };
  return {
    style: styleOf,
    character: ({ character }, changes) =>
      changeCharacter(character, changes, { fontNames, base: character, styleChanges }),
  };
}
