import { expect, it } from "vitest";
import {
  $alignCells,
  $alignFigureColumns,
  $canAlign,
  $cellAlign,
} from "../../../../renderer/editor/tables/cell-alignment.ts";
import { openModel } from "../model-editor.ts";
import { cell, tableIn, tableOf, withCells } from "./table-model.ts";

const open = () =>
  openModel([
    tableOf(
      [[cell("项目"), cell("金额")], [cell("甲"), cell("12.5")], [cell("乙"), cell("137")], [cell("丙", 1, 2)]],
      [1, 1],
    ),
  ]);
const aligns = (editor: ReturnType<typeof open>) => tableIn(editor).rows.map((row) => row.map(({ align }) => align));

it("aligns the cell at the cursor", () => {
  const editor = open();
  withCells(editor, [[1, 1]], () => $alignCells("end"));
  expect(aligns(editor)).toEqual([["start", "start"], ["start", "end"], ["start", "start"], ["start"]]);
  withCells(editor, [[1, 1]], () => $alignCells("start"));
  expect(aligns(editor)[1]).toEqual(["start", "start"]);
});

it("aligns all selected cells, merged ones too, but no head", () => {
  const editor = open();
  withCells(
    editor,
    [
      [0, 0],
      [3, 0],
    ],
    () => $alignCells("center"),
  );
  expect(aligns(editor)).toEqual([["start", "start"], ["center", "center"], ["center", "center"], ["center"]]);
});

it("says what the selected cells have in common, and that heads cannot be aligned", () => {
  const editor = open();
  withCells(editor, [[1, 1]], () => $alignCells("end"));
  withCells(
    editor,
    [
      [1, 0],
      [1, 1],
    ],
    () => expect($cellAlign()).toBeNull(),
  );
  withCells(editor, [[1, 1]], () => expect($cellAlign()).toBe("end"));
  withCells(editor, [[0, 1]], () => expect([$canAlign(), $cellAlign()]).toEqual([false, null]));
});

it("sets whole columns of amounts to the right", () => {
  const editor = openModel([
    tableOf(
      [
        [cell("项目"), cell("金额")],
        [cell("甲"), cell("12.5")],
        [cell("乙"), cell("—")],
        [cell("丙"), cell("137")],
      ],
      [1, 1],
    ),
  ]);
  withCells(editor, [[1, 0]], $alignFigureColumns);
  expect(aligns(editor).map((row) => row[1])).toEqual(["start", "end", "end", "end"]);
});
