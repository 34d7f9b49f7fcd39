import type { Range } from "../ranges.ts";
import type { TextView } from "../text-view.ts";

const LONGEST_LEAD = 60;
const LONGEST_TAIL = 140;
const tailEnds = "。；！？;!?\n\t";
const leadEnds = `${tailEnds}：`;
const period =
  /^(?<degree>度?)\s?(?:[上下]半年|第?[一二三四1-4]季度|前[一二三123]个?季度|(?:1月?\s?[—–－~～\-至到]{1,2}\s?(?:6|12)|7月?\s?[—–－~～\-至到]{1,2}\s?12)月份?)(?:[底末])?/u;

/** Where the sentence of a year begins, as far as it is looked at: behind the last mark that ends what stands before. */
export function startOfSentence(text: string, { start }: Pick<Range, "start">): number {
  const from = Math.max(0, start - LONGEST_LEAD);
  for (let at = start - 1; at >= from; at -= 1) if (leadEnds.includes(text.charAt(at))) return at + 1;
  return from;
}

/** The text from the last mark of these before `end`, at most so many characters; what is cut off begins with …. */
function leadOf(text: string, end: number): string {
  const start = startOfSentence(text, { start: end });
  const isCut = start > 0 && !leadEnds.includes(text.charAt(start - 1));
  return (isCut ? "…" : "") + text.slice(start, end);
}

function tailOf(text: string, start: number): string {
  const until = Math.min(text.length, start + LONGEST_TAIL);
  for (let at = start; at < until; at += 1) if (tailEnds.includes(text.charAt(at))) return text.slice(start, at);
  return text.slice(start, until);
}

/** A text in which every name of the report's own organ is 我局. */
export const withOwnOrgan = (text: string, organs: readonly string[]): string =>
  organs.reduce((rest, organ) => rest.replaceAll(organ, "我局"), text);

/** The sentence of a year as the tables of rules read it (`YearRule`). */
export function sentenceOf({ text, organs }: Pick<TextView, "text" | "organs">, year: Range): string {
  const named = (words: string): string => withOwnOrgan(words, organs).replace(/(?<!\d),|,(?!\d)/gu, "，");
  const word = text.slice(year.start, year.end).replace(/^[^年]{2,4}\s*年\s*|^\d{4}$/u, "");
  const tail = (word + tailOf(text, year.end)).replace(/^\s+/u, "").replace(period, "$<degree>");
  return `${named(leadOf(text, year.start))}▲${named(tail)}`;
}
