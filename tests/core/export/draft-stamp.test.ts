import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inspectImage } from "../../../backend/store/images.ts";
import { assembleReport } from "../../../core/document/assemble.ts";
import type { ReportDocument } from "../../../core/document/schema.ts";
import { exportDocx } from "../../../core/export/docx/export-docx.ts";
import { webHtml } from "../../../core/export/html.ts";
import { exportText } from "../../../core/export/text.ts";
import { layOutReport } from "../../../core/layout/pages/lay-out-report.ts";
import { readDocx } from "../../../core/import/docx/read-docx.ts";
import { arbitraryReport } from "../document/arbitrary-report.ts";
import { testFaces } from "../layout/lines/test-faces.ts";
import { linesOf } from "../layout/page-lines.ts";
import { docxOptions, exportedParts } from "./docx/read-package.ts";
import { schemaOrderProblems } from "./docx/schema-order.ts";
import { sampleReport } from "./sample-report.ts";

const stampedOptions = { ...docxOptions, stamped: true };
const headerPaths = (parts: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(parts).filter((path) => /header\d*\.xml$/u.test(path));
const wordsOf = (xml: string): string =>
  [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join("");

describe("待核稿 in a DOCX", () => {
  it("is a header part for odd and for even pages, and the first page is one of them", async () => {
    const parts = await exportedParts(sampleReport(), stampedOptions);
    const paths = headerPaths(parts);
    expect(paths).toHaveLength(2);
    for (const path of paths) {
      expect(wordsOf(parts[path] ?? "")).toBe("待核稿");
      expect(schemaOrderProblems(parts[path] ?? "")).toEqual([]);
      expect(parts["[Content_Types].xml"]).toContain(`PartName="/${path}"`);
      expect(parts["word/_rels/document.xml.rels"]).toContain(`Target="${path.replace("word/", "")}"`);
    }
    const section = /<w:sectPr>.*<\/w:sectPr>/su.exec(parts["word/document.xml"] ?? "")?.[0] ?? "";
    const types = [...section.matchAll(/<w:headerReference w:type="(\w+)"/gu)].map(([, type]) => type);
    expect(types.toSorted()).toEqual(["default", "even"]);
    expect(section).not.toContain("<w:titlePg");
    expect(parts["word/settings.xml"]).toContain("<w:evenAndOddHeaders");
    expect(schemaOrderProblems(parts["word/document.xml"] ?? "")).toEqual([]);
  });

  it("is not there unless it is asked for", async () => {
    expect(headerPaths(await exportedParts(sampleReport()))).toEqual([]);
  });

  it("changes nothing of the text, and is gone when the file is read again", async () => {
    const read = async (report: ReportDocument, stamped: boolean) => {
      const { blocks, meta } = readDocx(await exportDocx(report, { ...docxOptions, stamped }), inspectImage);
      return { blocks, meta };
    };
    await fc.assert(
      fc.asyncProperty(arbitraryReport, async (report) => {
        expect(await read(report, true)).toEqual(await read(report, false));
      }),
      { numRuns: 40, seed: 20260301 },
    );
  });
});

describe("待核稿 elsewhere", () => {
  it("stands above every page that is printed", () => {
    const pagesOf = (stamped: boolean) =>
      layOutReport(assembleReport(sampleReport()), {
        faces: testFaces,
        program: "word",
        hasImage: () => true,
        stamped,
      });
    expect(pagesOf(true).map((page) => linesOf(page).at(-1))).toEqual(pagesOf(true).map(() => "待核稿"));
    expect(pagesOf(false).flatMap(linesOf)).not.toContain("待核稿");
  });

  it("is the first line of plain text, and the rest stays", () => {
    const report = sampleReport();
    expect(exportText(report, { stamped: true })).toBe(`【待核稿】\n${exportText(report)}`);
  });

  it("is the first line of the page for a website", () => {
    const [, article = ""] = webHtml(sampleReport(), new Map(), { stamped: true }).split('<article class="report">\n');
    expect(article.startsWith('<p class="draft-stamp">【待核稿】</p>\n')).toBe(true);
    expect(webHtml(sampleReport(), new Map())).not.toContain("待核稿");
  });
});
