import { describe, expect, it } from "vitest";
import { findTokens } from "../../core/rollover/find-tokens.ts";
import { viewOf } from "../../core/rollover/text-view.ts";
import { readRows } from "./sentence-rows.ts";

const rows = readRows("year-sentences");

/** Found and moved years of a sentence from the report of 2024. */
const yearsOf = (text: string) => {
  const items = findTokens(viewOf(text), { fromYear: 2024, toYear: 2025 });
  const moved = items.filter(({ proposed }) => proposed !== null).map(({ start, end }) => text.slice(start, end));
  return { items, moved };
};

describe("a year is changed only where the sentence is plainly about the report's own year of work", () => {
  it.each(rows)("%s → %s", (text, moves) => {
    expect(yearsOf(text).moved).toEqual(moves);
  });

  it("leaves none unmarked", () => {
    for (const [text] of rows) {
      const { items } = yearsOf(text);
      for (const { index } of text.matchAll(/(?:2023|2024|2025)年/gu)) {
        expect([text, items.some(({ start, end }) => start <= index && index < end)]).toEqual([text, true]);
      }
    }
  });
});
