import { describe, expect, it } from "vitest";
import { findTokens } from "../../../../core/rollover/find-tokens.ts";
import { type TextRole, viewOf } from "../../../../core/rollover/text-view.ts";
import { isOwnYear, staysBy } from "../../../../core/rollover/years/judge-year.ts";
import { formerYearRules, nextYearRules } from "../../../../core/rollover/years/neighbour-year-rules.ts";
import { otherYearRules } from "../../../../core/rollover/years/other-year-rules.ts";
import { ownYearRules } from "../../../../core/rollover/years/own-year-rules.ts";
import type { YearRule } from "../../../../core/rollover/years/year-rule.ts";
import { sentenceOf } from "../../../../core/rollover/years/year-sentence.ts";

const FROM = 2024;
const roleFor = ({ where }: YearRule): TextRole =>
  where === "title" ? "title" : where === "headline" ? "heading" : "body";

/** Where `year` stands in a sentence. */
const yearsIn = (text: string, year: number) =>
  Array.from(text.matchAll(new RegExp(`${year}年度?[底末]?`, "gu")), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));

const changed = (text: string, role: TextRole): readonly string[] =>
  findTokens(viewOf(text, { role }), { fromYear: FROM, toYear: FROM + 1 }).flatMap(({ start, end, proposed }) =>
    proposed === null ? [] : [text.slice(start, end)],
  );

const rowsOf = (rules: readonly YearRule[], which: "yes" | "no") =>
  rules.flatMap((rule) => rule[which].map((text) => [rule.name, text, rule] as const));

const tables = [
  ["its own year", FROM, ownYearRules],
  ["the next year", FROM + 1, nextYearRules],
  ["the year before", FROM - 1, formerYearRules],
] as const;

describe.each(tables)("a sentence about %s of work", (_, year, rules) => {
  it.each(rowsOf(rules, "yes"))("moves because %s: %s", (_name, text, rule) => {
    const view = viewOf(text, { role: roleFor(rule) });
    const [first] = yearsIn(text, year);
    if (first === undefined) throw new Error(`No ${year} in ${text}`);
    expect(yearsIn(text, year).some((at) => rule.pattern.test(sentenceOf(view, at)))).toBe(true);
    expect(yearsIn(text, year).some((at) => isOwnYear(view, at, year - FROM))).toBe(true);
    expect(changed(text, roleFor(rule)).some((word) => word.includes(String(year)))).toBe(true);
  });

  it.each(rowsOf(rules, "no"))("is no %s: %s", (_name, text, rule) => {
    expect(changed(text, roleFor(rule))).toEqual([]);
  });
});

describe("a year of something else", () => {
  it.each(rowsOf(otherYearRules, "yes"))("stays as %s: %s", (_name, text, rule) => {
    const view = viewOf(text);
    expect(yearsIn(text, FROM).some((at) => rule.pattern.test(sentenceOf(view, at)))).toBe(true);
    const last = yearsIn(text, FROM).at(-1);
    if (last === undefined) throw new Error(`No ${FROM} in ${text}`);
    expect(isOwnYear(view, last, 0)).toBe(false);
  });

  it.each(rowsOf(otherYearRules, "no"))("is no %s: %s", (_name, text) => {
    expect(yearsIn(text, FROM).map((at) => staysBy(sentenceOf(viewOf(text), at))?.name)).toEqual([undefined]);
    expect(changed(text, "body")).toHaveLength(1);
  });
});

describe("the tables of years", () => {
  it("say each thing once, with examples of both kinds", () => {
    const rules = [...ownYearRules, ...nextYearRules, ...formerYearRules, ...otherYearRules];
    const names = rules.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, yes, no } of rules) expect([name, yes.length > 0, no.length > 0]).toEqual([name, true, true]);
  });
});
