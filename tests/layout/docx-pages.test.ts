import { describe, expect, it } from "vitest";
import { exportDocx } from "../../core/export/docx/export-docx.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { docxOptions } from "../core/export/docx/read-package.ts";
import {
  fullPageReport,
  layoutReport,
  LONG_ORGAN,
  reportEndingOnLine,
  SHORT_ORGAN,
  tableReport,
} from "./layout-report.ts";
import { measurePages, type MeasuredPage } from "./measure-pages.ts";
import {
  expectCharactersPerLine,
  expectFullPage,
  expectPageNumbers,
  expectSameLines,
  expectSignature,
  expectStamp,
  expectTypeArea,
  signatureOf,
} from "./page-assertions.ts";
import { docxToPdf, hasChineseFace, hasLibreOffice, reportMissing } from "./tools.ts";

reportMissing();

const pagesOf = async (report: ReportDocument): Promise<readonly MeasuredPage[]> =>
  measurePages(await docxToPdf(await exportDocx(report, docxOptions)));

describe.skipIf(!hasLibreOffice)("the DOCX as LibreOffice lays it out", () => {
  it("has 22 lines a page inside the type area and page numbers in their places", async () => {
    const pages = await pagesOf(layoutReport(LONG_ORGAN));
    expect(pages.length).toBeGreaterThan(2);
    expectTypeArea(pages);
    expectPageNumbers(pages);
    for (const page of pages.slice(1, -2)) expectFullPage(page);
    if (hasChineseFace) expectSignature(pages, LONG_ORGAN, { edgePt: 3, shiftPt: 3 });
  });

  it.skipIf(!hasChineseFace)("has 28 characters a line", async () => {
    expectCharactersPerLine(await pagesOf(layoutReport(LONG_ORGAN)));
  });

  it.skipIf(!hasChineseFace)("gives way to a date that is longer than the organ", async () => {
    const pages = await pagesOf(layoutReport(SHORT_ORGAN));
    expectSignature(pages, SHORT_ORGAN, { edgePt: 3, shiftPt: 3 }, "official faces");
  });

  it.each([18, 19, 20, 21, 22])("never leaves a signature alone behind a text of %i lines", async (line) => {
    const { page } = signatureOf(await pagesOf(reportEndingOnLine(line)), LONG_ORGAN);
    expect(page.lines.length).toBeGreaterThan(2);
  });

  it("puts no empty page behind a page that is full", async () => {
    expect((await pagesOf(fullPageReport())).map(({ lines }) => lines.length)).toEqual([22, 22]);
  });

  it("keeps every line where it is below 待核稿", async () => {
    const report = layoutReport(LONG_ORGAN);
    const stamped = await measurePages(await docxToPdf(await exportDocx(report, { ...docxOptions, stamped: true })));
    expectStamp(stamped);
    expectSameLines(stamped, await pagesOf(report));
    for (const page of stamped.slice(1, -2)) expectFullPage(page);
    if (hasChineseFace) expectCharactersPerLine(stamped);
  });

  it("repeats a table's header row on the next page and loses no row", async () => {
    const pages = await pagesOf(tableReport());
    expectTypeArea(pages);
    expect(pages.filter(({ lines }) => lines.some(({ text }) => text.includes("重点任务量化指标")))).toHaveLength(2);
    const words = pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join("\n");
    for (let row = 1; row <= 29; row += 1) expect(words).toContain(`推进第${row}项重点任务落到实处`);
  });
});
