import { describe, expect, it } from "vitest";
import { findTokens } from "../../../core/rollover/find-tokens.ts";
import { isNorm, normRules } from "../../../core/rollover/norm-rules.ts";
import { viewOf } from "../../../core/rollover/text-view.ts";

const figuresOf = (text: string): readonly string[] =>
  findTokens(viewOf(text), { fromYear: 2024, toYear: 2025 }).map(({ start, end }) => text.slice(start, end));
const rowsOf = (which: "yes" | "no") =>
  normRules.flatMap((rule) => rule[which].map((text) => [rule.name, text] as const));
const lastFigure = (text: string) => {
  const last = Array.from(text.matchAll(/[\d—]+(?:个?工作日|岁左右|岁|件|天|日)/gu)).at(-1);
  if (last === undefined) throw new Error(`No figure in ${text}`);
  return { start: last.index, end: last.index + last[0].length };
};

describe("a figure that a rule fixes", () => {
  it.each(rowsOf("yes"))("says %s: %s", (_name, text) => {
    expect(isNorm(text, lastFigure(text))).toBe(true);
    expect(figuresOf(text)).toEqual([]);
  });

  it.each(rowsOf("no"))("does not say %s: %s", (_name, text) => {
    expect(isNorm(text, lastFigure(text))).toBe(false);
    expect(figuresOf(text)).toHaveLength(1);
  });
});
