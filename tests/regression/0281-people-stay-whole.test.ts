import { describe, expect, it } from "vitest";
import { findTokens } from "../../core/rollover/find-tokens.ts";
import { viewOf } from "../../core/rollover/text-view.ts";
import { readRows } from "./sentence-rows.ts";

const namesOf = (text: string): readonly string[] =>
  findTokens(viewOf(text), { fromYear: 2024, toYear: 2025 })
    .filter(({ kind }) => kind === "name")
    .map(({ start, end }) => text.slice(start, end));

it.each(readRows("name-sentences"))("people in: %s", (text, names) => {
  expect(namesOf(text)).toEqual(names);
});

describe("names that are common words too", () => {
  const rows = readRows("name-frames");

  it("are never taken where there is no person, and never cut", () => {
    const wrong = rows.filter(([text, names]) => namesOf(text).some((name) => !names.includes(name)));
    expect(wrong).toEqual([]);
  });

  it("are found nine times in ten", () => {
    const missed = rows.flatMap(([text, names]) => names.filter((name) => !namesOf(text).includes(name)));
    expect(missed.length / rows.flatMap(([, names]) => names).length).toBeLessThan(0.1);
  });
});
