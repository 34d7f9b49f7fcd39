import { describe, expect, it } from "vitest";
import type { DrawnLine, DrawnPage, DrawnTarget } from "../../../core/layout/pages/drawn-page.ts";
import { lineOf, targetAt } from "../../../renderer/preview/page-lines.ts";

const line = (text: string, baselinePt: number, target: DrawnTarget | null, leftPt = 80): DrawnLine => ({
  baselinePt,
  target,
  runs: [
    {
      text,
      xPt: Array.from(text, (_, index) => leftPt + 16 * index),
      face: "仿宋",
      sizePt: 16,
      risePt: 0,
      bold: false,
      colour: "black",
    },
  ],
});
const place = (block: number, start: number, end: number, cell?: { row: number; cell: number }): DrawnTarget => ({
  kind: "text",
  place: { block, ...cell, start, end },
});
const page = (lines: readonly DrawnLine[]): DrawnPage => ({
  widthPt: 595,
  heightPt: 842,
  rules: [],
  images: [],
  lines,
});

describe("a point of a page", () => {
  const pages = page([
    line("一、主要工作", 100, place(1, 0, 4)),
    line("全年完成【数量】项，成效好", 130, place(2, 0, 13)),
    line("又一行文字", 160, place(2, 13, 18)),
    line("甲乙", 200, place(3, 0, 2, { row: 0, cell: 0 }), 80),
    line("丙丁", 200, place(3, 0, 2, { row: 0, cell: 1 }), 300),
    line("某某局", 400, { kind: "element", element: "signatories" }),
    line("— 1 —", 780, null),
  ]);
  const at = (xPt: number, yPt: number) => targetAt(pages, { xPt, yPt });

  it("is a place between two characters, counted without the ordinal", () => {
    expect(at(80 + 16 * 4, 95)).toEqual(place(1, 2, 2));
    expect(at(81, 95)).toEqual(place(1, 0, 0));
    expect(at(80 + 16 * 2, 155)).toEqual(place(2, 15, 15));
  });

  it("is a blank as a whole", () => expect(at(80 + 16 * 6, 126)).toEqual(place(2, 4, 8)));

  it("is in the cell that stands there", () => {
    expect(at(305, 195)).toEqual(place(3, 0, 0, { row: 0, cell: 1 }));
    expect(at(81, 195)).toEqual(place(3, 0, 0, { row: 0, cell: 0 }));
  });

  it("is 公文要素 where they stand, and the nearest line in the white", () => {
    expect(at(90, 395)).toEqual({ kind: "element", element: "signatories" });
    expect(at(500, 162)).toEqual(place(2, 18, 18));
    expect(targetAt(page([]), { xPt: 1, yPt: 1 })).toBeNull();
  });
});

describe("the line of the cursor", () => {
  const pages = [
    page([line("一二三四", 100, place(0, 0, 4)), line("五六七八", 130, place(1, 0, 4))]),
    page([line("九十", 60, place(1, 4, 6)), line("末", 90, place(2, 0, 1))]),
  ];
  it("is the one that begins at or before it, over a page's end too", () => {
    expect(lineOf(pages, { block: 1, offset: 2 })).toMatchObject({ page: 0, bottomPt: 134 });
    expect(lineOf(pages, { block: 1, offset: 4 })).toMatchObject({ page: 1, bottomPt: 64 });
    expect(lineOf(pages, { block: 2, offset: 0 })).toMatchObject({ page: 1, bottomPt: 94 });
    expect(lineOf(pages, { block: 9, offset: 0 })).toBeNull();
  });
});
