import type { ExportFormat, Warning } from "../../core/contract.ts";
import type { Inspection } from "../../core/inspect/inspection.ts";
import { AppError } from "../../core/result.ts";
import type { PdfPrinter } from "../pdf/printer.ts";
import type { RenderSource } from "./render.ts";

type Made = { readonly format: ExportFormat; readonly bytes: Uint8Array };
type Inspected = { readonly inspection: Inspection | null; readonly warnings: readonly Warning[] };

const notInspected: Warning = {
  code: "inspection-failed",
  message: "文件都做好了，只是这次没有做成版面体检。需要体检单时请再导出一次。",
};

/**
 * 版面体检单 of the files of an export; null: none of them has pages, or they could not be measured, which is said and is
 * no reason to lose them.
 * @throws AppError cancelled
 */
export async function inspectMade(
  made: readonly Made[],
  { report, images, style, stamped, program }: RenderSource,
  printer: Pick<PdfPrinter, "inspect">,
  signal: AbortSignal,
): Promise<Inspected> {
  const bytesOf = (format: ExportFormat): Uint8Array | null =>
    made.find((file) => file.format === format)?.bytes ?? null;
  const [docx, pdf] = [bytesOf("docx"), bytesOf("pdf")];
  if (docx === null && pdf === null) return { inspection: null, warnings: [] };
  const job = { report, imageIds: [...images.keys()], style, stamped, program, docx, pdf };
  try {
    return { inspection: await printer.inspect(job, signal), warnings: [] };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "cancelled") throw error;
    return { inspection: null, warnings: [notInspected] };
  }
}
