import type { Range } from "../ranges.ts";
import type { TextView } from "../text-view.ts";

const LONGEST_LEAD = 60;
const LONGEST_TAIL = 140;
const tailEnds = "。；！？;!?\n\t";
const leadEnds = `${tailEnds}：`;
const period = /^\s?(?:[上下]半年|第?[一二三四1-4]季度|前[一二三123]个?季度)(?:[底末])?/u;

/** The text from the last mark of these before `end`, at most so many characters; what is cut off begins with …. */
function leadOf(text: string, end: number): string {
  const from = Math.max(0, end - LONGEST_LEAD);
  for (let at = end - 1; at >= from; at -= 1) if (leadEnds.includes(text.charAt(at))) return text.slice(at + 1, end);
  return (from > 0 ? "…" : "") + text.slice(from, end);
}

function tailOf(text: string, start: number): string {
  const until = Math.min(text.length, start + LONGEST_TAIL);
  for (let at = start; at < until; at += 1) if (tailEnds.includes(text.charAt(at))) return text.slice(start, at);
  return text.slice(start, until);
}

/** The sentence of a year as the tables of rules read it (`YearRule`). */
export function sentenceOf({ text, organs }: Pick<TextView, "text" | "organs">, year: Range): string {
  const named = (words: string): string =>
    organs.reduce((rest, organ) => rest.replaceAll(organ, "我局"), words).replace(/(?<!\d),|,(?!\d)/gu, "，");
  const word = text.slice(year.start, year.end).replace(/^[^年]{2,4}\s*年\s*/u, "");
  const tail = (word + tailOf(text, year.end)).replace(/^\s+/u, "").replace(period, "");
  return `${named(leadOf(text, year.start))}▲${named(tail)}`;
}
