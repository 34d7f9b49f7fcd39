import { describe, expect, it } from "vitest";
import { readReportFile } from "../../backend/read-report-file.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { exportText } from "../../core/export/text.ts";
import { pageOfMarkdown } from "../../core/import/markdown/page-of-markdown.ts";
import { growthOf } from "../support/work.ts";

const read = (text: string) => readReportFile({ bytes: Buffer.from(text), name: "草稿.md", year: 2025 }, new Date(0));

describe("marks without number in a text in Markdown", () => {
  it.each(["**审", "**审**", "审**", "*a_b", "a*b", "****审", "1. ", "> > ", "- - ", "**“审”", "*审\n", "~~审", "`审"])(
    "take work in proportion to their number: %j",
    (unit) => {
      const run = (count: number) => () => pageOfMarkdown(unit.repeat(count));
      expect(growthOf(run(4_000), run(32_000), 30)).toBeLessThan(30);
    },
  );

  it("stand in the report as they were written, and are told", () => {
    const { report, warnings } = read(`# 某局工作总结\n\n${"**审".repeat(900)}\n\n**一是**加强学习。`);
    expect(exportText(report)).toContain("**审".repeat(900));
    expect(warnings.find(({ code }) => code === "markdown-literal")?.message).toContain("有 1 段");
    expect(warnings.map(({ code }) => code)).not.toContain("words-missing");
    // the paragraphs around it are Markdown all the same
    expect(JSON.stringify(blocksFromBody(report.body).at(-1))).toContain('"bold":true');
  });

  it("are no fewer than a long list, a large table or a long draft has, which stay what they are", () => {
    const list = Array.from({ length: 600 }, (_, index) => `- **第${index}项**：按期办结`).join("\n");
    const table = `| 项目 | 情况 |\n|---|---|\n${Array.from({ length: 600 }, (_, index) => `| **项目${index}** | 办结 |`).join("\n")}`;
    const draft = Array.from({ length: 600 }, (_, index) => `**一是**加强第${index}次学习。`).join("\n");
    for (const text of [list, table, draft]) {
      const { page, told } = pageOfMarkdown(text);
      expect(told.map(({ code }) => code)).toEqual([]);
      expect(page.match(/<strong>/gu)).toHaveLength(600);
    }
  });
});
