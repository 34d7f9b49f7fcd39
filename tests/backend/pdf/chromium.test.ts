import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDict, PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildFonts } from "../build-fonts.ts";
import { cacheFolder } from "../../../backend/data-folder.ts";
import { createChromiumPrinter } from "../../../backend/pdf/chromium.ts";
import type { PdfPrinter, PrintJob } from "../../../backend/pdf/printer.ts";
import { programFolders } from "../../../backend/program-folder.ts";

const onePixelPng = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

function jobOf(body: string): PrintJob {
  const style =
    '@page { size: A4; margin: 37mm 26mm 35mm 28mm } body { font: 16pt/29pt "Noto Serif SC" } h1 { font: 16pt "Noto Sans SC" } i { font: 16pt "LXGW WenKai" }';
  const head = `<meta charset="utf-8"><title>年度报告</title><link rel="stylesheet" href="fonts/fonts.css"><style>${style}</style>`;
  return {
    html: `<!doctype html><html lang="zh-CN"><head>${head}</head><body>${body}</body></html>`,
    title: "某市审计局2026年度报告",
    author: "某市审计局",
    images: new Map([["picture", { mediaType: "image/png", bytes: onePixelPng }]]),
  };
}

const twoPages = jobOf(
  '<h1>一、工作情况</h1><p>正文第一段。<i>楷体</i></p><img src="images/picture" alt="图"><h1 style="break-before: page">二、下一步工作</h1><p>第二页。</p>',
);

const textOf = (value: unknown): string => (value as { decodeText(): string }).decodeText();
const embeddedFonts = (pdf: PDFDocument): string[] =>
  pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object): object is PDFDict => object instanceof PDFDict && object.has(PDFName.of("FontFile2")))
    .map((descriptor) => String(descriptor.get(PDFName.of("FontName"))));

/** The browsers that this process has started. */
function browsersOfThisProcess(): number[] {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8");
  return children
    .split(" ")
    .filter((pid) => pid !== "" && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("--headless"))
    .map(Number);
}

describe("the Chromium printer", () => {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-pdf-"));
  let printer: PdfPrinter;
  beforeAll(() => {
    buildFonts();
    printer = createChromiumPrinter({
      fontsFolder: programFolders.fonts,
      cacheFolder: cacheFolder(),
      now: () => new Date("2026-03-01T09:30:00Z"),
    });
  }, 120_000);
  afterAll(async () => {
    await printer.close();
    rmSync(folder, { recursive: true });
  });

  it("prints a tagged PDF with outline, metadata and embedded faces", async () => {
    const { bytes, pages, fonts } = await printer.print(twoPages);
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(pages).toBe(2);
    expect(pdf.getPageCount()).toBe(2);
    expect(pdf.getTitle()).toBe("某市审计局2026年度报告");
    expect(pdf.getAuthor()).toBe("某市审计局");
    expect(pdf.getCreationDate()).toEqual(new Date("2026-03-01T09:30:00Z"));
    expect(pdf.catalog.lookup(PDFName.of("MarkInfo"), PDFDict).toString()).toContain("true");
    expect(pdf.catalog.has(PDFName.of("StructTreeRoot"))).toBe(true);
    const outline = pdf.catalog.lookup(PDFName.of("Outlines"), PDFDict);
    const first = outline.lookup(PDFName.of("First"), PDFDict);
    expect(textOf(first.lookup(PDFName.of("Title")))).toBe("一、工作情况");
    expect(textOf(first.lookup(PDFName.of("Next"), PDFDict).lookup(PDFName.of("Title")))).toBe("二、下一步工作");
    expect(embeddedFonts(pdf).join()).toMatch(/NotoSerifSC/u);
    expect(embeddedFonts(pdf).join()).toMatch(/NotoSansSC/u);
    expect(embeddedFonts(pdf).join()).toMatch(/LXGW/u);
    const images = pdf.context
      .enumerateIndirectObjects()
      .filter(
        ([, object]) =>
          object instanceof PDFRawStream && object.dict.get(PDFName.of("Subtype")) === PDFName.of("Image"),
      );
    expect(images.length).toBeGreaterThan(0);
    expect(fonts.map(({ role }) => role)).toEqual(["fangsong", "kaiti", "heiti", "xiaobiaosong", "songti"]);
    for (const font of fonts)
      expect(font.substituted).toBe(font.used.startsWith("Noto") || font.used.startsWith("LXGW"));
  });

  it("prints jobs that were handed in at once, each by itself", async () => {
    const jobs = [1, 2, 3].map((count) =>
      jobOf("<p>页</p>" + '<p style="break-before: page">页</p>'.repeat(count - 1)),
    );
    const printed = await Promise.all(jobs.map((job) => printer.print(job)));
    expect(printed.map(({ pages }) => pages)).toEqual([1, 2, 3]);
  });

  it("answers nothing but its own faces and pictures, and runs no script", async () => {
    const job = jobOf(
      '<script>document.body.innerHTML += "<p style=break-before:page>x</p>"</script><img src="http://127.0.0.1:9/x.png"><img src="file:///etc/passwd"><img src="fonts/../../../package.json"><p>页</p>',
    );
    expect((await printer.print(job)).pages).toBe(1);
  });

  it("stops when it is told to, and prints the next job", async () => {
    const long = jobOf("<p>一段正文。</p>".repeat(4000));
    const early = new AbortController();
    early.abort();
    await expect(printer.print(long, early.signal)).rejects.toMatchObject({ code: "cancelled" });
    const late = new AbortController();
    setTimeout(() => late.abort(), 60);
    await expect(printer.print(long, late.signal)).rejects.toMatchObject({ code: "cancelled" });
    expect((await printer.print(jobOf("<p>页</p>"))).pages).toBe(1);
  });

  it("gives the same pages for a report whether it is the first or a later one", async () => {
    const contentOf = ({ bytes }: { bytes: Uint8Array }): number => bytes.length;
    await printer.close();
    const first = await printer.print(twoPages);
    await printer.print(jobOf("<h1>别的报告</h1><p>罕用字：堃、镕、翀。</p>"));
    const later = await printer.print(twoPages);
    expect(later.pages).toBe(first.pages);
    expect(later.fonts).toEqual(first.fonts);
    expect(Math.abs(contentOf(later) - contentOf(first))).toBeLessThan(100);
    const pdf = await PDFDocument.load(later.bytes, { updateMetadata: false });
    const outline = pdf.catalog.lookup(PDFName.of("Outlines"), PDFDict).lookup(PDFName.of("First"), PDFDict);
    expect(textOf(outline.lookup(PDFName.of("Title")))).toBe("一、工作情况");
  });

  it.runIf(process.platform === "linux")("starts its browser again after that was killed", async () => {
    await printer.print(jobOf("<p>页</p>"));
    expect(browsersOfThisProcess()).not.toEqual([]);
    for (const pid of browsersOfThisProcess()) process.kill(pid, "SIGKILL");
    expect((await printer.print(twoPages)).pages).toBe(2);
  });

  it("starts its browser again after it was closed", async () => {
    await printer.close();
    expect((await printer.print(jobOf("<p>页</p>"))).pages).toBe(1);
  });
});
