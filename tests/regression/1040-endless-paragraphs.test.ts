import { expect, it } from "vitest";
import { readReportFile } from "../../backend/read-report-file.ts";
import type { Block } from "../../core/document/blocks.ts";
import { paragraphsOf } from "../../core/document/block-content.ts";
import { inlineText } from "../../core/document/content-text.ts";
import { reportFromImport } from "../../core/document/create.ts";
import { LONGEST_PARAGRAPH } from "../../core/document/divide-long.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { applyRepairs } from "../../core/repair/apply-repairs.ts";
import { findRepairs } from "../../core/repair/find-repairs.ts";
import type { ReportDocument } from "../../core/document/schema.ts";

const sentence = "我局按期完成年度审计项目计划，并督促各单位逐条整改。";
const endless = sentence.repeat(5000);
const now = new Date("2026-01-05T08:00:00Z");

const read = (name: string, text: string) =>
  readReportFile({ name, year: 2026, bytes: new TextEncoder().encode(text) }, now);
const blocksOf = (report: ReportDocument): readonly Block[] => blocksFromBody(report.body);
const lengths = (blocks: readonly Block[]): readonly number[] =>
  blocks.flatMap((block) => paragraphsOf(block).map((content) => inlineText(content, 2026).length));
const words = (blocks: readonly Block[]): string =>
  blocks.flatMap((block) => paragraphsOf(block).map((content) => inlineText(content, 2026))).join("");

it.each([
  ["a text", "报告.txt", `青石县审计局2026年工作报告\n${endless}\n完。`],
  ["a page", "报告.html", `<html><h1>青石县审计局2026年工作报告</h1><p>${endless}</p><p>完。</p></html>`],
  ["a heading", "报告.md", `# 青石县审计局2026年工作报告\n\n## ${endless}\n\n完。`],
  ["a title", "报告.md", `# ${endless}\n\n第一段。\n\n完。`],
  ["a cell", "报告.html", `<html><h1>工作报告</h1><table><tr><td>甲</td><td>${endless}</td></tr></table></html>`],
])(
  "%s of one endless paragraph comes as several, with a warning that names it, and no word is lost",
  (_, name, text) => {
    const { report, warnings } = read(name, text);
    const blocks = blocksOf(report);
    expect(Math.max(...lengths(blocks))).toBeLessThanOrEqual(LONGEST_PARAGRAPH);
    expect(words(blocks)).toContain(endless);
    const told = warnings.find(({ code }) => code === "paragraph-divided")?.message;
    expect(told).toContain(`“我局按期完成年度审计项目计划`);
    expect(told).toContain(`${endless.length} 字`);
  },
);

it("leaves one that is stored as it is, and offers to divide it", () => {
  const content = [{ kind: "text", text: endless }] as const;
  const blocks: readonly Block[] = [
    { kind: "title", content: [{ kind: "text", text: "工作报告" }] },
    { kind: "paragraph", role: "body", content },
    { kind: "paragraph", role: "body", content: [{ kind: "text", text: "完。" }] },
  ];
  const imported = { title: "工作报告", blocks, meta: {}, warnings: [] };
  const stored = reportFromImport({ imported, year: 2026, id: crypto.randomUUID(), now });
  const { report } = read("工作报告.json", JSON.stringify(stored));
  expect(lengths(blocksOf(report))).toContain(endless.length);

  const { body, meta, year } = report;
  const found = { blocks: blocksFromBody(body), meta, year };
  const offered = findRepairs(found).repairs.filter(({ kind }) => kind === "long-paragraph");
  expect(offered).toHaveLength(1);
  expect(offered[0]?.isSafe).toBe(false);
  const repaired = applyRepairs(found, offered);
  expect(Math.max(...lengths(repaired.blocks))).toBeLessThanOrEqual(LONGEST_PARAGRAPH);
  expect(words(repaired.blocks)).toBe(words(found.blocks));
});
