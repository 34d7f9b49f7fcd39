import { beginsWithMeasure, isAmount } from "./measures.ts";
import { parseChineseNumber } from "../../document/chinese-numerals.ts";
import { type ParsedOrdinal, parseOrdinal } from "../../document/parse-ordinal.ts";

/** 2.1, 一.2.1, 一、1: a number below the item whose number it begins with. */
export type SubNumber = {
  /** The numbers before the last. */
  readonly prefix: readonly number[];
  readonly value: number;
  /** It begins with a Chinese numeral. */
  readonly isChinese: boolean;
  /** As written, with the space behind it where no mark parts it from the words. */
  readonly text: string;
  readonly rest: string;
};

/** Forms that are ordinals only where a whole sequence of them says so. */
export type LooseForm = "spaced" | "spacedFigure" | "bareFigure" | "halfBracket" | "ordered" | "formal";
type LooseOrdinal = {
  readonly form: LooseForm;
  readonly value: number;
  readonly text: string;
  readonly rest: string;
};

/** All that the beginning of a line may be. Which it is the lines around it tell. */
export type LineReading = {
  readonly index: number;
  /** By its form alone. */
  readonly parsed: ParsedOrdinal | null;
  /** `2.9月底前……` read as item 2. */
  readonly doubtful: ParsedOrdinal | null;
  readonly sub: SubNumber | null;
  readonly loose: LooseOrdinal | null;
};

const longestHead = 24;
const longestBareHeading = 30;
const startsWords = /^[\p{Script=Han}《“‘"（(A-Za-z]/u;

/** In either width: １．１ is 1.1. */
const number = "[1-9１-９][0-9０-９]?";
const arabicSub = new RegExp(`^(${number}(?:[.．]${number}){1,3})(?![0-9０-９])([.．、]?)(\\s*)`, "u");
const chineseSub = new RegExp(
  `^([一二三四五六七八九十]{1,3})\\s?[.．、]\\s?(${number}(?:[.．]${number}){0,2})(?![0-9０-９])([.．、]?)(\\s*)`,
  "u",
);
const valueOf = (digits: string): number =>
  Number(digits.replace(/[０-９]/gu, (digit) => String(digit.charCodeAt(0) - 0xff10)));

/** Words behind a number: none are a cell, and a measure makes the number a figure. */
function fitsWords(rest: string, mark: string, space: string): boolean {
  return startsWords.test(rest) && (mark !== "" || !beginsWithMeasure(rest, space !== ""));
}

function readSub(line: string): SubNumber | null {
  const head = line.slice(0, longestHead);
  const arabic = arabicSub.exec(head);
  const chinese = arabic === null ? chineseSub.exec(head) : null;
  const found = arabic ?? chinese;
  if (found === null) return null;
  const first = chinese === null ? null : parseChineseNumber(chinese[1] ?? "");
  const figures = (arabic === null ? chinese?.[2] : arabic[1]) ?? "";
  const mark = found.at(-2) ?? "";
  const space = found.at(-1) ?? "";
  const rest = line.slice(found[0].length);
  const numbers = [...(first === null ? [] : [first]), ...figures.split(/[.．]/u).map(valueOf)];
  if (numbers.length < 2 || !fitsWords(rest, mark, space)) return null;
  const text = found[0].trimEnd() + (mark === "" && space !== "" ? " " : "");
  return { prefix: numbers.slice(0, -1), value: numbers.at(-1) ?? 0, isChinese: chinese !== null, text, rest };
}

/** No item begins with a nought: 1.0版 is a version. */
const figureBeforeFigure = /^([1-9][0-9]?|[１-９][０-９]?)\s?([.．、])(?=[1-9１-９])/u;
/** 1.2.3 and 2026.1.20 are chains of numbers. */
const chain = /^[0-9０-９]{1,4}(?:[.．][0-9０-９]{1,4}){2}/u;

function readDoubtful(line: string): ParsedOrdinal | null {
  const [text, digits = "", after = ""] = figureBeforeFigure.exec(line) ?? [];
  if (text === undefined || (chain.test(line) && !isAmount(line.slice(text.length)))) return null;
  return { level: 3, value: valueOf(digits), text, before: "", after, rest: line.slice(text.length) };
}

const formalDigits = "壹贰叁肆伍陆柒捌玖拾";
const plainDigits = "一二三四五六七八九十";
const fromFormal = (text: string): number | null =>
  parseChineseNumber(text.replace(/./gu, (digit) => plainDigits.charAt(formalDigits.indexOf(digit))));

const looseForms: readonly {
  readonly form: LooseForm;
  readonly pattern: RegExp;
  readonly valueOf: (digits: string) => number | null;
}[] = [
  { form: "formal", pattern: /^([壹贰叁肆伍陆柒捌玖拾]{1,3})[、.．]\s*/u, valueOf: fromFormal },
  { form: "ordered", pattern: /^第([一二三四五六七八九十]{1,3})、\s*/u, valueOf: parseChineseNumber },
  { form: "halfBracket", pattern: /^([一二三四五六七八九十]{1,3})[）)]\s*/u, valueOf: parseChineseNumber },
  { form: "spaced", pattern: /^([一二三四五六七八九十]{1,3})\s+/u, valueOf: parseChineseNumber },
  { form: "spacedFigure", pattern: new RegExp(`^(${number})\\s+`, "u"), valueOf },
  { form: "bareFigure", pattern: new RegExp(`^(${number})(?=\\p{Script=Han})`, "u"), valueOf },
];
/** 1总体要求 is a heading where it stands alone on its line; 3个 is what it counts. */
const isBareHeading = (rest: string): boolean =>
  rest.length <= longestBareHeading && !/[，。；：！？,;:!?]/u.test(rest) && !beginsWithMeasure(rest, false);

function readLoose(line: string): LooseOrdinal | null {
  for (const { form, pattern, valueOf } of looseForms) {
    const match = pattern.exec(line.slice(0, longestHead));
    if (match === null) continue;
    const value = valueOf(match[1] ?? "");
    const rest = line.slice(match[0].length);
    if (value === null || !startsWords.test(rest) || rest.includes("\t")) continue;
    if (form === "bareFigure" && !isBareHeading(rest)) continue;
    const text = form.startsWith("spaced") ? `${match[0].trimEnd()} ` : match[0].trimEnd();
    return { form, value, text, rest };
  }
  return null;
}

/** Everything that the beginning of a line may be; null when it is none of it. */
export function readLineStart(line: string, index: number): LineReading | null {
  const parsed = parseOrdinal(line);
  const doubtful = parsed === null ? readDoubtful(line) : null;
  const sub = readSub(line);
  const loose = parsed === null && doubtful === null ? readLoose(line) : null;
  return parsed === null && doubtful === null && sub === null && loose === null
    ? null
    : { index, parsed, doubtful, sub, loose };
}
