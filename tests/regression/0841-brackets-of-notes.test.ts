import { expect, it } from "vitest";
import { noteLine } from "../../core/document/note-line.ts";
import { layOutReport } from "../../core/layout/pages/lay-out-report.ts";
import { assembleReport } from "../../core/document/assemble.ts";
import { webHtml } from "../../core/export/html.ts";
import { exportText } from "../../core/export/text.ts";
import { exportedParts } from "../core/export/docx/read-package.ts";
import { paragraph, sampleReport, title } from "../core/export/sample-report.ts";
import { testFaces } from "../core/layout/lines/test-faces.ts";
import { linesOf } from "../core/layout/page-lines.ts";

it.each([
  ["此件公开发布", "（此件公开发布）"],
  ["（此件公开发布）", "（此件公开发布）"],
  [" (此件公开发布) ", "（此件公开发布）"],
  ["（联系人：张某（办公室））", "（联系人：张某（办公室））"],
  ["（此件公开）（联系人：张某）", "（此件公开）（联系人：张某）"],
  ["（甲）联系人：张某（办公室）", "（（甲）联系人：张某（办公室））"],
  ["联系人：张某（办公室）", "（联系人：张某（办公室））"],
  ["（此件公开", "（此件公开）"],
  ["", ""],
  ["  ", ""],
])("a 附注 typed as %j prints as %j", (typed, printed) => {
  expect(noteLine(typed)).toBe(printed);
});

it("stands in one pair of brackets in every file", async () => {
  const blocks = [title("关于工作的报告"), paragraph("正文一段。")];
  const report = sampleReport(blocks, { note: "（此件公开发布）" });
  const docx = (await exportedParts(report))["word/document.xml"] ?? "";
  const pages = layOutReport(assembleReport(report), { faces: testFaces, program: "word", hasImage: () => true });
  const files = [docx, pages.flatMap(linesOf).join("\n"), webHtml(report, new Map()), exportText(report)];
  for (const file of files) {
    const words = file.replaceAll(/<[^>]*>/gu, "");
    expect(words).toContain("（此件公开发布）");
    expect(words).not.toMatch(/（\s*（|）\s*）/u);
  }
});
