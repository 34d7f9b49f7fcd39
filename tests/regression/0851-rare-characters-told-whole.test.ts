import { standardLayout } from "../../core/layout/rules/layout.ts";
import { expect, it } from "vitest";
import { assembleReport } from "../../core/document/assemble.ts";
import { alignText } from "../../core/inspect/align-text.ts";
import { printedUnits } from "../../core/inspect/printed-units.ts";
import { paragraph, sampleReport } from "../core/export/sample-report.ts";

const differencesOf = (written: string, found: string) => {
  const units = printedUnits(assembleReport(sampleReport([paragraph(written)], {})), () => false, standardLayout);
  return alignText(units, found).differences.map(({ expected, found: other, from, to }) => [expected, other, from, to]);
};

// 𠮷 and 𠮶 share the first of their two units, 𠮷 and 𡮷 the second
it.each([
  ["the first half in common", "负责人𠮷某。", "负责人𠮶某。", ["𠮷", "𠮶", 3, 5]],
  ["the second half in common", "负责人𠮷某。", "负责人𡮷某。", ["𠮷", "𡮷", 3, 5]],
  ["one of two lost", "负责人𠮷𠮶某。", "负责人𠮶某。", ["𠮷", "", 3, 5]],
  ["one more", "负责人𠮷某。", "负责人𠮷𠮶某。", ["", "𠮶", 5, 5]],
  ["another behind it", "负责人𠮷某。", "负责人𠮷谋。", ["某", "谋", 5, 6]],
] as const)("0851 never tells of half a character: %s", (_, written, found, expected) => {
  expect(differencesOf(written, found)).toEqual([expected]);
});
