import { describe, expect, it } from "vitest";
import { assembleReport } from "../../../../core/document/assemble.ts";
import type { Block } from "../../../../core/document/blocks.ts";
import { drawnCodePoint, drawnText } from "../../../../core/layout/pages/drawn-character.ts";
import { drawnPages } from "../../../../core/layout/pages/drawn-page.ts";
import { layOutReport } from "../../../../core/layout/pages/lay-out-report.ts";
import { heading, paragraph, sampleReport, title } from "../../export/sample-report.ts";
import { testFaces } from "../lines/test-faces.ts";

function drawn(blocks: readonly Block[], meta = {}) {
  const assembled = assembleReport(sampleReport([...blocks], meta));
  const pages = layOutReport(assembled, { faces: testFaces, program: "word", hasImage: () => true });
  return { pages, drawn: drawnPages(pages, assembled) };
}
const cell = (text: string, rowSpan = 1) => ({
  paragraphs: [[{ kind: "text", text } as const]],
  rowSpan,
  colSpan: 1,
  align: "start" as const,
});

describe("the pages that a window draws", () => {
  it("have every line, rule and picture of the layout, where it stands", () => {
    const { pages, drawn: made } = drawn([
      title("关于工作的报告"),
      heading(1, "成效"),
      paragraph("各项工作完成。".repeat(90)),
    ]);
    expect(made.length).toBe(pages.length);
    for (const [index, page] of pages.entries()) {
      const lines = page.items.flatMap((item) => (item.kind === "line" ? [item] : []));
      expect(made[index]?.lines.map(({ baselinePt }) => baselinePt)).toEqual(lines.map(({ baselinePt }) => baselinePt));
      const text = (runs: (typeof lines)[number]["runs"]): string => runs.map((run) => run.text).join("");
      expect(made[index]?.lines.map(({ runs }) => text(runs))).toEqual(lines.map(({ runs }) => text(runs)));
      expect([made[index]?.widthPt, made[index]?.heightPt]).toEqual([page.widthPt, page.heightPt]);
    }
  });

  it("lead back into the text: behind the ordinal, into a cell by its number, to 公文要素 by their name", () => {
    const table: Block = {
      kind: "table",
      columnWidths: [1, 1],
      headerRows: 1,
      rows: [[cell("类别", 2), cell("数量")], [cell("四十二")]],
    };
    const { drawn: made } = drawn([title("关于工作的报告"), heading(1, "成效"), table], { signatories: ["某某局"] });
    const lines = made.flatMap((page) => page.lines);
    const targetOf = (text: string) => lines.find(({ runs }) => runs.map((run) => run.text).join("") === text)?.target;
    expect(targetOf("一、成效")).toEqual({ kind: "text", place: { block: 1, start: 0, end: 2 } });
    expect(targetOf("四十二")).toEqual({ kind: "text", place: { block: 2, row: 1, cell: 0, start: 0, end: 3 } });
    expect(targetOf("某某局")).toEqual({ kind: "element", element: "signatories" });
    expect(targetOf("— 1 —")).toBeNull();
  });
});

describe("a character as a browser draws it", () => {
  it("stays itself where a browser does nothing with it", () => {
    expect(drawnText("审计 Audit 2026，“（）”——…%㎡Ⅳ①é𠮷〓").replaceAll(/[^ -~\u0080-\u{3ffff}]/gu, "")).toBe(
      "审计Audit2026，“（）”——…%㎡Ⅳ①é𠮷〓",
    );
  });

  it.each(["\u0301", "\u05d0", "\u0645", "\u200d", "\u00ad", "😀", "\ufe0f", "\ue000", "\u1100", " ", "\u202e", "क"])(
    "stands alone where a browser would join, turn, leave out or replace it: %j",
    (character) => {
      const codePoint = character.codePointAt(0) ?? 0;
      expect(drawnCodePoint(codePoint)).toBeGreaterThanOrEqual(0xf0000);
      expect(drawnCodePoint(codePoint)).toBeLessThanOrEqual(0x10ffff);
    },
  );

  it("is another one for every other character of the first plane and of the pictures", () => {
    const all = Array.from({ length: 0x20000 }, (_, codePoint) => drawnCodePoint(codePoint));
    expect(new Set(all).size).toBe(all.length);
  });
});
