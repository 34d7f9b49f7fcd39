import { describe, expect, it } from "vitest";
import { findTokens } from "../../core/rollover/find-tokens.ts";
import { viewOf } from "../../core/rollover/text-view.ts";
import { readRows } from "./sentence-rows.ts";

const movedIn = (text: string): readonly string[] =>
  findTokens(viewOf(text), { fromYear: 2024, toYear: 2025 })
    .filter(({ proposed }) => proposed !== null)
    .map(({ start, end }) => text.slice(start, end));

describe("somebody who is told by the organ's name is not the organ", () => {
  it.each(readRows("year-subjects"))("%s → %s", (text, moves) => {
    expect(movedIn(text)).toEqual(moves);
  });
});

describe.each(["year-subjects-2", "year-subjects-unseen"])("in the sentences of %s", (name) => {
  const rows = readRows(name);

  it("no year moves that is not the report's own", () => {
    const wrong = rows.filter(([text, moves]) => movedIn(text).some((year) => !moves.includes(year)));
    expect(wrong).toEqual([]);
  });

  it("nine of ten of the report's own years move", () => {
    const own = rows.filter(([, moves]) => moves.length > 0);
    const missed = own.filter(([text, moves]) => moves.some((year) => !movedIn(text).includes(year)));
    expect(own.length).toBeGreaterThan(0);
    expect(missed.length / own.length).toBeLessThan(1 / 10);
  });
});
