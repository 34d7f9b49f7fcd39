import { expect, it } from "vitest";
import { importText } from "../../core/import/text.ts";
import { besideDoctor } from "../../core/repair/told-by-doctor.ts";

const { warnings } = importText("我们没有标题\n\n一、甲,乙\n三、丙\n— 2 —\n正文,在此。");

it("what the doctor lists stands nowhere else beside it, and everything else does", () => {
  expect(warnings.map(({ code }) => code)).toEqual([
    "title-missing",
    "residue-page-number",
    "ordinal-out-of-order",
    "punctuation-half-width",
    "blank-lines",
  ]);
  expect(besideDoctor(warnings, 3).map(({ code }) => code)).toEqual(["title-missing", "blank-lines"]);
});

it("what it finds nothing of is told by the import as before", () => {
  expect(besideDoctor(warnings, 0)).toBe(warnings);
});
