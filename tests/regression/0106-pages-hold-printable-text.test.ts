import { describe, expect, it } from "vitest";
import { assembleReport } from "../../core/document/assemble.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { webHtml } from "../../core/export/html.ts";
import { layOutReport } from "../../core/layout/pages/lay-out-report.ts";
import { testFaces } from "../core/layout/lines/test-faces.ts";
import { linesOf } from "../core/layout/page-lines.ts";
import { paragraph, sampleReport, title } from "../core/export/sample-report.ts";

const missing = {
  kind: "image",
  imageId: "f".repeat(64),
  widthPx: 10,
  heightPx: 10,
  displayWidthMm: null,
  altText: "整改情况图",
} as const;

function pageOf(report: ReportDocument, images: ReadonlyMap<string, unknown> = new Map()): readonly string[] {
  const hasImage = (id: string): boolean => images.has(id);
  return linesOf(layOutReport(assembleReport(report), { faces: testFaces, program: "word", hasImage })[0]);
}

describe("pages", () => {
  it("hold no character that HTML refuses", () => {
    const report = sampleReport([title("某市\u0000局\u000b报告\uffff"), paragraph("正\u0007文\ud800\u0085。")]);
    for (const pages of [pageOf(report).join(""), webHtml(report, new Map())]) {
      // eslint-disable-next-line no-control-regex -- these are what is looked for
      expect(pages).not.toMatch(/[\0-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u);
      expect(pages).toContain("某市局报告");
      expect(pages).toContain("正文。");
    }
  });

  it("show the words of a picture that is missing, and none of its frame", () => {
    const report = sampleReport([title("报告"), missing]);
    expect(pageOf(report, new Map())).toContain("整改情况图");
    expect(pageOf(report, new Map([[missing.imageId, {}]]))).not.toContain("整改情况图");
  });
});
