import type { Line } from "./lines.ts";
import { isOrganName, organsOf } from "./organ-name.ts";
import type { Meta } from "../document/schema.ts";
import { parseOrdinal } from "../document/parse-ordinal.ts";
import { printedDate } from "../document/printed-date.ts";
import { dayOf, splitDate } from "./written-day.ts";

/** `body`: what a conversion left between the lines of a sign-off, as the number of a page. */
type SignOffLine = { readonly role: "signatory" | "date" | "note" | "body"; readonly text: string };
/** Lines `start` up to `end` (not included): 署名, 成文日期, 附注. */
export type SignOff = { readonly start: number; readonly end: number; readonly lines: readonly SignOffLine[] };

const note = /^[（(][^（）()]{2,60}[）)]$/u;
/** （盖章） behind a name, where the seal goes. */
const seal = /\s{0,4}[（(](?:盖章|公章|印章|章|签章)[）)]$/u;
const noteWords = /此件|公开|联系人|联系电话|印发/u;
const mostSignatories = 8;

/** A name that signs: an organ, or any short line of Chinese characters alone right above the date. */
function isSignature(text: string, isAboveDate: boolean): boolean {
  if (organsOf(text.replace(seal, "")).every(isOrganName)) return true;
  return isAboveDate && /^[\p{Script=Han}·（）()\s]{2,30}$/u.test(text) && parseOrdinal(text) === null;
}

/** Lines of a text that may be of one sign-off, the last one first; `index` is that of the whole text. */
type Candidates = readonly { readonly index: number; readonly line: Line }[];

/** What may sign with line `end` - 1, from there upwards: a table parts it from what is above, residue does not. */
function candidatesAbove(
  lines: readonly Line[],
  isResidue: readonly boolean[],
  limit: number,
  end: number,
): Candidates {
  const candidates: { index: number; line: Line }[] = [];
  for (let index = end - 1; index >= limit && candidates.length <= mostSignatories + 2; index -= 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (isResidue[index] !== true) candidates.push({ index, line });
    if (line.isApart === true) break;
  }
  return candidates;
}

function countSignatories(above: Candidates, hasDate: boolean): number {
  const other = above
    .slice(0, mostSignatories)
    .findIndex(({ line }, at) => line.isTabbed || !isSignature(line.text, hasDate && at === 0));
  return other < 0 ? Math.min(above.length, mostSignatories) : other;
}

const signatureLines = (text: string): readonly SignOffLine[] =>
  organsOf(text).map((organ) => ({ role: "signatory", text: organ }));

function linesOfDate(text: string): readonly SignOffLine[] {
  const dated = splitDate(text);
  if (dated === null) return [];
  return [...(dated.before === "" ? [] : signatureLines(dated.before)), { role: "date", text: dated.date }];
}

/**
 * The sign-off that ends right before line `end` and begins not before `limit`. A date or a name is needed; a date
 * alone is one only where the text ends.
 */
export function signOffBefore(
  lines: readonly Line[],
  isResidue: readonly boolean[],
  limit: number,
  end: number,
): SignOff | null {
  const candidates = candidatesAbove(lines, isResidue, limit, end);
  const last = candidates[0]?.line.text ?? "";
  const notes = note.test(last) && noteWords.test(last) ? 1 : 0;
  const dated = splitDate(candidates[notes]?.line.text ?? "");
  const isDated = dated !== null && (dated.before === "" || isSignature(dated.before, dated.hasGap));
  const under = notes + (isDated ? 1 : 0);
  const taken = under + countSignatories(candidates.slice(under), isDated && dated.before === "");
  const first = candidates[taken - 1];
  if (first === undefined) return null;
  const roleOf = new Map(candidates.slice(0, taken).map(({ index }, at) => [index, at]));
  const all = lines.slice(first.index, end).flatMap(({ text }, offset): readonly SignOffLine[] => {
    const at = roleOf.get(first.index + offset);
    if (at === undefined) return [{ role: "body", text }];
    if (at < notes) return [{ role: "note", text }];
    return at < under ? linesOfDate(text) : signatureLines(text);
  });
  return { start: first.index, end, lines: all };
}

/** Whether a line is in brackets, as a 附注 is. */
export function isNoteLine(text: string): boolean {
  return note.test(text);
}

/** Whether a line is a date that can end a sign-off in the middle of a file. */
export function isDateLine(text: string): boolean {
  return splitDate(text)?.before === "";
}

/** Whether a line is an organ and the day on which it signed, and nothing else. */
export function isSignedDay(text: string): boolean {
  const dated = splitDate(text);
  return dated !== null && dated.before !== "" && isSignature(dated.before, false);
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
