import { expect, it } from "vitest";
import { $canRepeatLabels, $repeatLabels } from "../../../../renderer/editor/tables/repeat-labels.ts";
import { openModel } from "../model-editor.ts";
import { cell, tableIn, tableOf, withCells, wordsOf } from "./table-model.ts";

const open = () =>
  openModel([
    tableOf(
      [
        [cell("目标"), cell("类别"), cell("任务")],
        [cell("目标一", 4), cell("甲类", 3), cell("1")],
        [cell("2")],
        [cell("3")],
        [cell("乙类"), cell("4")],
      ],
      [1, 1, 1],
    ),
  ]);

it("parts every merged cell that reaches into the row and writes its words again", () => {
  const editor = open();
  withCells(editor, [[3, 0]], $repeatLabels);
  const table = tableIn(editor);
  expect(wordsOf(table)).toEqual([
    ["目标", "类别", "任务"],
    ["目标一", "甲类", "1"],
    ["2"],
    ["目标一", "甲类", "3"],
    ["乙类", "4"],
  ]);
  expect(table.rows[1]?.map(({ rowSpan }) => rowSpan)).toEqual([2, 2, 1]);
  expect(table.rows[3]?.map(({ rowSpan }) => rowSpan)).toEqual([2, 1, 1]);
});

it("leaves cells alone that end above the row", () => {
  const editor = open();
  withCells(editor, [[4, 1]], $repeatLabels);
  expect(wordsOf(tableIn(editor))).toEqual([
    ["目标", "类别", "任务"],
    ["目标一", "甲类", "1"],
    ["2"],
    ["3"],
    ["目标一", "乙类", "4"],
  ]);
});

it("can be done only in a row that a merged cell reaches into", () => {
  const editor = open();
  withCells(editor, [[1, 2]], () => expect($canRepeatLabels()).toBe(false));
  withCells(editor, [[2, 0]], () => expect($canRepeatLabels()).toBe(true));
  withCells(editor, [[4, 1]], () => expect($canRepeatLabels()).toBe(true));
});
