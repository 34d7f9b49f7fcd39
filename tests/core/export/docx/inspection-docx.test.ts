import { expect, it } from "vitest";
import { inspectionDocx } from "../../../../core/export/docx/inspection-docx.ts";
import type { Inspection } from "../../../../core/inspect/inspection.ts";
import { docxOptions, readPackage } from "./read-package.ts";
import { schemaOrderProblems } from "./schema-order.ts";

const inspection: Inspection = {
  files: ["docx", "pdf"],
  program: "word",
  pages: 3,
  passed: 1,
  attention: 1,
  rows: [
    {
      ...{ id: "margin-top", name: "天头", clause: "5.2.1", strength: "规定", expected: "37 ± 1 mm" },
      ...{ measured: "37.0 mm", verdict: "ok", places: [] },
    },
    {
      ...{ id: "single-character-lines", name: "没有一字成行", clause: "标准未规定", strength: "实务" },
      ...{ expected: "段末一行不止一个字", measured: "1 处一字成行", verdict: "attention" },
      places: [{ page: 2, words: "规。", target: null }],
    },
  ],
  deviations: [],
};
const times = { author: "青石县审计局", createdAt: "2026-01-05T01:02:03.000Z", updatedAt: "2026-02-05T01:02:03.000Z" };

it("writes 版面体检单 as a table to print: each row with its source, what was measured and the verdict", async () => {
  const paper = { title: "2025年工作报告", inspection, ...times };
  const bytes = await inspectionDocx(paper, docxOptions);
  expect(Buffer.compare(bytes, await inspectionDocx(paper, docxOptions))).toBe(0);
  const parts = readPackage(bytes);
  for (const [path, xml] of Object.entries(parts)) {
    if (path.endsWith(".xml")) expect([path, schemaOrderProblems(xml)]).toEqual([path, []]);
  }
  const document = parts["word/document.xml"] ?? "";
  const rows = [...document.matchAll(/<w:tr>.*?<\/w:tr>/gsu)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gsu)].map(([cell]) => cell.replace(/<[^>]+>/gu, "")),
  );
  expect(rows).toEqual([
    ["项目", "依据", "应为", "实测", "结果"],
    ["天头", "GB/T 9704 5.2.1 · 规定", "37 ± 1 mm", "37.0 mm", "通过"],
    ["没有一字成行", "标准未规定 · 实务", "段末一行不止一个字", "1 处一字成行（第 2 页）", "请看"],
  ]);
  expect(document.replace(/<[^>]+>/gu, "")).toContain(
    "1 项通过，1 项请看。从导出的 Word 文档和 PDF 读回量出，按 Word、WPS 的断行习惯排版。",
  );
});
