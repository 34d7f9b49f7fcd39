import { describe, expect, it } from "vitest";
import { findTokens } from "../../core/rollover/find-tokens.ts";
import { viewOf } from "../../core/rollover/text-view.ts";
import { readRows } from "./sentence-rows.ts";

const movedIn = (text: string): readonly string[] =>
  findTokens(viewOf(text), { fromYear: 2024, toYear: 2025 })
    .filter(({ proposed }) => proposed !== null)
    .map(({ start, end }) => text.slice(start, end));

describe.each(["year-frames-1", "year-frames-2"])(
  "in the paragraphs of %s only the report's own year moves",
  (name) => {
    it.each(readRows(name))("%s → %s", (text, moves) => {
      expect(movedIn(text)).toEqual(moves);
    });
  },
);

describe("in paragraphs that no rule was tuned to", () => {
  const rows = readRows("year-frames-unseen");

  it("no year moves that is not the report's own", () => {
    const wrong = rows.filter(([text, moves]) => movedIn(text).some((year) => !moves.includes(year)));
    expect(wrong).toEqual([]);
  });

  it("six of seven of the report's own years move", () => {
    const own = rows.filter(([, moves]) => moves.length > 0);
    const missed = own.filter(([text, moves]) => moves.some((year) => !movedIn(text).includes(year)));
    expect(missed.length / own.length).toBeLessThan(1 / 7);
  });
});
