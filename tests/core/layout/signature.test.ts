import { describe, expect, it } from "vitest";
import { typeAreaWidthPt } from "../../../core/layout/gbt9704.ts";
import { charactersToPt, standardLayout as layout } from "../../../core/layout/rules/layout.ts";
import { estimateLines, layOutSignature, textWidthPt } from "../../../core/layout/signature.ts";

const twoCharacters = charactersToPt(2, layout);

describe("a signature without a seal (GB/T 9704-2012 7.3.5.2)", () => {
  it("stands 2字 from the right edge, its date beginning 2字 right of the organ", () => {
    const organ = "某某市某某区审计局办公室";
    const place = layOutSignature([organ], "2026年3月1日", layout);
    const organStart = typeAreaWidthPt - place.organRightIndentPt - textWidthPt(organ, layout);
    expect(place).toMatchObject({ longest: "organ", organRightIndentPt: twoCharacters, date: { from: "left" } });
    expect(place.date.indentPt - organStart).toBeCloseTo(twoCharacters);
  });

  it("gives way to a date that is longer than the organ, which then stands 2字 from the edge itself", () => {
    const place = layOutSignature(["某审计局"], "2026年12月31日", layout);
    expect(place).toMatchObject({ longest: "date", date: { from: "right", indentPt: twoCharacters } });
    const organStart = typeAreaWidthPt - place.organRightIndentPt - textWidthPt("某审计局", layout);
    const dateStart = typeAreaWidthPt - place.date.indentPt - textWidthPt("2026年12月31日", layout);
    expect(dateStart - organStart).toBeCloseTo(twoCharacters);
  });

  it("is measured from the longest of several organs", () => {
    const long = "中共某某市委审计委员会办公室";
    expect(layOutSignature([long, "某市审计局"], "2026年3月1日", layout)).toEqual(
      layOutSignature([long], "2026年3月1日", layout),
    );
  });

  it("puts a date without an organ, and an organ without a date, 2字 from the edge", () => {
    expect(layOutSignature([], "2026年3月1日", layout).date).toEqual({ from: "right", indentPt: twoCharacters });
    expect(layOutSignature(["某市审计局"], null, layout).organRightIndentPt).toBe(twoCharacters);
  });

  it("counts lines of 28 characters with 2字 of indent", () => {
    expect(estimateLines("字".repeat(26), layout)).toBe(1);
    expect(estimateLines("字".repeat(27), layout)).toBe(2);
    expect(estimateLines("字".repeat(26 + 28), layout)).toBe(2);
  });
});
