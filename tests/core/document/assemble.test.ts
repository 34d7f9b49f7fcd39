import { describe, expect, it } from "vitest";
import { assembleReport } from "../../../core/document/assemble.ts";
import type { Block, Inline } from "../../../core/document/blocks.ts";
import { metaSchema } from "../../../core/document/schema.ts";
import { showBlocks } from "../../../core/document/show.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";
import { exportText } from "../../../core/export/text.ts";

const words = (text: string): Inline => ({ kind: "text", text });
const paragraph = (text: string): Block => ({
  kind: "paragraph",
  role: "body",
  content: text === "" ? [] : [words(text)],
});
const title = (text: string): Block => ({ kind: "title", content: [words(text)] });
const report = (blocks: readonly Block[], meta: Parameters<typeof metaSchema.parse>[0] = {}) => ({
  body: bodyFromBlocks(blocks, 2026),
  meta: metaSchema.parse(meta),
  year: 2026,
});
const signed = {
  mainRecipients: "市人民政府",
  signatories: ["某某市审计局", " "],
  date: "2026-03-01",
  note: "此件公开发布",
};

describe("the report as it is printed", () => {
  it("puts 主送 under the title and the signature at the end", () => {
    expect(exportText(report([title("报告"), paragraph("正文。"), paragraph("")], signed))).toBe(
      "报告\n市人民政府：\n正文。\n某某市审计局\n2026年3月1日\n（此件公开发布）\n",
    );
  });

  it("signs a notice before the plan that is attached to it", () => {
    const label: Block = { kind: "paragraph", role: "flush", content: [words("附件")] };
    const blocks = [
      title("通知"),
      paragraph("现印发。"),
      { kind: "pageBreak" } as const,
      label,
      title("规划"),
      paragraph("文。"),
    ];
    expect(exportText(report(blocks, signed)).split("\n")).toEqual([
      "通知",
      "市人民政府：",
      "现印发。",
      "某某市审计局",
      "2026年3月1日",
      "（此件公开发布）",
      "附件",
      "规划",
      "文。",
      "",
    ]);
  });

  it("names one attachment without a number and several with theirs", () => {
    expect(exportText(report([paragraph("文。")], { attachmentNames: ["统计表"] }))).toBe("文。\n附件：统计表\n");
    expect(exportText(report([paragraph("文。")], { attachmentNames: ["甲表", "乙表"] }))).toBe(
      "文。\n附件：1.甲表\n2.乙表\n",
    );
  });

  it("resolves years into the text around them, bold or not", () => {
    const content: readonly Inline[] = [
      words("至"),
      { kind: "year", offset: 1 },
      words("年"),
      { kind: "year", offset: 0, bold: true },
    ];
    expect(assembleReport(report([{ kind: "title", content }]))).toMatchObject({
      title: "至2027年2026",
      blocks: [
        {
          kind: "title",
          content: [
            { kind: "text", text: "至2027年" },
            { kind: "text", text: "2026", bold: true },
          ],
        },
      ],
      sources: [{ kind: "text", index: 0 }],
    });
  });

  it("carries the printed ordinal on everything that is numbered", () => {
    const blocks: readonly Block[] = [
      { kind: "heading", level: 1, ordinal: { kind: "computed" }, content: [words("甲")] },
      { kind: "listItem", level: 2, ordinal: { kind: "pattern", before: "(", after: ")" }, content: [words("乙")] },
      { kind: "heading", level: 1, ordinal: { kind: "none" }, content: [words("丙")] },
    ];
    expect(assembleReport(report(blocks)).blocks).toMatchObject([
      { number: "一、" },
      { number: "(一)" },
      { number: "" },
    ]);
  });

  it("has no title when there is none", () => {
    expect(assembleReport(report([paragraph("文。")])).title).toBe("");
  });
});

describe("the block list of the command line", () => {
  it("shows a run-in heading as heading and paragraph, and merged cells with their spans", () => {
    const cell = (text: string, rowSpan: number, colSpan: number) => ({
      paragraphs: [[words(text)], [{ kind: "blank", label: "数" } as const]],
      rowSpan,
      colSpan,
      align: "start" as const,
    });
    const blocks: readonly Block[] = [
      { kind: "title", content: [words("某局"), { kind: "break" }, words("报告")] },
      {
        kind: "runInHeading",
        level: 2,
        ordinal: { kind: "computed" },
        heading: [words("甲。")],
        content: [words("乙。")],
      },
      { kind: "listItem", level: 3, ordinal: { kind: "computed" }, content: [words("丙")] },
      {
        kind: "table",
        columnWidths: [1, 1],
        headerRows: 0,
        rows: [[cell("丁", 2, 1), cell("戊", 1, 1)], [cell("己", 1, 1)]],
      },
      { kind: "pageBreak" },
      paragraph(""),
      paragraph("庚"),
    ];
    expect(showBlocks(report(blocks))).toEqual([
      { kind: "title", text: "某局报告" },
      { kind: "heading", level: 2, number: "（一）", text: "甲。", runIn: true },
      { kind: "paragraph", text: "乙。" },
      { kind: "listItem", level: 3, number: "1.", text: "丙" },
      {
        kind: "table",
        rows: [
          [
            { text: "丁\n【数】", rowSpan: 2, colSpan: 1 },
            { text: "戊\n【数】", rowSpan: 1, colSpan: 1 },
          ],
          [{ text: "己\n【数】", rowSpan: 1, colSpan: 1 }],
        ],
      },
      { kind: "pageBreak" },
      { kind: "paragraph", text: "庚" },
    ]);
  });
});
