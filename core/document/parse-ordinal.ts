import type { HeadingLevel } from "./blocks.ts";
import { parseChineseNumber } from "./chinese-numerals.ts";

/** The ordinal that a line begins with. */
export type ParsedOrdinal = {
  readonly level: HeadingLevel;
  readonly value: number;
  /** The ordinal as written, `（一）`. */
  readonly text: string;
  /** What stands before and after the number in `text`, without white space: `（` and `）`. */
  readonly before: string;
  readonly after: string;
  /** The line after its ordinal, without leading white space. */
  readonly rest: string;
};

type Form = {
  readonly level: HeadingLevel;
  readonly pattern: RegExp;
  /** Refuses what looks like an ordinal and is not; gets the number and what follows the ordinal. */
  readonly fits?: (value: number, following: string, line: string) => boolean;
};

const chineseNumber = "[一二三四五六七八九十百零〇]{1,6}";
const arabicNumber = "[0-9０-９]{1,3}";
/** Every ordinal ends within this many characters; nothing behind them is looked at by a pattern. */
const longestOrdinal = 24;
const longestHeadingLine = 60;

const isSpaceOrEnd = (text: string): boolean => text === "" || /^\s/u.test(text);

/** 第三章 总则, but not 第三章规定，…… */
function fitsChapter(_value: number, following: string, line: string): boolean {
  return (
    isSpaceOrEnd(following) || (line.length <= longestHeadingLine && !/[。，；！？,;]|^.{0,8}[的中里内]/u.test(line))
  );
}

/** 三、四季度…… and 一、二、三产业 are lists of numbers, not ordinals. */
function fitsChineseItem(value: number, following: string): boolean {
  const next = parseChineseNumber(following.charAt(0));
  if (next === null || next !== value + 1) return true;
  return !/^.[、，,及和至到级季月类批期产线次届等档轮审一二三四五六七八九十]/u.test(following);
}

/** 1.5亿元, 3.15 and 12、24小时 are figures; 1.2023年 is an ordinal before a year. */
function fitsArabicItem(_value: number, following: string): boolean {
  if (!/^[0-9０-９]/u.test(following)) return true;
  return /^(?:19|20)[0-9]{2}(?:年|[-—–－～~至])/u.test(following);
}

const forms: readonly Form[] = [
  {
    level: 0,
    pattern: new RegExp(`^(第\\s{0,2})(${chineseNumber}|${arabicNumber})(\\s{0,2}(?:编|篇|部分|章|节))`, "u"),
    fits: fitsChapter,
  },
  { level: 2, pattern: new RegExp(`^([（(]\\s{0,2})(${chineseNumber})(\\s{0,2}[）)][、．，]?)`, "u") },
  { level: 4, pattern: new RegExp(`^([（(]\\s{0,2})(${arabicNumber})(\\s{0,2}[）)][、．，]?)`, "u") },
  { level: 1, pattern: new RegExp(`^()(${chineseNumber})(\\s?[、.．，,])`, "u"), fits: fitsChineseItem },
  { level: 3, pattern: new RegExp(`^()(${arabicNumber})(\\s?[.．、])`, "u"), fits: fitsArabicItem },
  { level: 4, pattern: new RegExp(`^()(${arabicNumber})(\\s?[）)])`, "u") },
];

/** Ordinals that are one character: ㈠, ⒈, ⑴. A line with ① is below every level of a report and stays text. */
const singleCharacters: readonly { readonly level: HeadingLevel; readonly first: number; readonly count: number }[] = [
  { level: 2, first: 0x3220, count: 10 },
  { level: 3, first: 0x2488, count: 20 },
  { level: 4, first: 0x2474, count: 20 },
];

function parseSingleCharacter(line: string): ParsedOrdinal | null {
  const code = line.charCodeAt(0);
  const range = singleCharacters.find(({ first, count }) => code >= first && code < first + count);
  if (range === undefined) return null;
  const text = line.charAt(0);
  const value = code - range.first + 1;
  return { level: range.level, value, text, before: "", after: "", rest: line.slice(1).trimStart() };
}

function parseNumber(text: string): number | null {
  const chinese = parseChineseNumber(text);
  if (chinese !== null) return chinese;
  const halfWidth = text.replace(/[０-９]/gu, (digit) => String(digit.charCodeAt(0) - 0xff10));
  // 01. is a code or a clock, 0. a decimal
  return /^[1-9][0-9]{0,2}$/u.test(halfWidth) ? Number(halfWidth) : null;
}

/**
 * Reads the ordinal at the beginning of a line, in full- and half-width forms and with the usual slips:
 * 第一章, 一、 一. 一，, （一） (一) ㈠, 1. 1、 1．, （1） (1) 1）. The level follows from the form alone.
 */
export function parseOrdinal(line: string): ParsedOrdinal | null {
  const trimmed = line.trimStart();
  const head = trimmed.slice(0, longestOrdinal);
  for (const form of forms) {
    const match = form.pattern.exec(head);
    if (match === null) continue;
    const [text, before = "", number = "", after = ""] = match;
    const value = parseNumber(number);
    if (value === null) continue;
    const following = trimmed.slice(text.length);
    if (form.fits !== undefined && !form.fits(value, following, trimmed)) continue;
    return { level: form.level, value, text, before: before.trim(), after: after.trim(), rest: following.trimStart() };
  }
  return parseSingleCharacter(trimmed);
}

/** The number of a text that is an ordinal as a whole, sub-numbers included: 2 for 一.2 and 1.2. Null: none can be read. */
export function ordinalValue(text: string): number | null {
  const parsed = parseOrdinal(text.trim());
  if (parsed?.rest === "") return parsed.value;
  const last = /[.．、]([1-9][0-9]{0,2})[.．、]?\s?$/u.exec(text.slice(-longestOrdinal))?.[1];
  return last === undefined ? null : Number(last);
}
