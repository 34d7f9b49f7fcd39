import { expect, it } from "vitest";
import { $fitColumnsToContent, $stepColumnWidth, resizedWidths } from "../../../../renderer/editor/tables/columns.ts";
import { openModel } from "../model-editor.ts";
import { cell, tableIn, tableOf, withCells } from "./table-model.ts";

const sentence = "督促责任单位逐项制定整改措施并按季度报告进展情况";
const open = (widths: readonly number[] = [1, 1, 1]) =>
  openModel([
    tableOf(
      [
        [cell("序号"), cell("任务"), cell("比例")],
        [cell("1"), cell(sentence.repeat(2)), cell("137.55%")],
        [cell(sentence, 1, 2), cell("8%")],
      ],
      widths,
    ),
  ]);

it("makes columns as wide as their content, whatever cells are merged, and keeps the table's width", () => {
  const editor = open();
  const before = tableIn(editor).columnWidths;
  withCells(editor, [[2, 0]], $fitColumnsToContent);
  const after = tableIn(editor).columnWidths;
  expect(after[1]).toBeGreaterThan((after[0] ?? 0) * 4);
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);
  expect(sum(after)).toBeCloseTo(sum(before), 0);
});

it("widens the column at the cursor from its right neighbour, the last one from its left", () => {
  const editor = open();
  const [first = 0, second = 0, third = 0] = tableIn(editor).columnWidths;
  withCells(editor, [[1, 0]], () => $stepColumnWidth(true));
  const widened = tableIn(editor).columnWidths;
  expect([(widened[0] ?? 0) - first, (widened[1] ?? 0) - second, (widened[2] ?? 0) - third].map(Math.round)).toEqual([
    8, -8, 0,
  ]);
  withCells(editor, [[1, 2]], () => $stepColumnWidth(true));
  const last = tableIn(editor).columnWidths;
  expect(Math.round((last[2] ?? 0) - third)).toBe(8);
  withCells(editor, [[1, 2]], () => $stepColumnWidth(false));
  expect(Math.round((tableIn(editor).columnWidths[2] ?? 0) - third)).toBe(0);
});

it("makes no column so narrow that a number of it is parted", () => {
  const editor = open([10, 10, 3]);
  for (let step = 0; step < 40; step += 1) withCells(editor, [[1, 2]], () => $stepColumnWidth(false));
  const [, , last = 0] = tableIn(editor).columnWidths;
  // 137.55% and the room around it
  expect(last).toBeGreaterThan(55);
  expect(resizedWidths([30, 50], [24, 24], { column: 0, deltaPx: -20 })).toEqual([24, 56]);
  expect(resizedWidths([30, 50], [40, 24], { column: 0, deltaPx: -20 })).toEqual([30, 50]);
});
