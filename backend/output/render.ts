import type { ExportFormat, FontUse } from "../../core/contract.ts";
import { exportText } from "../../core/export/text.ts";
import { assembleReport } from "../../core/document/assemble.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { docxFaces } from "../../core/layout/fonts.ts";
import type { LayoutProgram } from "../../core/layout/lines/layout-program.ts";
import type { HouseStyle } from "../../core/layout/rules/house-style.ts";
import { layoutOf } from "../../core/layout/rules/layout.ts";
import { AppError } from "../../core/result.ts";
import { installedFaces } from "../fonts.ts";
import type { PdfPrinter, PrintedPdf, PrintImage } from "../pdf/printer.ts";

/** What a report is made into files from. */
export type RenderSource = {
  readonly report: ReportDocument;
  /** The pictures that its body names. */
  readonly images: ReadonlyMap<string, PrintImage & { readonly mediaType: "image/png" | "image/jpeg" }>;
  /** 本单位版式 */
  readonly style: HouseStyle;
  /** 待核稿 stands on every page. */
  readonly stamped: boolean;
  /** The program that will open the DOCX: the pages of the PDF are laid out by its habits. */
  readonly program: LayoutProgram;
  /** 版记 stands on an even page (实务). */
  readonly isLastPageEven?: boolean | undefined;
};

export type Rendered = {
  readonly bytes: Uint8Array;
  /** Of the PDF alone. */
  readonly pages: number | null;
  readonly fonts: readonly FontUse[] | null;
  /** Characters of the PDF that no face has. */
  readonly missing: readonly string[];
};

const alone = (bytes: Uint8Array): Rendered => ({ bytes, pages: null, fonts: null, missing: [] });
const plain = (text: string): Rendered => alone(Buffer.from(text, "utf8"));

const renderedPdf = ({ bytes, starts, fonts, missing }: PrintedPdf): Rendered => ({
  bytes,
  pages: starts.length,
  fonts,
  missing,
});

/** Only what stands at the foot of the last page has to know the pages; 主送 may be all that moved there. */
async function placeOfImprint(source: RenderSource, printer: PdfPrinter, signal?: AbortSignal) {
  const { arrangeFrame } = await import("../../core/layout/frame/arrange-frame.ts");
  const { report, images, style, stamped, program, isLastPageEven } = source;
  if (arrangeFrame(assembleReport(report), layoutOf(style)).report.imprint === null) return null;
  const job = { report, imageIds: [...images.keys()], style, stamped, program, isLastPageEven };
  return (await printer.layOut(job, signal)).imprint;
}

async function renderDocx(source: RenderSource, printer: PdfPrinter, signal?: AbortSignal): Promise<Rendered> {
  const { exportDocx } = await import("../../core/export/docx/export-docx.ts");
  const { report, images, style, stamped } = source;
  const fonts = docxFaces(await installedFaces(), style.faces);
  const imprint = await placeOfImprint(source, printer, signal);
  try {
    return alone(await exportDocx(report, { images, fonts, layout: layoutOf(style), stamped, imprint }));
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
      return renderDocx(source, printer, signal);
    case "pdf":
      return renderedPdf(await printer.print(source, signal));
    case "txt":
      // The line ends that every Notepad knows.
      return plain(exportText(source.report, { stamped: source.stamped }).replaceAll("\n", "\r\n"));
    case "html":
      return renderHtml(source);
  }
}
