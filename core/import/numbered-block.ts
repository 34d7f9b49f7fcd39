import type { PlacedOrdinal } from "./place-ordinals.ts";
import { endOfFirstSentence } from "./sentence.ts";
import { formatChineseNumber } from "../document/chinese-numerals.ts";
import type { ParsedOrdinal } from "../document/parse-ordinal.ts";
import type { Block, HeadingLevel, Inline } from "../document/blocks.ts";

/** Longest heading part of a run-in heading, its 。 included: （一） may say what was done, 1. is soon a sentence. */
const longestRunIn = (level: HeadingLevel): number => (level <= 2 ? 64 : 46);
/** 组织领导：… has a name before its colon and sentences behind it. */
const longestName = 16;
const shortestText = 10;
/** Longest heading on a line of its own that is no sentence. */
const longestHeading = 70;

export const textContent = (text: string): readonly Inline[] => (text === "" ? [] : [{ kind: "text", text }]);

const figureOfYear = /(?:19|20)[0-9]{2}(?=年)/gu;

/** A short sentence among 1. 2. 3. with a comma or a figure in it, and no text under it: an item of a list. */
function isListSentence(level: number, text: string, hasTextBelow: boolean): boolean {
  return level >= 3 && !hasTextBelow && /[，,0-9]/u.test(text.replaceAll(figureOfYear, ""));
}

/** Where the heading part ends: index of its 。, or of the colon behind a short name; -1 when it is no run-in heading. */
function endOfHeadingPart(level: HeadingLevel, text: string): number {
  const end = endOfFirstSentence(text, longestRunIn(level), true);
  const colon = /^[^。；，,;：:]{2,}?[：:]/u.exec(text.slice(0, longestName))?.[0].length ?? 0;
  if (colon === 0 || text.length - colon < shortestText || !/[。；，,;]/u.test(text.slice(colon))) return end;
  // （一）坚持导向：聚焦重点。全年…… ends at its 。
  return end >= 0 && end < text.length - 1 && end - colon < longestName ? end : colon - 1;
}

/** （一）加强领导，（二）建立机制。 is a list in one paragraph. */
function goesOnWithin({ value, before, after }: ParsedOrdinal, text: string): boolean {
  // 2. may be the beginning of 2.5 unless a mark stands before it
  const marks = before === "" ? ["；", "，", "。", ";"] : [""];
  const next = [formatChineseNumber(value + 1), String(value + 1)].map((number) => `${before}${number}${after}`);
  return after !== "" && marks.some((mark) => next.some((ordinal) => text.includes(mark + ordinal)));
}

/** What stands around a numbered line. */
export type Surroundings = {
  /** The next line is body text, which the line then heads. */
  readonly hasTextBelow: boolean;
  /** The item before it on its level ended with ； so that this one ends the list with 。 */
  readonly endsList: boolean;
};

/** A line with an ordinal as a heading, a run-in heading or a numbered paragraph. */
export function numberedBlock(
  { level, ordinal, parsed }: PlacedOrdinal,
  { hasTextBelow, endsList }: Surroundings,
): Block {
  const text = parsed.rest;
  const heading: Block = { kind: "heading", level, ordinal, content: textContent(text) };
  const listItem: Block = { kind: "listItem", level, ordinal, content: textContent(text) };
  if (/[；;]$/u.test(text) || endsList) return listItem;
  const end = endOfHeadingPart(level, text);
  if (goesOnWithin(parsed, end < 0 ? text : text.slice(0, end))) return listItem;
  if (end < 0) return text.length <= longestHeading && !/[。；;]/u.test(text) ? heading : listItem;
  if (end === text.length - 1) return isListSentence(level, text, hasTextBelow) ? listItem : heading;
  return {
    kind: "runInHeading",
    level,
    ordinal,
    heading: textContent(text.slice(0, end + 1)),
    content: textContent(text.slice(end + 1).trimStart()),
  };
}
