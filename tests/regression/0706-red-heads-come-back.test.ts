import { describe, expect, it } from "vitest";
import { readReportFile } from "../../backend/read-report-file.ts";
import type { Meta, LayoutPreset, ReportDocument } from "../../core/document/schema.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { exportDocx } from "../../core/export/docx/export-docx.ts";
import { docxOptions } from "../core/export/docx/read-package.ts";
import { title } from "../core/export/sample-report.ts";
import { imprintElements, linesOfText, officialReport } from "../layout/official-reports.ts";

const text = [title("关于某事的报告"), ...linesOfText(3)];

async function back(report: ReportDocument) {
  const bytes = await exportDocx(report, { ...docxOptions, images: new Map() });
  return readReportFile({ bytes, name: "公文.docx", year: 2025 }, new Date("2026-02-01T00:00:00Z"));
}

const cases: readonly (readonly [name: string, preset: LayoutPreset, meta: Partial<Meta>])[] = [
  [
    "a document",
    "official-document",
    { copyNumber: "000123", secrecy: "机密★1年", urgency: "特急", ...imprintElements },
  ],
  ["one that goes upwards", "official-document", { signedOffBy: ["李某某", "王某", "赵某某"], ...imprintElements }],
  [
    "one of joint organs",
    "official-document",
    { jointOrgans: ["某某市财政局", "中共某某市委组织部"], secrecy: "秘密" },
  ],
  ["one with seals", "official-document", { sealForm: "seal", signatories: ["某某市审计局", "某某市财政局"] }],
  [
    "one with 签名章",
    "official-document",
    { sealForm: "signature", signedOffBy: ["李某某"], signerPosts: ["局长"], signatories: [] },
  ],
  ["one with attachments and a note", "official-document", { attachmentNames: ["计划", "清单"], note: "此件公开发布" }],
  ["a letter", "letter", { secrecy: "秘密", urgency: "特急", copyRecipients: "市委办公室" }],
  ["minutes", "minutes", { attendees: "李某某、王某某", absentees: "钱某某", observers: "孙某某", ...imprintElements }],
];

describe("our own Word file with a red head", () => {
  it.each(cases)("opens as what it is and gives its elements back: %s", async (_, preset, meta) => {
    const report = officialReport(meta, text, preset);
    const { report: read, warnings } = await back(report);
    expect(read.preset).toBe(preset);
    const given = Object.entries(report.meta).filter(([key, value]) => value.length > 0 && key !== "mainRecipients");
    for (const [key, value] of given) expect([key, read.meta[key as keyof Meta]]).toEqual([key, value]);
    expect(read.meta.mainRecipients.replace("：", "")).toBe("市人民政府");
    const kinds = blocksFromBody(read.body).map((block) => block.kind);
    expect(kinds).toEqual(["title", "paragraph", "paragraph", "paragraph"]);
    expect(warnings.map(({ code }) => code)).not.toContain("missing-words");
  });

  it("opens as an order with its number, its signers and their posts", async () => {
    const meta = {
      orderNumber: "第3号",
      documentNumber: "",
      mainRecipients: "",
      signatories: [],
      signedOffBy: ["李某某"],
      signerPosts: ["市长"],
    };
    const { report: read } = await back(officialReport(meta, [title("某某办法"), ...linesOfText(2)], "order"));
    expect(read.preset).toBe("order");
    expect(read.meta).toMatchObject({
      issuingOrgan: "某某市审计局",
      orderNumber: "第3号",
      signedOffBy: ["李某某"],
      signerPosts: ["市长"],
    });
  });

  it("takes 主送 back from 版记", async () => {
    const mainRecipients = Array.from({ length: 28 }, (_, index) => `某某第${index + 1}区人民政府`).join("，");
    const { report: read } = await back(officialReport({ mainRecipients, ...imprintElements }, text));
    expect(read.meta.mainRecipients).toBe(mainRecipients);
  });
});
