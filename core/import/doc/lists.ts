import type { Bytes } from "./bytes.ts";
import { numberFormatOf } from "./number-codes.ts";
import { readChanges } from "./property-changes.ts";
import { type Level, type List, mostLevels } from "../word/list-counter.ts";

/** What the list tables of a file need to be read: their bytes up to the end of the table stream. */
export type ListTables = {
  readonly lists: Bytes;
  /** Length of the fixed part of `lists`; the levels follow it. */
  readonly listsLength: number;
  readonly overrides: Bytes;
};

const definitionLength = 28;
const levelLength = 28;
const overrideLength = 16;
const longestText = 80;
const mostLists = 8000;
const noStyle = 0x0fff;
const separators = ["tab", "space", "nothing"] as const;
const fontCode = 0x4a4f;

/** One level (LVL, [MS-DOC] 2.9.149), and where the next begins. */
function readLevel(
  bytes: Bytes,
  at: number,
  styleId: string | undefined,
  fontNames: readonly string[],
): { readonly level: Level; readonly end: number } {
  const marks = bytes.u8(at + 5);
  const characterLength = bytes.u8(at + 24);
  const paragraphLength = bytes.u8(at + 25);
  const characterAt = at + levelLength + paragraphLength;
  const textAt = characterAt + characterLength;
  const units = bytes.u16(textAt);
  const raw = bytes.text(textAt + 2, Math.min(units, longestText));
  // a number's place is marked by the level it comes from
  const text = Array.from(raw, (sign) => {
    const code = sign.charCodeAt(0);
    return code < mostLevels ? `%${code + 1}` : sign;
  }).join("");
  const font = readChanges(bytes.part(characterAt, characterLength), "character").findLast(
    ({ code }) => code === fontCode,
  );
  return {
    end: textAt + 2 + units * 2,
    level: {
      start: bytes.i32(at),
      format: numberFormatOf(bytes.u8(at + 4)),
      text,
      separator: separators[bytes.u8(at + 15)] ?? "tab",
      isLegal: (marks & 4) !== 0,
      restart: (marks & 8) !== 0 ? bytes.u8(at + 26) : undefined,
      styleId,
      symbolFont: font === undefined ? "" : (fontNames[font.operand.u16(0)] ?? ""),
    },
  };
}

type Definition = { readonly levels: ReadonlyMap<number, Level>; readonly styleIds: readonly (string | undefined)[] };

/** Definitions by their identifiers (PlfLst, [MS-DOC] 2.9.191). */
function readDefinitions(
  { lists, listsLength }: ListTables,
  fontNames: readonly string[],
): ReadonlyMap<number, Definition> {
  const definitions = new Map<number, Definition>();
  const count = Math.min(lists.u16(0), mostLists);
  let at = listsLength;
  for (let index = 0; index < count; index += 1) {
    const head = 2 + index * definitionLength;
    const isSimple = (lists.u8(head + 26) & 1) !== 0;
    const styleIds = Array.from({ length: mostLevels }, (_, level) => {
      const style = lists.u16(head + 8 + level * 2) & 0xfff;
      return style === noStyle ? undefined : String(style);
    });
    const levels = new Map<number, Level>();
    for (let level = 0; level < (isSimple ? 1 : mostLevels); level += 1) {
      const read = readLevel(lists, at, styleIds[level], fontNames);
      levels.set(level, read.level);
      at = read.end;
    }
    definitions.set(lists.i32(head), { levels, styleIds });
  }
  return definitions;
}

/**
 * The lists of a file by their numbers, which are places in a table of overrides (PlfLfo, [MS-DOC] 2.9.190): each names
 * a definition, and may change where its levels begin and how they look.
 */
export function readLists(tables: ListTables, fontNames: readonly string[]): ReadonlyMap<string, List> {
  const definitions = readDefinitions(tables, fontNames);
  const { overrides } = tables;
  const count = Math.min(overrides.u32(0), mostLists);
  const lists = new Map<string, List>();
  let at = 4 + count * overrideLength;
  for (let index = 0; index < count; index += 1) {
    const head = 4 + index * overrideLength;
    const id = overrides.i32(head);
    const definition = definitions.get(id);
    const levels = new Map(definition?.levels);
    const starts = new Map<number, number>();
    if (definition !== undefined) lists.set(String(index + 1), { definition: String(id), levels, starts });
    // the overrides of levels follow one another, behind four bytes for each list
    if (at + 4 > overrides.length) continue;
    at += 4;
    for (let change = overrides.u8(head + 12); change > 0; change -= 1) {
      const start = overrides.i32(at);
      const marks = overrides.u32(at + 4);
      const number = marks & 0xf;
      at += 8;
      if ((marks & 0x20) !== 0) {
        const { level, end } = readLevel(overrides, at, definition?.styleIds[number], fontNames);
        if (number < mostLevels) levels.set(number, level);
        if ((marks & 0x10) !== 0) starts.set(number, level.start);
        at = end;
      } else if ((marks & 0x10) !== 0) starts.set(number, start);
    }
  }
  return lists;
}
