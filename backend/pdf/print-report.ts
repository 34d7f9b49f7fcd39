import { assembleReport, type AssembledReport } from "../../core/document/assemble.ts";
import { printableText } from "../../core/export/printable-text.ts";
import { layOutDocument } from "../../core/layout/pages/lay-out-report.ts";
import { drawnPages } from "../../core/layout/pages/drawn-page.ts";
import type { Page } from "../../core/layout/pages/page.ts";
import { layoutOf } from "../../core/layout/rules/layout.ts";
import { pageStarts } from "../../core/layout/pages/page-starts.ts";
import { createFaces } from "../faces/create-faces.ts";
import { openFace } from "../faces/open-face.ts";
import type { FaceSources } from "./print-task.ts";
import type { LayoutJob, PagesToDraw, PrintedPages, PrintedPdf, PrintJob } from "./printer.ts";

type LaidOut = { readonly assembled: AssembledReport; readonly pages: readonly Page[]; readonly printed: PrintedPages };

function layOut(
  job: Omit<LayoutJob, "imageIds">,
  hasImage: (imageId: string) => boolean,
  sources: FaceSources,
): LaidOut {
  const { report, style, stamped, program, isLastPageEven } = job;
  const assembled = assembleReport(report);
  // made anew each time: which characters have no face is said for this report
  const faces = createFaces({ ...sources, style });
  const { pages, imprint } = layOutDocument(assembled, {
    faces,
    layout: layoutOf(style),
    program,
    hasImage,
    stamped,
    isLastPageEven,
  });
  const starts = pageStarts(pages, assembled);
  const printed = { starts, imprint, fonts: faces.uses(), missing: faces.missingCharacters() };
  return { assembled, pages, printed };
}

function layOutWithImages(job: LayoutJob, sources: FaceSources): LaidOut {
  const atHand = job.imageIds === undefined ? null : new Set(job.imageIds);
  return layOut(job, (imageId) => atHand?.has(imageId) ?? true, sources);
}

/** The pages of a report without a file. */
export const layOutPages = (job: LayoutJob, sources: FaceSources): PrintedPages =>
  layOutWithImages(job, sources).printed;

/** The pages of a report with all that stands on them, for a window to draw. */
export function drawReport(job: LayoutJob, sources: FaceSources): PagesToDraw {
  const { assembled, pages, printed } = layOutWithImages(job, sources);
  return { ...printed, pages: drawnPages(pages, assembled) };
}

/** A report as a PDF. The same report with the same faces is the same bytes: its date is that of the report. */
export async function printReport(job: PrintJob, sources: FaceSources): Promise<PrintedPdf> {
  const { report, images } = job;
  const { assembled, pages, printed } = layOut(job, (imageId) => images.has(imageId), sources);
  const metadata = {
    title: printableText(assembled.title),
    author: printableText(report.meta.issuingOrgan),
    createdAt: new Date(report.updatedAt),
  };
  // the pages alone are asked for far more often, and need no PDF library
  const { drawPdf } = await import("./draw/draw-pdf.ts");
  return { ...printed, bytes: await drawPdf({ pages, openFace, images, metadata }) };
}
