import { describe, expect, it } from "vitest";
import { assembleReport } from "../../core/document/assemble.ts";
import type { Block, TableCell } from "../../core/document/blocks.ts";
import { layOutReport } from "../../core/layout/pages/lay-out-report.ts";
import type { Line, Page } from "../../core/layout/pages/page.ts";
import { paragraph, sampleReport, text, title } from "../core/export/sample-report.ts";
import { testFaces } from "../core/layout/lines/test-faces.ts";
import { exportedParts } from "../core/export/docx/read-package.ts";

const cell = (words: string, rowSpan = 1): TableCell => ({
  paragraphs: [words === "" ? [] : [text(words)]],
  rowSpan,
  colSpan: 1,
  align: "start",
});
const sentences = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, index) => `第${1000 + from + index}项工作按照计划完成并形成专门报告。`).join("");

const table = (rows: readonly (readonly TableCell[])[], headerRows = 1): Block => ({
  kind: "table",
  columnWidths: [1, 2, 4],
  headerRows,
  rows,
});
const head = [cell("序号"), cell("事项"), cell("内容")];

const layOut = (blocks: readonly Block[]): readonly Page[] =>
  layOutReport(assembleReport(sampleReport([title("年度工作报告"), ...blocks], {})), {
    faces: testFaces,
    program: "libreoffice",
    hasImage: () => true,
  });

const cellLines = (page: Page): readonly Line[] =>
  page.items.filter((item): item is Line => item.kind === "line" && item.part?.role.kind === "cell");
const wordsOf = (lines: readonly Line[]): string =>
  lines.map(({ runs }) => runs.map((run) => run.text).join("")).join("");

/** What stands in the cells of one column, over all pages. */
const column = (pages: readonly Page[], at: number): string =>
  wordsOf(pages.flatMap(cellLines).filter(({ part }) => part?.cell?.column === at));

function expectOnPaper(pages: readonly Page[]): void {
  for (const page of pages) {
    const rules = page.items.flatMap((item) => (item.kind === "rule" ? [item.y2Pt] : []));
    const lines = cellLines(page);
    if (lines.length === 0) continue;
    const bottom = Math.max(...rules);
    // 天头 37 mm and 225 mm of text
    expect(bottom).toBeLessThanOrEqual(((37 + 225) / 25.4) * 72 + 1);
    for (const { baselinePt } of lines) expect(baselinePt).toBeLessThan(bottom);
    const places = lines.map(({ baselinePt, part }) => `${part?.cell?.column} ${baselinePt.toFixed(2)}`);
    expect(new Set(places).size).toBe(places.length);
  }
}

describe("a row that is higher than a page", () => {
  it("goes on over as many pages as it needs, with the head above each", () => {
    const words = sentences(150);
    const pages = layOut([
      paragraph("前段。"),
      table([head, [cell("1"), cell("甲"), cell(words)], [cell("2"), cell("乙"), cell("短")]]),
      paragraph("后段。"),
    ]);
    expect(pages.length).toBeGreaterThan(3);
    expectOnPaper(pages);
    expect(column(pages, 2)).toBe(`内容${words}短`);
    const heads = pages.map(
      (page) => page.items.filter((item) => item.kind === "line" && wordsOf([item]) === "序号").length,
    );
    expect(heads.slice(0, -1).every((count) => count === 1)).toBe(true);
  });

  it("fills its pages to the last line and ends with its text", () => {
    const pages = layOut([table([head, [cell("1"), cell("甲"), cell(sentences(150))]]), paragraph("后段。")]);
    const counts = pages.map((page) => cellLines(page).filter(({ part }) => part?.cell?.column === 2).length);
    for (const count of counts.slice(1, -1)) expect(count).toBe(Math.max(...counts));
    const last = pages.at(-1);
    const behind = last?.items.find((item) => item.kind === "line" && wordsOf([item]).includes("后段"));
    const bottom = Math.max(...(last ? cellLines(last).map(({ baselinePt }) => baselinePt) : []));
    expect(behind?.kind === "line" && behind.baselinePt - bottom).toBeLessThan(45);
  });

  it("carries all its cells on side by side, merged ones too", () => {
    const first = sentences(60);
    const second = sentences(110, 200);
    const pages = layOut([
      table([
        head,
        [cell("1"), cell(first), cell(second)],
        [cell("组", 2), cell("甲"), cell(second)],
        [cell("乙"), cell(first)],
      ]),
    ]);
    expectOnPaper(pages);
    expect(column(pages, 1)).toBe(`事项${first}甲乙`);
    expect(column(pages, 2)).toBe(`内容${second}${second}${first}`);
    expect(column(pages, 0)).toBe("序号1组");
  });

  it("loses nothing of a merged cell that is higher than a page", () => {
    const words = sentences(60);
    const pages = layOut([table([head, [cell("1"), cell(words, 2), cell("甲")], [cell("2"), cell("乙")]])]);
    expectOnPaper(pages);
    expect(column(pages, 1)).toBe(`事项${words}`);
  });

  it("does not repeat a head that is higher than a page", () => {
    const words = sentences(120);
    const pages = layOut([
      table([
        [cell("序号"), cell("事项"), cell(words)],
        [cell("1"), cell("甲"), cell("乙")],
      ]),
    ]);
    expectOnPaper(pages);
    expect(column(pages, 2)).toBe(`${words}乙`);
  });

  it("may be parted in the DOCX, and no other row may", async () => {
    const parts = await exportedParts(
      sampleReport(
        [table([head, [cell("1"), cell("甲"), cell(sentences(150))], [cell("2"), cell("乙"), cell("短")]])],
        {},
      ),
    );
    const rows = (parts["word/document.xml"] ?? "").split("<w:tr>").slice(1);
    expect(rows.map((row) => row.includes("<w:cantSplit/>"))).toEqual([true, false, true]);
  });
});
