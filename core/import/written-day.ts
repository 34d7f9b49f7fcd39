import { parseChineseNumber } from "../document/chinese-numerals.ts";

const arabicDay = /(?:19|20)[0-9]{2}\s{0,2}年\s{0,2}[0-9]{1,2}\s{0,2}月(?:\s{0,2}[0-9]{1,2}\s{0,2}[日号])?$/u;
const chineseDay =
  /[一二三四五六七八九〇○零O0]{4}年(?:元|[一二三四五六七八九十]{1,2})月(?:[一二三四五六七八九十廿卅]{1,3}日)?$/u;
const dottedDay = /(?<![0-9.．\-/])(?:19|20)[0-9]{2}([.．\-/])[0-9]{1,2}\1[0-9]{1,2}$/u;
const longestLine = 80;
const chineseDigits = "〇一二三四五六七八九";

/** ２０２６ as 2026: as many characters. */
const halfWidth = (text: string): string =>
  text.replaceAll(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** A line that ends with a date: what stands before it, and the date as it was written. */
export type DatedLine = { readonly before: string; readonly hasGap: boolean; readonly date: string };

/** Splits a line into what stands before a date and the date, in any of its writings. Null: it does not end with a date. */
export function splitDate(line: string): DatedLine | null {
  if (line.length > longestLine) return null;
  const text = halfWidth(line);
  const match = arabicDay.exec(text) ?? chineseDay.exec(text) ?? dottedDay.exec(text);
  if (match === null) return null;
  return {
    before: line.slice(0, match.index).trim(),
    hasGap: /\s/u.test(line.charAt(match.index - 1)),
    date: line.slice(match.index),
  };
}

/** 2024年2月26日 in any writing as 2024-02-26; null when it is no day of the calendar, or lacks its day. */
export function dayOf(written: string): string | null {
  const parts = halfWidth(written)
    .replaceAll(/\s/gu, "")
    .split(/[年月日号.．\-/]/u)
    .filter((part) => part !== "");
  const [year, month, day] = parts.map((part) => {
    if (/^[0-9]+$/u.test(part)) return Number(part);
    if (part === "元") return 1;
    if (part.length === 4)
      return Number(Array.from(part.replace(/[零○O0]/gu, "〇"), (digit) => chineseDigits.indexOf(digit)).join(""));
    return parseChineseNumber(part.replace("廿", "二十").replace("卅", "三十")) ?? Number.NaN;
  });
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}
