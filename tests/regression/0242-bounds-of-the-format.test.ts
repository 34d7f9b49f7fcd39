import { describe, expect, it } from "vitest";
import type { Block } from "../../core/document/blocks.ts";
import { readReport } from "../../core/document/migrate.ts";
import { numberBlocks } from "../../core/document/numbering.ts";
import { bodyFromBlocks } from "../../core/document/to-lexical.ts";
import { jsonOfReport } from "./format-report.ts";

const refused = expect.objectContaining({ code: "report-damaged" }) as Error;
const table = (cell: object, count = 1) => ({
  type: "table",
  children: [
    { type: "tablerow", children: Array.from({ length: count }, () => ({ type: "tablecell", children: [], ...cell })) },
  ],
});
const bodyOf = (...children: readonly unknown[]) => ({ root: { type: "root", children } });

describe("a number that no report means is refused before anything is built of it", () => {
  it.each([
    ["a cell over two thousand million columns", table({ colSpan: 2_000_000_000 })],
    ["a cell over as many rows", table({ rowSpan: 2_000_000_000 })],
    ["a row whose cells claim too many columns together", table({ colSpan: 900 }, 2)],
    ["an image of endless width", { type: "report-image", imageId: "a", widthPx: 1e15, heightPx: 1 }],
    [
      "a picture kilometres wide on the page",
      { type: "report-image", imageId: "a", widthPx: 1, heightPx: 1, displayWidthMm: 1e9 },
    ],
    ["format bits without end", { type: "paragraph", children: [{ type: "text", text: "甲", format: 2 ** 40 }] }],
    ["a column as wide as the world", { ...table({}), colWidths: [1e300] }],
  ])("%s", (_, node) => {
    expect(() => readReport(jsonOfReport({ body: bodyOf(node) }))).toThrow(refused);
  });

  it("refuses rows and columns that are each allowed but make a grid without end", () => {
    const row = { type: "tablerow", children: [{ type: "tablecell", colSpan: 1000, rowSpan: 10_000, children: [] }] };
    const node = { type: "table", children: Array.from({ length: 300 }, () => row) };
    expect(() => readReport(jsonOfReport({ body: bodyOf(node) }))).toThrow(refused);
  });

  it("calls marks within marks a hundred thousand deep damaged instead of running out of room", () => {
    let mark: object = { type: "text", text: "甲", format: 0 };
    for (let depth = 0; depth < 100_000; depth += 1) mark = { type: "mark", ids: ["a"], children: [mark] };
    expect(() => readReport(jsonOfReport({ body: bodyOf({ type: "paragraph", children: [mark] }) }))).toThrow(refused);
  });
});

it("numbers 10,001 headings and more: in words up to 9,999, in digits behind", () => {
  const heading: Block = { kind: "heading", level: 2, ordinal: { kind: "computed" }, content: [] };
  const numbers = numberBlocks(Array.from({ length: 10_001 }, () => heading));
  expect(numbers[9998]).toBe("（九千九百九十九）");
  expect(numbers[9999]).toBe("（10000）");
  expect(numbers[10_000]).toBe("（10001）");
  expect(readReport(jsonOfReport({ body: bodyFromBlocks([heading], 2026) })).body.root.children).toHaveLength(1);
});
