import { describe, expect, it } from "vitest";
import { readReportFile } from "../../backend/read-report-file.ts";
import type { LayoutPreset, Meta } from "../../core/document/schema.ts";
import { exportDocx } from "../../core/export/docx/export-docx.ts";
import { docxOptions } from "../core/export/docx/read-package.ts";
import { title } from "../core/export/sample-report.ts";
import { linesOfText, officialReport } from "../layout/official-reports.ts";

async function metaBack(meta: Partial<Meta>, preset: LayoutPreset = "official-document"): Promise<Meta> {
  const report = officialReport(meta, [title("关于某事的报告"), ...linesOfText(3)], preset);
  const bytes = await exportDocx(report, { ...docxOptions, images: new Map() });
  return readReportFile({ bytes, name: "公文.docx", year: 2025 }, new Date("2026-02-01T00:00:00Z")).report.meta;
}

const signed = { sealForm: "signature", signatories: [] } as const;

describe("signers of our own Word file", () => {
  it.each([
    ["the second has none", ["李某某", "王某"], ["局长"]],
    ["the first has none", ["李某某", "王某"], ["", "副局长"]],
    ["nobody has one", ["李某某", "王某"], []],
    ["each has one", ["李某某", "王某"], ["局长", "副局长"]],
  ])("come back with their posts where %s", async (_, signedOffBy, signerPosts) => {
    expect(await metaBack({ ...signed, signedOffBy, signerPosts })).toMatchObject({
      ...signed,
      signedOffBy,
      signerPosts,
    });
  });

  it("come back in an order whose signer has no post", async () => {
    const order = { orderNumber: "第3号", signedOffBy: ["李某某"], signerPosts: [], signatories: [] };
    expect(await metaBack(order, "order")).toMatchObject(order);
  });

  it("are not taken for organs, nor organs for them", async () => {
    for (const sealForm of ["", "seal"] as const) {
      for (const signatories of [["某某市审计局"], ["某某市审计局", "某某市财政局", "某某市第三局", "某某市第四局"]]) {
        expect(await metaBack({ sealForm, signatories })).toMatchObject({ sealForm, signatories, signedOffBy: [] });
      }
    }
  });
});
