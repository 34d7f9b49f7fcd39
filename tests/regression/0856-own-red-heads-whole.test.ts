import { describe, expect, it } from "vitest";
import { readReportFile } from "../../backend/read-report-file.ts";
import type { LayoutPreset, Meta, ReportDocument } from "../../core/document/schema.ts";
import { exportDocx } from "../../core/export/docx/export-docx.ts";
import { docxOptions } from "../core/export/docx/read-package.ts";
import { title } from "../core/export/sample-report.ts";
import { linesOfText, officialReport } from "../layout/official-reports.ts";

async function back(report: ReportDocument) {
  const bytes = await exportDocx(report, { ...docxOptions, images: new Map() });
  return readReportFile({ bytes, name: "公文.docx", year: 2025 }, new Date("2026-02-01T00:00:00Z"));
}
const made = (preset: LayoutPreset, meta: Partial<Meta>) =>
  officialReport(meta, [title("关于某事的报告"), ...linesOfText(3)], preset);

describe("the red head of our own Word file", () => {
  it.each([
    ["a document", "official-document"],
    ["a letter", "letter"],
    ["minutes", "minutes"],
  ] as const)("gives back a 份号 of fewer digits than six, with and without a number: %s", async (_, preset) => {
    for (const documentNumber of ["某审发〔2026〕3号", ""]) {
      const { report } = await back(made(preset, { copyNumber: "0012", documentNumber }));
      expect(report.meta).toMatchObject({ copyNumber: "0012", documentNumber });
    }
  });

  it.each(["official-document", "letter"] as const)("gives back markings in any words: %s", async (preset) => {
    for (const documentNumber of ["某审函〔2026〕3号", ""]) {
      const markings = { secrecy: "内部", urgency: "限时", documentNumber };
      expect((await back(made(preset, markings))).report.meta).toMatchObject(markings);
    }
  });

  it("gives back the organs of a joint 命令", async () => {
    const organs = { issuingOrgan: "某某市人民政府命令", jointOrgans: ["某某市审计局"] };
    const { report, warnings } = await back(made("order", { ...organs, orderNumber: "第3号" }));
    expect(report.preset).toBe("order");
    expect(report.meta).toMatchObject({ ...organs, orderNumber: "第3号" });
    expect(warnings.map(({ code }) => code)).not.toContain("missing-words");
  });
});
