import type { ExportFormat, FontUse } from "../../core/contract.ts";
import { exportText } from "../../core/export/text.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { assembleReport } from "../../core/document/assemble.ts";
import { printableText } from "../../core/export/printable-text.ts";
import { docxFaces, type WesternFace } from "../../core/layout/fonts.ts";
import { AppError } from "../../core/result.ts";
import { installedFaces } from "../fonts.ts";
import type { PdfPrinter, PrintedPdf, PrintImage } from "../pdf/printer.ts";

/** What a report is made into files from. */
export type RenderSource = {
  readonly report: ReportDocument;
  /** The pictures that its body names. */
  readonly images: ReadonlyMap<string, PrintImage & { readonly mediaType: "image/png" | "image/jpeg" }>;
  readonly westernFace: WesternFace;
  /** 待核稿 stands on every page. */
  readonly stamped: boolean;
};

export type Rendered = {
  readonly bytes: Uint8Array;
  /** Of the PDF alone. */
  readonly pages: number | null;
  readonly fonts: readonly FontUse[] | null;
};

const plain = (text: string): Rendered => ({ bytes: Buffer.from(text, "utf8"), pages: null, fonts: null });

/** Prints the pages of a report. Loads the HTML writer when it is needed: the command line starts without it. */
export async function renderPdf(source: RenderSource, printer: PdfPrinter, signal?: AbortSignal): Promise<PrintedPdf> {
  const { printHtml } = await import("../../core/export/html.ts");
  const { report, images, westernFace, stamped } = source;
  const title = printableText(assembleReport(report).title);
  const html = printHtml(report, { westernFace, stamped, images });
  const job = { html, title, author: report.meta.issuingOrgan, images };
  return printer.print(job, signal);
}

async function renderDocx({ report, images, westernFace, stamped }: RenderSource): Promise<Rendered> {
  const { exportDocx } = await import("../../core/export/docx/export-docx.ts");
  const fonts = docxFaces(await installedFaces());
  try {
    return { bytes: await exportDocx(report, { images, fonts, westernFace, stamped }), pages: null, fonts: null };
  } catch (error) {
    throw error instanceof AppError ? error : new AppError("docx-failed", {}, { cause: error });
  }
}

async function renderHtml({ report, images, stamped }: RenderSource): Promise<Rendered> {
  const { webHtml } = await import("../../core/export/html.ts");
  return plain(webHtml(report, images, { stamped }));
}

/** @throws AppError docx-failed, and what the printer throws */
export async function render(
  format: ExportFormat,
  source: RenderSource,
  printer: PdfPrinter,
  signal?: AbortSignal,
): Promise<Rendered> {
  switch (format) {
    case "docx":
      return renderDocx(source);
    case "pdf":
      return renderPdf(source, printer, signal);
    case "txt":
      // The line ends that every Notepad knows.
      return plain(exportText(source.report, { stamped: source.stamped }).replaceAll("\n", "\r\n"));
    case "html":
      return renderHtml(source);
  }
}
