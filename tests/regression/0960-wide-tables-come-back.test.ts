import { describe, expect, it } from "vitest";
import { readReportFile } from "../../backend/read-report-file.ts";
import { assembleReport } from "../../core/document/assemble.ts";
import type { Block } from "../../core/document/blocks.ts";
import { inlineText } from "../../core/document/content-text.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { exportDocx } from "../../core/export/docx/export-docx.ts";
import { layOutDocument } from "../../core/layout/pages/lay-out-report.ts";
import { testFaces } from "../core/layout/lines/test-faces.ts";
import { docxOptions } from "../core/export/docx/read-package.ts";
import { landscapeReports } from "../layout/landscape-reports.ts";

/** The number above an attachment is printed, and comes back as a line of the text. */
const isLabel = (block: Block): boolean =>
  block.kind === "paragraph" && block.role === "flush" && inlineText(block.content, 2025) === "附件";
const kindsOf = (report: ReportDocument): readonly string[] =>
  blocksFromBody(report.body).flatMap((block) => (isLabel(block) ? [] : [block.kind]));

async function back(report: ReportDocument) {
  const { imprint } = layOutDocument(assembleReport(report), {
    faces: testFaces,
    program: "libreoffice",
    hasImage: () => true,
  });
  const bytes = await exportDocx(report, { ...docxOptions, images: new Map(), imprint });
  return readReportFile({ bytes, name: "宽表.docx", year: 2025 }, new Date("2026-02-01T00:00:00Z"));
}

describe("our own Word file with pages laid across", () => {
  for (const [name, report] of landscapeReports) {
    it(`comes back with its tables across and no page ends of its own: ${name}`, async () => {
      const { report: read, warnings } = await back(report);
      expect(kindsOf(read)).toEqual(kindsOf(report));
      const tables = blocksFromBody(read.body).flatMap((block) => (block.kind === "table" ? [block.landscape] : []));
      expect(tables.length).toBeGreaterThan(0);
      expect(tables.every((landscape) => landscape === true)).toBe(true);
      expect(warnings.map(({ code }) => code)).not.toContain("docx-turned");
    });
  }
});
