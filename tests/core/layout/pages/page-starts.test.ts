import { describe, expect, it } from "vitest";
import { assembleReport } from "../../../../core/document/assemble.ts";
import type { Block } from "../../../../core/document/blocks.ts";
import { layOutReport } from "../../../../core/layout/pages/lay-out-report.ts";
import { pageStarts } from "../../../../core/layout/pages/page-starts.ts";
import { goalsTable, paragraph, sampleReport, text, title } from "../../export/sample-report.ts";
import { testFaces } from "../lines/test-faces.ts";

function startsOf(blocks: readonly Block[], meta: Parameters<typeof sampleReport>[1] = {}) {
  const assembled = assembleReport(sampleReport([...blocks], meta));
  return pageStarts(layOutReport(assembled, { faces: testFaces, program: "word", hasImage: () => true }), assembled);
}
const linesOfText = (count: number) => Array.from({ length: count }, (_, index) => paragraph(`第${index + 1}行文字。`));

describe("where pages begin", () => {
  it("is nowhere on the one page of an empty report", () => {
    expect(startsOf([])).toEqual([null]);
  });

  it("is the block that begins the page, or the place in it, without its ordinal", () => {
    expect(startsOf(linesOfText(30))[1]).toEqual({ kind: "text", block: 22, start: 0, row: null });
    const long = {
      kind: "listItem",
      level: 3,
      ordinal: { kind: "computed" },
      content: [text("甲".repeat(28 * 25))],
    } as const;
    const [, second] = startsOf([...linesOfText(2), long]);
    expect(second).toEqual({ kind: "text", block: 2, start: 25 + 19 * 28, row: null });
  });

  it("is a row of a table", () => {
    const [, second] = startsOf([...linesOfText(4), goalsTable(40, 2)]);
    expect(second).toMatchObject({ kind: "text", block: 4 });
    expect(second?.kind === "text" ? second.row : null).toBeGreaterThan(5);
  });

  it("is a line that 公文要素 add, and the text behind it", () => {
    const attachmentNames = Array.from({ length: 30 }, (_, index) => `第${index + 1}份清单`);
    const meta = { attachmentNames, signatories: ["某市审计局"], date: "2026-03-01" };
    expect(startsOf(linesOfText(2), meta)[1]).toEqual({
      kind: "element",
      element: "attachmentNames",
      line: 19,
      nextBlock: null,
    });
    const attached = [title("通知"), ...linesOfText(2), title("规划"), ...linesOfText(2)];
    expect(startsOf(attached, meta)[1]).toMatchObject({ element: "attachmentNames", nextBlock: 3 });
  });
});
