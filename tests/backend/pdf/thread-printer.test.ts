import { standardStyle } from "../../../core/layout/rules/house-style.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PdfPrinter, PrintJob } from "../../../backend/pdf/printer.ts";
import { createThreadPrinter } from "../../../backend/pdf/thread-printer.ts";
import { programFolders } from "../../../backend/program-folder.ts";
import type { Block } from "../../../core/document/blocks.ts";
import { heading, paragraph, sampleReport, title } from "../../core/export/sample-report.ts";
import { buildFaces } from "../build-faces.ts";

const imageId = "a".repeat(64);
const picture = { mediaType: "image/png", bytes: readFileSync(join(import.meta.dirname, "draw/picture.png")) };
const image = {
  kind: "image",
  imageId,
  widthPx: 40,
  heightPx: 20,
  displayWidthMm: null,
  altText: "办件数量图",
} as const;

function jobOf(blocks: readonly Block[], given: Partial<PrintJob> = {}): PrintJob {
  const report = sampleReport([...blocks], { issuingOrgan: "某市审计局" });
  return { report, images: new Map(), style: standardStyle, stamped: false, program: "word", ...given };
}
const twoPages = [
  title("关于工作的报告"),
  heading(1, "主要工作"),
  paragraph("正文。"),
  { kind: "pageBreak" },
  paragraph("又一页。"),
] as const;
const long = jobOf(
  Array.from({ length: 6_000 }, () => paragraph("各处室要把推进法治建设列入重要日程统筹谋划协调推进。")),
);

async function textOf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const pages = Array.from({ length: pdf.numPages }, async (_, index) => {
    const { items } = await (await pdf.getPage(index + 1)).getTextContent();
    return items.map((item) => ("str" in item ? item.str : "")).join("");
  });
  return (await Promise.all(pages)).join("\n");
}

describe("the printer in a thread", () => {
  let printer: PdfPrinter;
  beforeAll(() => {
    buildFaces();
    printer = createThreadPrinter(programFolders.faces);
  }, 180_000);
  afterAll(() => printer.close());

  it("prints a report with its title, organ and date, and says where its pages begin and in which faces", async () => {
    const job = jobOf(twoPages);
    const { bytes, starts, fonts, missing } = await printer.print(job);
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(pdf.getPageCount()).toBe(2);
    expect(pdf.getTitle()).toBe("关于工作的报告");
    expect(pdf.getAuthor()).toBe("某市审计局");
    expect(pdf.getCreationDate()).toEqual(new Date(job.report.updatedAt));
    expect(starts).toEqual([
      { kind: "text", block: 0, start: 0, row: null },
      { kind: "text", block: 4, start: 0, row: null },
    ]);
    expect(fonts.map(({ role }) => role)).toEqual(["fangsong", "kaiti", "heiti", "xiaobiaosong", "songti"]);
    expect(missing).toEqual([]);
    expect(await textOf(bytes)).toMatch(/一、主要工作.*正文。.*\n又一页。/u);
  });

  it("gives the same bytes for the same report, whatever was printed in between", async () => {
    const first = await printer.print(jobOf(twoPages));
    await printer.print(jobOf([title("别的报告"), paragraph("罕用字：堃、镕、翀。")]));
    const again = await printer.print(jobOf(twoPages));
    expect(Buffer.compare(first.bytes, again.bytes)).toBe(0);
    await printer.close();
    const anew = await printer.print(jobOf(twoPages));
    expect(Buffer.compare(first.bytes, anew.bytes)).toBe(0);
  });

  it("lays out without a file the pages that it prints", async () => {
    const { images: _, ...job } = jobOf(twoPages);
    const { starts } = await printer.print(jobOf(twoPages));
    expect((await printer.layOut(job)).starts).toEqual(starts);
  });

  it("names characters that no face has, for the report at hand alone", async () => {
    const { bytes, missing } = await printer.print(jobOf([paragraph("某\u{e000}局")]));
    expect(missing).toEqual(["\u{e000}"]);
    expect(await textOf(bytes)).toContain("某〓局");
    expect((await printer.print(jobOf(twoPages))).missing).toEqual([]);
  });

  it("shows a picture, and its words where it is missing", async () => {
    const shown = await printer.print(jobOf([image], { images: new Map([[imageId, picture]]) }));
    expect(await textOf(shown.bytes)).not.toContain("办件数量图");
    expect(Buffer.from(shown.bytes).toString("latin1")).toContain("/Subtype /Image");
    expect(await textOf((await printer.print(jobOf([image]))).bytes)).toContain("办件数量图");
  });

  it("says that it failed on a picture whose pixels are damaged, and prints the next report", async () => {
    const bytes = Uint8Array.from(picture.bytes);
    const pixels = Buffer.from(bytes.buffer).indexOf("IDAT") + 6;
    bytes.fill(0xff, pixels, pixels + 8);
    const damaged = jobOf([image], { images: new Map([[imageId, { ...picture, bytes }]]) });
    await expect(printer.print(damaged)).rejects.toMatchObject({ code: "pdf-failed" });
    expect((await printer.print(jobOf(twoPages))).starts).toHaveLength(2);
  });

  it("stops when it is told to, and prints what waits behind", async () => {
    const early = new AbortController();
    early.abort();
    await expect(printer.print(long, early.signal)).rejects.toMatchObject({ code: "cancelled" });
    const late = new AbortController();
    const printing = printer.print(long, late.signal);
    const next = printer.print(jobOf(twoPages));
    setTimeout(() => late.abort(), 100);
    await expect(printing).rejects.toMatchObject({ code: "cancelled" });
    expect((await next).starts).toHaveLength(2);
  });

  it("gives up a report that takes too long", async () => {
    const hurried = createThreadPrinter(programFolders.faces, { withinMs: 5 });
    await expect(hurried.print(long)).rejects.toMatchObject({
      code: "pdf-failed",
      details: { reason: "花费的时间过长" },
    });
    await hurried.close();
  });

  it("started ahead of its first report, it prints in that thread, and ends with or without a report", async () => {
    const started = createThreadPrinter(programFolders.faces);
    started.warmUp();
    started.warmUp();
    expect((await started.print(jobOf(twoPages))).starts).toHaveLength(2);
    await started.close();
    started.warmUp();
    await started.close();
  });

  it("says that it failed where the program's own faces are gone", async () => {
    const poor = createThreadPrinter(join(programFolders.faces, "gone"));
    await expect(poor.print(jobOf(twoPages))).rejects.toMatchObject({ code: "pdf-failed" });
    await poor.close();
  });
});
