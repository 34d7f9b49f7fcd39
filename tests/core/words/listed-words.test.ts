import { describe, expect, it } from "vitest";
import { listedWords } from "../../../core/words/listed-words.ts";

describe("words of a list", () => {
  it("are found whole, the longest at each place, in order and without overlaps", () => {
    const find = listedWords(["财政局", "县财政局", "青石县财政局", "局"]);
    expect(find("由县财政局和青石县财政局办理，财政局配合").map(({ start, word }) => [start, word])).toEqual([
      [1, "县财政局"],
      [6, "青石县财政局"],
      [15, "财政局"],
    ]);
  });

  it("may hold any characters: they are no pattern", () => {
    expect(listedWords(["C++", "（一）"])("用C++写（一）").map(({ word }) => word)).toEqual(["C++", "（一）"]);
  });
});
