import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TableCell } from "../../../core/document/blocks.ts";
import { cellTwipsAround } from "../../../core/layout/column-needs.ts";
import { widthsByContent } from "../../../core/layout/fit-columns.ts";
import { tableColumnTwips } from "../../../core/layout/table-columns.ts";
import { text } from "../export/sample-report.ts";

const cell = (words: string, colSpan = 1): TableCell => ({
  paragraphs: [words === "" ? [] : [text(words)]],
  rowSpan: 1,
  colSpan,
  align: "start",
});
const table = (rows: readonly (readonly string[])[], headerRows = 1) => ({
  headerRows,
  rows: rows.map((row) => row.map((words) => cell(words))),
});
const width = 8844;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

describe("column widths by content", () => {
  it("give numbers and names their text's width and sentences the rest", () => {
    const sentence = "督促有关单位建立健全内部控制制度并按季度报告整改进展情况";
    const [number = 0, name = 0, task = 0, amount = 0] = widthsByContent(
      table([
        ["序号", "责任单位", "重点任务", "金额"],
        ["1", "财政局", sentence.repeat(2), "1234.56"],
        ["2", "自然资源局", sentence, "137.5"],
      ]),
      4,
      width,
    );
    expect(number).toBe(cellTwipsAround(2));
    expect(name).toBe(cellTwipsAround(5));
    expect(amount).toBe(cellTwipsAround(3.5));
    expect(number + name + task + amount).toBe(width);
  });

  it("share what room is left over in proportion where all stands on one line", () => {
    const widths = widthsByContent(table([["甲", "乙乙乙乙乙乙"]], 0), 2, width);
    expect(sum(widths)).toBe(width);
    expect(widths[1] ?? 0).toBeGreaterThan(2 * (widths[0] ?? 0));
  });

  it("let two columns of sentences have about as many lines each", () => {
    const words = (count: number): string => "审计整改".repeat(count);
    const [left = 0, right = 0] = widthsByContent(table([[words(10), words(30)]], 0), 2, width);
    expect(right / left).toBeGreaterThan(2.4);
    expect(right / left).toBeLessThan(3.2);
  });

  it("widen the columns below a cell that stands over several", () => {
    const rows = [
      [cell("合计1,234,567.89万元", 2), cell("甲".repeat(80))],
      ["1", "2", "丙"].map((words) => cell(words)),
    ];
    const widths = widthsByContent({ rows, headerRows: 0 }, 3, width);
    expect((widths[0] ?? 0) + (widths[1] ?? 0)).toBeGreaterThanOrEqual(cellTwipsAround(6));
  });

  it("always add up to the table's width and are never without room", () => {
    const words = fc.string({ unit: fc.constantFrom("审", "计", "1", ".", "%", "a", "，"), maxLength: 60 });
    fc.assert(
      fc.property(fc.array(fc.array(words, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const widths = widthsByContent(table(rows), 4, width);
        expect(sum(widths)).toBe(width);
        for (const one of widths) expect(one).toBeGreaterThan(0);
      }),
    );
  });
});

describe("the columns of a table on paper", () => {
  it("are as wide as chosen where every number has room", () => {
    const chosen = { ...table([["甲", "12.5"]], 0), columnWidths: [1, 3] };
    expect(tableColumnTwips(chosen, 8000)).toEqual([2000, 6000]);
  });

  it("take from the others what a number lacks", () => {
    const chosen = { ...table([["（137.55%）", "乙"]], 0), columnWidths: [1, 20] };
    const [first = 0, second = 0] = tableColumnTwips(chosen, width);
    expect(first).toBeGreaterThanOrEqual(cellTwipsAround(5));
    expect(first + second).toBe(width);
  });

  it("stay as chosen where there is not room for all numbers", () => {
    const digits = "1".repeat(80);
    const chosen = { ...table([[digits, digits]], 0), columnWidths: [1, 3] };
    expect(tableColumnTwips(chosen, 8000)).toEqual([2000, 6000]);
  });

  it("are found in linear time whatever brackets and digits stand in a cell", () => {
    const hostile = { ...table([["（".repeat(50_000), "1,".repeat(50_000)]], 0), columnWidths: [1, 1] };
    expect(sum(tableColumnTwips(hostile, width))).toBe(width);
  });
});
