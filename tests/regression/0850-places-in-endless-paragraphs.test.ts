import { standardLayout } from "../../core/layout/rules/layout.ts";
import { expect, it } from "vitest";
import { assembleReport } from "../../core/document/assemble.ts";
import { printedUnits, type PrintedUnit, targetOf } from "../../core/inspect/printed-units.ts";
import { paragraph, sampleReport } from "../core/export/sample-report.ts";
import { growthOf } from "../support/work.ts";

const LINE = 28;

function paragraphOf(sentences: number): PrintedUnit {
  const report = sampleReport([paragraph("推进 法治建设，落实𠮷祥镇要求。".repeat(sentences))], {});
  const [unit] = printedUnits(assembleReport(report), () => false, standardLayout);
  if (unit === undefined) throw new Error("No paragraph");
  return unit;
}

/** Every line of a paragraph as a place to look at. */
const placesIn = (unit: PrintedUnit): readonly unknown[] =>
  Array.from({ length: Math.floor(unit.bare.length / LINE) }, (_, line) =>
    targetOf(unit, line * LINE, (line + 1) * LINE),
  );

it("0850 names each line of an endless paragraph in time that grows with its length alone", () => {
  const [short, long] = [paragraphOf(400), paragraphOf(3_200)];
  // a unit that was not looked at before each time
  const growth = growthOf(
    () => placesIn({ ...short }),
    () => placesIn({ ...long }),
    20,
  );
  expect(growth).toBeLessThan(20);
});

it("0850 gives the places as they are counted in the text: white space, and two units for a rare character", () => {
  const unit = paragraphOf(2);
  const target = (bare: string, from = 0) => {
    const at = unit.bare.indexOf(bare, from);
    return targetOf(unit, at, at + bare.length);
  };
  const text = (start: number, end: number) => ({ kind: "text", place: { block: 0, start, end } });
  expect(target("法治")).toEqual(text(3, 5));
  expect(target("祥镇")).toEqual(text(12, 14));
  expect(target("𠮷", 15)).toEqual(text(27, 29));
  expect(targetOf(unit)).toEqual(text(0, unit.text.length));
});
