import { describe, expect, it } from "vitest";
import { movedYears } from "./moved-years.ts";
import { readRows } from "./sentence-rows.ts";

describe.each(["year-bureaus-1", "year-bureaus-2", "year-bureaus-3", "year-bureaus-4"])(
  "of the lines of %s only own years move",
  (name) => {
    it.each(readRows(name))("%s → %s", (text, moves) => {
      expect(movedYears(text)).toEqual(moves);
    });
  },
);

describe("of the lines of an office that is called by its name only own years move", () => {
  const organs = ["青山县审计局", "县审计局", "审计局", "县局"];

  it.each(readRows("year-audit-office"))("%s → %s", (text, moves) => {
    expect(movedYears(text, organs)).toEqual(moves);
  });
});
