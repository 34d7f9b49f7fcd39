import { describe, expect, it } from "vitest";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import type { Block, Inline } from "../../core/document/blocks.ts";
import { readReportFile } from "../../backend/read-report-file.ts";
import { exportDocx } from "../../core/export/docx/export-docx.ts";
import { exportText } from "../../core/export/text.ts";
import { webHtml } from "../../core/export/html.ts";
import { docxOptions } from "../core/export/docx/read-package.ts";
import { sampleReport } from "../core/export/sample-report.ts";

const text = (words: string, script?: "super" | "sub"): Inline => ({
  kind: "text",
  text: words,
  ...(script === undefined ? {} : { script }),
});
const content: readonly Inline[] = [
  text("绿地120m"),
  text("2", "super"),
  text("，浓度10"),
  text("-3", "super"),
  text("，减排CO"),
  text("2", "sub"),
  text("，见附注"),
  text("①", "super"),
  text("。"),
];
const blocks: readonly Block[] = [
  { kind: "title", content: [text("某市减少CO"), text("2", "sub"), text("排放情况的报告")] },
  {
    kind: "heading",
    level: 1,
    ordinal: { kind: "computed" },
    content: [text("每m"), text("2", "super"), text("造价")],
  },
  {
    kind: "runInHeading",
    level: 2,
    ordinal: { kind: "computed" },
    heading: [text("控制CO"), text("2", "sub"), text("。")],
    content,
  },
  { kind: "paragraph", role: "body", content },
  {
    kind: "table",
    columnWidths: [600],
    headerRows: 0,
    rows: [[{ paragraphs: [content], rowSpan: 1, colSpan: 1, align: "start" }]],
  },
];
/** Blocks without what a round through a file makes anew: widths and ids. */
const bare = (list: readonly Block[]): readonly unknown[] =>
  list.map(({ id: _id, ...block }) => (block.kind === "table" ? { ...block, columnWidths: [], headerRows: 0 } : block));

describe("上标 and 下标 that left the program", () => {
  it("come back from its own DOCX as they went", async () => {
    const bytes = await exportDocx(sampleReport(blocks, {}), docxOptions);
    const { report } = readReportFile({ bytes, name: "报告.docx", year: 2025 }, new Date("2026-02-01T00:00:00Z"));
    expect(bare(blocksFromBody(report.body))).toEqual(bare(blocks));
  });

  it("come back from its own web page", () => {
    const bytes = Buffer.from(webHtml(sampleReport(blocks, {}), new Map()));
    const { report } = readReportFile({ bytes, name: "报告.html", year: 2025 }, new Date("2026-02-01T00:00:00Z"));
    const paragraph = blocksFromBody(report.body).find((block) => block.kind === "paragraph");
    expect(paragraph).toMatchObject({ content });
    expect(exportText(report)).toContain("一、每m²造价\n（一）控制CO₂。");
  });
});
