import { standardStyle } from "../../core/layout/rules/house-style.ts";
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { printReport } from "../../backend/pdf/print-report.ts";
import { programFolders } from "../../backend/program-folder.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { buildFaces } from "../backend/build-faces.ts";
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
import { askPoppler, hasPoppler, reportMissing } from "./tools.ts";

reportMissing();

describe.skipIf(!hasPoppler)("the PDF", () => {
  beforeAll(buildFaces);

  const print = async (report: ReportDocument, stamped = false): Promise<Uint8Array> => {
    const job = { report, images: new Map(), style: standardStyle, stamped, program: "word" } as const;
    return (await printReport(job, { installed: new Map(), ownFolder: programFolders.faces })).bytes;
  };
  const pagesOf = async (report: ReportDocument): Promise<readonly MeasuredPage[]> => measurePages(await print(report));

  it("has 22 lines of 28 characters a page inside the type area and page numbers in their places", async () => {
    const pages = await pagesOf(layoutReport(LONG_ORGAN));
    expect(pages.length).toBeGreaterThan(2);
    expectTypeArea(pages);
    expectPageNumbers(pages);
    expectCharactersPerLine(pages);
    for (const page of pages.slice(1, -2)) expectFullPage(page);
    expectSignature(pages, LONG_ORGAN, { edgePt: 1.5, shiftPt: 1.5 });
  });

  it("gives way to a date that is longer than the organ", async () => {
    expectSignature(await pagesOf(layoutReport(SHORT_ORGAN)), SHORT_ORGAN, { edgePt: 1.5, shiftPt: 1.5 });
  });

  it("never leaves a signature alone, wherever the text ends", async () => {
    for (const line of [18, 19, 20, 21, 22]) {
      const { page } = signatureOf(await pagesOf(reportEndingOnLine(line)), LONG_ORGAN);
      expect([line, page.lines.length > 2]).toEqual([line, true]);
    }
  });

  it("puts no empty page behind a page that is full", async () => {
    expect((await pagesOf(fullPageReport())).map(({ lines }) => lines.length)).toEqual([22, 22]);
  });

  it("keeps every line where it is below 待核稿", async () => {
    const report = layoutReport(LONG_ORGAN);
    const stamped = await measurePages(await print(report, true));
    expectStamp(stamped);
    expectSameLines(stamped, await pagesOf(report));
    for (const page of stamped.slice(1, -2)) expectFullPage(page);
    expectCharactersPerLine(stamped);
  });

  it("repeats a table's header row on the next page and loses no row", async () => {
    const pages = await pagesOf(tableReport());
    expectTypeArea(pages);
    expect(pages.filter(({ lines }) => lines.some(({ text }) => text.includes("重点任务量化指标")))).toHaveLength(2);
    const words = pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join("\n");
    for (let row = 1; row <= 29; row += 1) expect(words).toContain(`推进第${row}项重点任务落到实处`);
  });

  it("embeds every face, is tagged, and has bookmarks", async () => {
    const pdf = await print(layoutReport(LONG_ORGAN));
    const faces = (await askPoppler("pdffonts", pdf))
      .split("\n")
      .slice(2)
      .filter((line) => line !== "");
    expect(faces.length).toBeGreaterThan(2);
    for (const face of faces) expect(face).toMatch(/\s+yes yes yes\s+\d+\s+\d+$/u);
    const document = await PDFDocument.load(pdf);
    expect(document.catalog.get(PDFName.of("Outlines"))).toBeDefined();
    expect(document.catalog.get(PDFName.of("StructTreeRoot"))).toBeDefined();
    expect(document.catalog.get(PDFName.of("MarkInfo"))).toBeDefined();
    expect(outlineTitles(document)).toContain("（一）健全制度机制。");
  });
});

function outlineTitles(document: PDFDocument): readonly string[] {
  const titles: string[] = [];
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const written =
      object instanceof PDFDict && object.has(PDFName.of("Dest")) ? object.lookup(PDFName.of("Title")) : undefined;
    if (written instanceof PDFHexString || written instanceof PDFString) titles.push(written.decodeText());
  }
  return titles;
}
