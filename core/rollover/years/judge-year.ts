import type { TextView } from "../text-view.ts";
import type { Range } from "../ranges.ts";
import { attachedBody } from "./attached-bodies.ts";
import { formerYearRules, nextYearRules } from "./neighbour-year-rules.ts";
import { macroFigures, ownFigures, otherYearRules } from "./other-year-rules.ts";
import { ownYearRules } from "./own-year-rules.ts";
import { own, type YearRule } from "./year-rule.ts";
import { valueOf, writeYear } from "./year-value.ts";
import { carriedSubject } from "./carried-subject.ts";
import { sentenceOf, startOfSentence, withOwnOrgan } from "./year-sentence.ts";

const LONGEST_HEADLINE = 50;

/** A line without a stop reads as a heading does, whatever it was recognised as. */
function speaksHere({ where }: YearRule, { text, role }: TextView): boolean {
  if (where === undefined) return true;
  if (role === "title") return true;
  if (where === "title") return false;
  return role === "heading" || (role === "body" && text.length <= LONGEST_HEADLINE && !/[，。；：！？,;:]/u.test(text));
}

const rulesFor = (offset: number): readonly YearRule[] =>
  offset === 0 ? ownYearRules : offset === 1 ? nextYearRules : offset === -1 ? formerYearRules : [];

const LONGEST_LOOK_BACK = 200;
/** The organ as the one that acts, in front of the year or right behind it; not as one that something is done to. */
const actsItself = new RegExp(
  `(?:^|[，,：…])[^，。；]{0,4}?(?<![据向受对被经与为给驻])${own}(?!${attachedBody})[^。；]*▲|▲度?(?:[底末]|全年)?[，,]?${own}`,
  "u",
);

/** Whether a sentence that may have no subject is free to be the organ's own. */
function takesSubjectFrom(
  { takesSubject }: YearRule,
  { text, organs }: TextView,
  year: Range,
  sentence: string,
): boolean {
  if (takesSubject === undefined || actsItself.test(sentence)) return true;
  const start = startOfSentence(text, year);
  const from = Math.max(0, start - LONGEST_LOOK_BACK);
  const before = text.slice(from, start);
  // a sentence that the look back cut tells nothing of its subject
  const whole = from > 0 ? before.replace(/^[^。！？!?\n]*[。！？!?\n]/u, "") : before;
  return carriedSubject(withOwnOrgan(whole, organs)) !== "other";
}

/** The digits of the year before, as the text writes years. */
function yearBefore(text: string, { start }: Range): string {
  const digits = text.slice(start, start + 4);
  return writeYear(valueOf(digits) - 1, digits);
}

/** The row that says a year stays, if there is one. */
export const staysBy = (sentence: string): YearRule | undefined =>
  otherYearRules.find(({ pattern }) => pattern.test(sentence));

/**
 * Whether a sentence is plainly about the report's own year of work (or, by `offset`, the year after or before it).
 * In doubt it is not.
 */
export function isOwnYear(view: TextView, year: Range, offset: number): boolean {
  const sentence = sentenceOf(view, year);
  const moves = rulesFor(offset).some(
    (rule) => speaksHere(rule, view) && rule.pattern.test(sentence) && takesSubjectFrom(rule, view, year, sentence),
  );
  // a title that names only the year after 报告年度 may be of that very year
  if (offset === 1 && view.role === "title" && !view.text.includes(yearBefore(view.text, year))) return false;
  if (!moves || staysBy(sentence) !== undefined) return false;
  return offset !== -1 || (ownFigures.test(sentence) && !macroFigures.test(sentence));
}
