import { describe, expect, it } from "vitest";
import { assembleReport } from "../../core/document/assemble.ts";
import type { Block } from "../../core/document/blocks.ts";
import { layOutReport } from "../../core/layout/pages/lay-out-report.ts";
import type { Page } from "../../core/layout/pages/page.ts";
import { testFaces } from "../core/layout/lines/test-faces.ts";
import { paragraph, sampleReport, text } from "../core/export/sample-report.ts";

const cell = (words: readonly string[], rowSpan = 1) =>
  ({ paragraphs: words.map((word) => [text(word)]), rowSpan, colSpan: 1, align: "start" }) as const;

/** Six rows at a page's end, the last of them with two lines, beside a cell over ten rows with so many lines. */
function pagesWith(lines: number): readonly Page[] {
  const tall = cell(
    Array.from({ length: lines }, (_, index) => `第${index + 1}句`),
    10,
  );
  const row = (number: number) => [cell([`行${number}`]), cell([`甲${number}`, `乙${number}`])];
  const rows = Array.from({ length: 10 }, (_, index) => (index === 0 ? [...row(1), tall] : row(index + 1)));
  const table: Block = { kind: "table", columnWidths: [1, 1, 1], headerRows: 0, rows };
  const before = Array.from({ length: 14 }, (_, index) => paragraph(`第${index + 1}行文字。`));
  const report = assembleReport(sampleReport([...before, table], {}));
  return layOutReport(report, { faces: testFaces, program: "libreoffice", hasImage: () => true });
}

function baselineOf(page: Page | undefined, words: string): number {
  for (const item of page?.items ?? []) {
    if (item.kind === "line" && item.runs.map((run) => run.text).join("") === words) return item.baselinePt;
  }
  throw new Error(`Not on the page: ${words}`);
}

describe("a cell that a page's end parts", () => {
  it("begins at the top where all its lines stand on that page too", () => {
    const [first] = pagesWith(2);
    expect(baselineOf(first, "第1句")).toBeCloseTo(baselineOf(first, "甲1"), 0);
    expect(baselineOf(first, "第2句")).toBeCloseTo(baselineOf(first, "乙1"), 0);
    expect(baselineOf(first, "行5")).toBeCloseTo(baselineOf(first, "甲5"), 0);
    // a row of one line beside one of two stands in the middle as well
    expect(baselineOf(first, "行4")).toBeCloseTo((baselineOf(first, "甲4") + baselineOf(first, "乙4")) / 2, 3);
  });

  it("begins at the top where it goes on behind the page's end, and so does the last row beside it", () => {
    const [first, second] = pagesWith(17);
    expect(baselineOf(first, "第1句")).toBeCloseTo(baselineOf(first, "甲1"), 0);
    expect(baselineOf(first, "行5")).toBeCloseTo(baselineOf(first, "甲5"), 0);
    expect(baselineOf(second, "第17句")).toBeGreaterThan(0);
  });
});
