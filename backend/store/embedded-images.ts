import type { ReportDocument } from "../../core/document/schema.ts";
import { AppError } from "../../core/result.ts";
import type { ImageFiles } from "./images.ts";

/**
 * Takes the images out of a report that travelled as one file and keeps them beside the library's reports.
 * @throws AppError image-unsupported, image-too-large, report-damaged when an image is not the one its id names
 */
export async function extractImages(report: ReportDocument, images: ImageFiles): Promise<ReportDocument> {
  for (const [imageId, { base64 }] of Object.entries(report.images)) {
    const added = await images.add(Buffer.from(base64, "base64"), "");
    if (added.imageId !== imageId) throw new AppError("report-damaged");
  }
  return { ...report, images: {} };
}
