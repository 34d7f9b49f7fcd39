import type { Line } from "./lines.ts";
import { isOrganName } from "./organ-name.ts";
import { isRecipients } from "./recipients.ts";
import { residueOfLine } from "./residue.ts";
import {
  endsLikeTitle,
  goesOnInNextLine,
  isDashed,
  isTitleAboveDash,
  isTitleLine,
  startsLikeTitle,
} from "./title-line.ts";
import { parseOrdinal } from "../document/parse-ordinal.ts";

/** Lines `start` up to `end` (not included) of a title, and its text on one line. */
export type FoundTitle = { readonly start: number; readonly end: number; readonly text: string };

const longestTitle = 120;
const mostLines = 5;
/** How many lines of a letterhead or a web page may stand above the title. */
const mostLinesAbove = 40;
const longestHeadLine = 120;

/** 发文字号, 文件 and other lines of a letterhead, which stand above the title. */
const letterhead =
  /〔[0-9]{4}〕\s?[0-9]{1,5}\s?号|[[（(【][0-9]{4}[\]）)】]\s?[0-9]{1,5}\s?号$|文件$|^(?:机密|秘密|绝密|特急|加急|急件|平急|签发人|附件[0-9一二三四五六七八九十]{0,2}[：:]?$)|^[0-9]{6}$/u;

/** Lines of one title on one line; two organs that stood on lines of their own stay apart. */
export function joinLines(lines: readonly Line[]): string {
  let text = "";
  let previous = "";
  for (const line of lines) {
    const gap = isOrganName(previous) && isOrganName(line.text) ? " " : "";
    text += `${gap}${line.text}`;
    previous = line.text;
  }
  return text;
}

/** （试行）; other brackets under a title, as the day of a speech, are no part of it. */
const bracketedSuffix =
  /^[（(](?:试行|暂行|修订|征求意见|送审|草案|讨论|[0-9]{4}\s?年?\s?[-—–－～~至])[^（）()]{0,30}[）)]$/u;
const isBracketed = (text: string): boolean => /^[（(].*[）)]$/u.test(text);
const joinsAbove = (text: string): boolean => /^(?:的|和|及|与|暨|以及|[（(])/u.test(text);
const isAbove = (text: string): boolean => letterhead.test(text) || residueOfLine(text) !== null;
const nameOfOrgan = /(?:[局厅署委办府会院处]|办公室|中心|大队|公司)$/u;

/** The next line goes on with the title: …规划 / 的通知, …总结 / 和明年计划, or a suffix in brackets. */
function goesOn(next: Line | undefined, joined: (next: Line) => string): boolean {
  if (next === undefined || next.isApart === true || !isTitleLine(next)) return false;
  return isBracketed(next.text)
    ? bracketedSuffix.test(next.text)
    : joinsAbove(next.text) && endsLikeTitle(joined(next));
}

/** Whether a title that as yet begins with line `start` and reads `text` begins in the line above. */
function beginsAbove(lines: readonly Line[], start: number, text: string): boolean {
  const above = lines[start - 1];
  if (above === undefined || lines[start]?.isApart === true || isAbove(above.text)) return false;
  if (!isTitleLine(above)) return isDashed(text) && isTitleAboveDash(above);
  if (endsLikeTitle(above.text)) return joinsAbove(text);
  if (!startsLikeTitle(text) || goesOnInNextLine(above.text)) return true;
  return (
    nameOfOrgan.test(above.text) &&
    (/^(?:关于|[12１２]|二[〇○零])/u.test(text) || isOrganName(lines[start]?.text ?? ""))
  );
}

/** The title whose last line is `last`; null when that ends none. */
export function titleEndingAt(lines: readonly Line[], last: number): FoundTitle | null {
  const line = lines[last];
  if (line === undefined || !isTitleLine(line)) return null;
  if (isBracketed(line.text) && !bracketedSuffix.test(line.text)) return null;
  const textFrom = (start: number, end = last + 1): string => joinLines(lines.slice(start, end));
  let start = last;
  while (last - start < mostLines - 1 && beginsAbove(lines, start, textFrom(start))) start -= 1;
  const text = textFrom(start);
  if (text.length > longestTitle || !endsLikeTitle(text)) return null;
  return goesOn(lines[last + 1], () => textFrom(start, last + 2)) ? null : { start, end: last + 1, text };
}

/** The lines above the text: up to the first sentence, ordinal or 主送. */
function endOfHead(lines: readonly Line[]): number {
  const end = lines.slice(0, mostLinesAbove).findIndex(({ text }) => {
    if (residueOfLine(text) !== null) return false;
    return text.length > longestHeadLine || text.includes("。") || parseOrdinal(text) !== null || isRecipients(text);
  });
  return end < 0 ? Math.min(lines.length, mostLinesAbove) : end;
}

const namesSubject = /^关于|关于.|(?:19|20)[0-9]{2}|[１２][０-９]{3}/u;
/** How surely a line of the head of a file is its title, and not the name of a web page or of one of its parts. */
function likeness({ text }: FoundTitle): number {
  if (!startsLikeTitle(text)) return 0;
  return namesSubject.test(text) ? 2 : 1;
}

/** A first line such as 某某局2025年法治建设亮点: no known last word, but text follows. */
function titleWithoutLastWord(lines: readonly Line[], first: number): FoundTitle | null {
  const line = lines[first];
  const next = lines[first + 1]?.text ?? "";
  if (line === undefined || !isTitleLine(line) || !startsLikeTitle(line.text) || !namesSubject.test(line.text))
    return null;
  if (line.text.length < 8 || /[日号印]$/u.test(line.text)) return null;
  if (!/。|[：:]$/u.test(next) && (parseOrdinal(next)?.level ?? 9) > 1) return null;
  return { start: first, end: first + 1, text: line.text };
}

/**
 * The title of a text: in its first lines, below a letterhead or the head of a web page. Pages show a title twice: the
 * one nearest to the text is that of the text.
 */
export function findTitle(lines: readonly Line[]): FoundTitle | null {
  const end = endOfHead(lines);
  const found: FoundTitle[] = [];
  for (let last = 0; last < end; last += 1) {
    const title = titleEndingAt(lines, last);
    if (title !== null) found.push(title);
  }
  const best = Math.max(0, ...found.map(likeness));
  const first = found.find((title) => likeness(title) === best);
  const top = lines.findIndex(({ text }) => !isAbove(text) || text.length > longestTitle);
  // one that does not begin as titles do may be anything, unless it is the very first
  if (first === undefined || (best === 0 && first.start !== top)) return titleWithoutLastWord(lines, top);
  return found.findLast(({ text }) => text === first.text) ?? first;
}
