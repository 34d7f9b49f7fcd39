import type { Line } from "./lines.ts";
import { isOrganName, organsOf } from "./organ-name.ts";
import { parseChineseNumber } from "../document/chinese-numerals.ts";
import type { Meta } from "../document/schema.ts";
import { parseOrdinal } from "../document/parse-ordinal.ts";
import { printedDate } from "../document/printed-date.ts";

type SignOffLine = { readonly role: "signatory" | "date" | "note"; readonly text: string };
/** Lines `start` up to `end` (not included): 署名, 成文日期, 附注. */
export type SignOff = { readonly start: number; readonly end: number; readonly lines: readonly SignOffLine[] };

const arabicDay = /(?:19|20)[0-9]{2}\s{0,2}年\s{0,2}[0-9]{1,2}\s{0,2}月(?:\s{0,2}[0-9]{1,2}\s{0,2}[日号])?$/u;
const chineseDay = /[一二三四五六七八九〇○零O0]{4}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?$/u;
const dottedDay = /^(?:19|20)[0-9]{2}[.\-/][0-9]{1,2}[.\-/][0-9]{1,2}$/u;
const note = /^[（(][^（）()]{2,60}[）)]$/u;
/** （盖章） behind a name, where the seal goes. */
const seal = /\s{0,4}[（(](?:盖章|公章|印章|章|签章)[）)]$/u;
const noteWords = /此件|公开|联系人|联系电话|印发/u;
const longestLine = 80;
const mostSignatories = 8;

/** Splits a line into the name before a date and the date. Null: the line does not end with a date. */
function splitDate(text: string): { readonly before: string; readonly hasGap: boolean; readonly date: string } | null {
  if (text.length > longestLine) return null;
  const match = arabicDay.exec(text) ?? chineseDay.exec(text) ?? dottedDay.exec(text);
  return match === null
    ? null
    : {
        before: text.slice(0, match.index).trim(),
        hasGap: /\s/u.test(text.charAt(match.index - 1)),
        date: match[0],
      };
}

/** A name that signs: an organ, or any short line of Chinese characters alone right above the date. */
function isSignature(text: string, isAboveDate: boolean): boolean {
  if (organsOf(text.replace(seal, "")).every(isOrganName)) return true;
  return isAboveDate && /^[\p{Script=Han}·（）()\s]{2,30}$/u.test(text) && parseOrdinal(text) === null;
}

function signatoriesAbove(lines: readonly Line[], from: number, end: number, hasDate: boolean): readonly Line[] {
  const above: Line[] = [];
  for (let index = end - 1; index >= from && above.length < mostSignatories; index -= 1) {
    const line = lines[index];
    if (line === undefined || line.isTabbed || !isSignature(line.text, hasDate && index === end - 1)) break;
    above.unshift(line);
  }
  return above;
}

const signatureLines = (text: string): readonly SignOffLine[] =>
  organsOf(text).map((organ) => ({ role: "signatory", text: organ }));

/** The first line that may be of one sign-off with line `end` - 1: a table above it parts it from what is above. */
function firstTogether(lines: readonly Line[], from: number, end: number): number {
  let first = end - 1;
  while (first > from && lines[first]?.isApart !== true && end - first <= mostSignatories + 2) first -= 1;
  return first;
}

/**
 * The sign-off that ends right before line `end` and begins not before `limit`. A date or a name is needed; a date
 * alone is one only where the text ends.
 */
export function signOffBefore(lines: readonly Line[], limit: number, end: number): SignOff | null {
  const from = firstTogether(lines, limit, end);
  const last = lines[end - 1];
  const hasNote = last !== undefined && note.test(last.text) && noteWords.test(last.text);
  let start = hasNote ? end - 1 : end;
  const dateLine = start > from ? lines[start - 1] : undefined;
  const dated = dateLine === undefined ? null : splitDate(dateLine.text);
  const isDated = dated !== null && (dated.before === "" || isSignature(dated.before, dated.hasGap));
  if (isDated) start -= 1;
  const above = signatoriesAbove(lines, from, start, isDated && dated.before === "");
  start -= above.length;
  if (start === end) return null;
  return {
    start,
    end,
    lines: [
      ...above.flatMap(({ text }) => signatureLines(text)),
      ...(isDated && dated.before !== "" ? signatureLines(dated.before) : []),
      ...(isDated ? [{ role: "date" as const, text: dated.date }] : []),
      ...(hasNote ? [{ role: "note" as const, text: last.text }] : []),
    ],
  };
}

/** Whether a line is in brackets, as a 附注 is. */
export function isNoteLine(text: string): boolean {
  return note.test(text);
}

/** Whether a line is a date that can end a sign-off in the middle of a file. */
export function isDateLine(text: string): boolean {
  return splitDate(text)?.before === "";
}

const chineseDigits = "〇一二三四五六七八九";

/** 2024年2月26日 in any writing as 2024-02-26; null when it is no day of the calendar. */
function dayOf(text: string): string | null {
  const parts = text
    .replaceAll(/\s/gu, "")
    .split(/[年月日号.\-/]/u)
    .filter((part) => part !== "");
  const [year, month, day] = parts.map((part) => {
    if (/^[0-9]+$/u.test(part)) return Number(part);
    if (part.length === 4)
      return Number(Array.from(part.replace(/[零○O0]/gu, "〇"), (digit) => chineseDigits.indexOf(digit)).join(""));
    return parseChineseNumber(part) ?? Number.NaN;
  });
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

/** 公文要素 read from a sign-off, and what of it will be printed in another way than it was written. */
export type SignOffMeta = { readonly meta: Partial<Meta>; readonly rewritten: readonly string[] };

/**
 * The sign-off as 公文要素: the same names, the same day, the same note. Null where a part has no place there, as a month
 * without its day: then its lines stay in the text.
 */
export function readSignOff({ lines }: SignOff): SignOffMeta | null {
  const signatories = lines.filter(({ role }) => role === "signatory").map(({ text }) => text);
  const date = lines.find(({ role }) => role === "date")?.text;
  const day = date === undefined ? "" : dayOf(date);
  if (day === null) return null;
  const noteText = lines.find(({ role }) => role === "note")?.text;
  const inside = noteText?.slice(1, -1) ?? "";
  if (inside !== inside.trim()) return null;
  const isOtherDate = date !== undefined && printedDate(day) !== date.replaceAll(/\s/gu, "");
  const isOtherNote = noteText !== undefined && noteText !== `（${inside}）`;
  return {
    meta: {
      ...(signatories.length === 0 ? {} : { signatories }),
      ...(day === "" ? {} : { date: day }),
      ...(noteText === undefined ? {} : { note: inside }),
    },
    rewritten: [...(isOtherDate ? [date] : []), ...(isOtherNote ? [noteText] : [])],
  };
}
