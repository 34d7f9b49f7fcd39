import { isWithin, rangeAt, type Range } from "./ranges.ts";
import type { TextView } from "./text-view.ts";
import type { Years } from "./token.ts";
import { spanMark } from "./vocabulary.ts";
import { isOwnYear } from "./years/judge-year.ts";
import { valueOf, writeYear } from "./years/year-value.ts";

const joinedBefore = new RegExp(`(?:\\d|年度?)(?:${spanMark}|\\s?[、和及与/]\\s?)$`, "u");
const joinedAfter = new RegExp(`^(?:${spanMark}|\\s?[、和及与]\\s?)(?:(?:19|20)\\d{2}|[一二][〇○零])`, "u");

/** A list or a span of years is a history; moving one of them would make it say something else. */
function isJoined(text: string, { start, end }: Range): boolean {
  return joinedBefore.test(text.slice(Math.max(0, start - 8), start)) || joinedAfter.test(text.slice(end, end + 12));
}

/**
 * What a year becomes in the new report: only where its sentence is plainly about the report's own year of work, and
 * never within the name of a document, in a quotation, in 发文字号 or in a span. In doubt it stays.
 */
export function proposeYear(view: TextView, token: Range, { fromYear, toYear }: Years): string | null {
  const word = view.text.slice(token.start, token.end);
  if (toYear === fromYear) return null;
  if ([view.names, view.quotes].some((ranges) => rangeAt(ranges, token) !== undefined)) return null;
  if (isJoined(view.text, token)) return null;
  const digits = word.slice(0, 4);
  const value = valueOf(digits);
  const variable = rangeAt(view.variables, token);
  const follows = variable !== undefined && isWithin(variable, token);
  if (!follows && !isOwnYear(view, token, value - fromYear)) return null;
  return writeYear(value + toYear - fromYear, digits) + word.slice(4);
}
