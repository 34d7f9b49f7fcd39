import { describe, expect, it } from "vitest";
import { readReportFile } from "../../../backend/read-report-file.ts";
import type { Block } from "../../../core/document/blocks.ts";
import { blocksFromBody } from "../../../core/document/from-lexical.ts";
import { webFragment } from "../../../core/export/web-fragment.ts";
import { goalsTable, heading, paragraph, sampleReport, text, title } from "./sample-report.ts";

const blocks: readonly Block[] = [
  title("某市审计局年度情况报告"),
  heading(1, "主要举措"),
  {
    kind: "runInHeading",
    level: 2,
    ordinal: { kind: "computed" },
    heading: [text("健全制度。")],
    content: [
      text("面积120m"),
      { kind: "text", text: "2", script: "super" },
      text("，"),
      text("全部办结", true),
      text("。"),
    ],
  },
  paragraph("小于<五>与“甲&乙”照写。"),
  { kind: "paragraph", role: "caption", content: [text("任务情况")], counted: true },
  goalsTable(4, 2),
];
const report = sampleReport(blocks);

describe("a report for the editor of a website", () => {
  it.each([true, false])("reads back with its headings, tables and raised text (inline styles: %s)", (inlineStyles) => {
    const { html } = webFragment(report, { inlineStyles });
    const page = `<!doctype html><html><body>${html}</body></html>`;
    const bytes = new TextEncoder().encode(page);
    const read = blocksFromBody(readReportFile({ name: "页面.html", year: 2025, bytes }, new Date(0)).report.body);
    const kinds = read.map(({ kind }) => kind);
    // a heading element is a block to any reader of HTML: the run-in heading stays a heading, its text follows
    expect(kinds.slice(0, 4)).toEqual(["title", "heading", "heading", "paragraph"]);
    const table = read.find((block) => block.kind === "table");
    expect(table?.rows.map((row) => row.map(({ rowSpan, align }) => [rowSpan, align]))).toEqual(
      [goalsTable(4, 2)].flatMap((block) =>
        block.kind === "table" ? block.rows.map((row) => row.map(({ rowSpan, align }) => [rowSpan, align])) : [],
      ),
    );
    expect(JSON.stringify(read)).toContain('"script":"super"');
  });

  it("says what a table's heads, spans and alignment are, and carries no class of its own", () => {
    const { html } = webFragment(report, { inlineStyles: false });
    expect(html).toContain('<th scope="col" style="text-align:center">');
    expect(html).toContain('rowspan="2"');
    expect(html).toContain("m<sup>2</sup>");
    expect(html).toContain("<strong>全部办结</strong>");
    expect(html).toContain("小于&lt;五&gt;与“甲&amp;乙”照写。");
    expect(html).toContain("<h3>（一）健全制度。</h3>");
    expect(html).not.toMatch(/class=|data-|font-/u);
  });

  it("gives the faces of paper in style attributes only when asked", () => {
    const { html } = webFragment(report, { inlineStyles: true });
    expect(html).toContain("font-family:KaiTi");
    expect(html).toContain("text-indent:2em");
  });

  it("has the same as plain text with ordinals and 公文要素", () => {
    const { text: plain } = webFragment(report, { inlineStyles: true });
    expect(plain).toContain("一、主要举措\n（一）健全制度。面积120m²，全部办结。");
    expect(plain).toContain("表1　任务情况");
    expect(plain).toContain("2026年3月1日");
  });
});
