import { standardStyle } from "../../core/layout/rules/house-style.ts";
import { describe, expect, it } from "vitest";
import { render } from "../../backend/output/render.ts";
import type { PdfPrinter } from "../../backend/pdf/printer.ts";
import { assembleReport } from "../../core/document/assemble.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { layOutDocument } from "../../core/layout/pages/lay-out-report.ts";
import { readPackage } from "../core/export/docx/read-package.ts";
import { title } from "../core/export/sample-report.ts";
import { testFaces } from "../core/layout/lines/test-faces.ts";
import { linesOfText, officialReport } from "../layout/official-reports.ts";

const mainRecipients = Array.from({ length: 40 }, (_, index) => `某某第${index + 1}区人民政府`).join("，");
const endingOnLine = (count: number): ReportDocument =>
  officialReport({ mainRecipients }, [title("关于某事的报告"), ...linesOfText(count)]);
const laidOut = (report: ReportDocument, isLastPageEven: boolean) =>
  layOutDocument(assembleReport(report), { faces: testFaces, program: "word", hasImage: () => true, isLastPageEven });

async function documentXml(report: ReportDocument, isLastPageEven: boolean) {
  let asked = 0;
  const unused = () => Promise.reject(new Error("not asked"));
  const printer: PdfPrinter = {
    layOut: () => {
      asked += 1;
      const { imprint } = laidOut(report, isLastPageEven);
      return Promise.resolve({ starts: [], imprint, fonts: [], missing: [] });
    },
    print: unused,
    draw: unused,
    face: unused,
    inspect: unused,
    close: () => Promise.resolve(),
  };
  const source = { report, images: new Map(), style: standardStyle, stamped: false, program: "word" } as const;
  const { bytes } = await render("docx", { ...source, isLastPageEven }, printer);
  const xml = readPackage(bytes)["word/document.xml"] ?? "";
  return { asked, behindText: xml.slice(xml.lastIndexOf("<w:tbl>")), sections: xml.split("<w:sectPr").length - 1 };
}

describe("a 版记 of nothing but 主送 that the first page has no room for", () => {
  it("stands in the DOCX where the pages have it", async () => {
    const seen = new Set<string>();
    for (let count = 1; count <= 24; count += 1) {
      const report = endingOnLine(count);
      const { imprint } = laidOut(report, false);
      expect(assembleReport(report).imprint).toBeNull();
      const { behindText } = await documentXml(report, false);
      expect([imprint?.place, behindText.includes("<w:pageBreakBefore/>")]).toEqual([
        imprint?.place,
        imprint?.place === "ownPage",
      ]);
      seen.add(imprint?.place ?? "");
    }
    expect([...seen].toSorted()).toEqual(["foot", "ownPage"]);
  });

  it("stands behind an empty page without a number where an even one is wished", async () => {
    const counts = Array.from({ length: 24 }, (_, index) => index + 1);
    const count = counts.find((one) => laidOut(endingOnLine(one), true).imprint?.blankPageBefore === true);
    if (count === undefined) throw new Error("no such text");
    expect((await documentXml(endingOnLine(count), true)).sections).toBe(2);
  });

  it("does not have the pages laid out for a DOCX without one", async () => {
    expect((await documentXml(officialReport(), false)).asked).toBe(0);
    expect((await documentXml({ ...endingOnLine(3), preset: "public-report" }, false)).asked).toBe(0);
  });
});
