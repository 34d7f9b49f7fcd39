import { describe, expect, it } from "vitest";
import { emptyTally } from "../../core/import/word/document-items.ts";
import { createFieldDrawer } from "../../core/import/word/drawn-fields.ts";
import { drawEquation } from "../../core/import/word/eq-field.ts";

const drawn = (code: string): string | undefined => drawEquation(code)?.text;

describe("a field whose result no file holds", () => {
  it.each([
    [String.raw`eq \f(3,4)`, "3/4"],
    [String.raw`EQ \f(a+b,2)`, "(a+b)/2"],
    [String.raw`eq \r(3,x)`, "∛x"],
    [String.raw`eq \r(,x+1)`, "√(x+1)"],
    [String.raw`eq x\s\up8(2)`, "x²"],
    [String.raw`eq CO\s\do4(2)`, "CO₂"],
    [String.raw`eq \i\su(i=1,n,x)`, "∑ᵢ₌₁ⁿx"],
    [String.raw`eq \b\bc\[(\a\co2(1,2,3,4))`, "[(1, 2; 3, 4)]"],
    [String.raw`eq f(x,y)=1`, "f(x,y)=1"],
    [String.raw`eq \f(1,2`, "1/2"],
  ])("is a formula on one line: %s", (code, text) => expect(drawn(code)).toBe(text));

  it.each([
    [String.raw`eq \o\ac(○,21)`, "㉑"],
    [String.raw`eq \o\ac(○,三)`, "㊂"],
    [String.raw`eq \o\ac(□,密)`, "（密）"],
    [String.raw`eq \o(\s\up 8(审计),\s\do 3(专员))`, "审计专员"],
    [String.raw`eq \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(hàn),汉)`, "汉"],
  ])("is the characters themselves: %s", (code, text) => expect(drawn(code)).toBe(text));

  it("ends, however its code is nested", () => {
    expect(drawn(`eq ${"\\f(".repeat(1300)}`)).toBeDefined();
    expect(drawn(`eq ${"(".repeat(4000)}`)).toBeDefined();
  });

  it("counts numbers along, list by list and level by level", () => {
    const tally = emptyTally();
    const draw = createFieldDrawer(tally);
    const codes = [
      " AUTONUM ",
      " AUTONUM ",
      String.raw` LISTNUM `,
      String.raw` LISTNUM \l 2 `,
      " LISTNUM ",
      "AUTONUMLGL",
    ];
    expect(codes.map(draw)).toEqual(["1.", "2.", "1)", "a)", "2)", "1."]);
    expect(
      ["LISTNUM LegalDefault", String.raw`LISTNUM LegalDefault \l 2`, String.raw`LISTNUM LegalDefault \l 2`].map(draw),
    ).toEqual(["1.", "1.1.", "1.2."]);
    expect(tally.autoNumbers).toBe(9);
  });

  it("is told by its name where nobody knows it", () => {
    const tally = emptyTally();
    expect(createFieldDrawer(tally)(" FROBNICATE x")).toBe("");
    expect([...tally.unknown]).toEqual([["域 FROBNICATE", 1]]);
  });
});
