import type { ReportDocument } from "../../core/document/schema.ts";
import { AppError } from "../../core/result.ts";
import type { ImageFiles } from "./images.ts";

/**
 * Keeps images that came with a report beside the library's reports.
 * @throws AppError image-unsupported, image-too-large, report-damaged when an image is not the one its id names
 */
export async function keepImages(
  given: ReadonlyMap<string, { readonly bytes: Uint8Array }>,
  images: ImageFiles,
): Promise<void> {
  for (const [imageId, { bytes }] of given) {
    const added = await images.add(bytes, "");
    if (added.imageId !== imageId) throw new AppError("report-damaged");
  }
}

/**
 * Takes the images out of a report that travelled as one file and keeps them beside the library's reports.
 * @throws AppError as `keepImages`
 */
export async function extractImages(report: ReportDocument, images: ImageFiles): Promise<ReportDocument> {
  const given = Object.entries(report.images);
  await keepImages(new Map(given.map(([id, { base64 }]) => [id, { bytes: Buffer.from(base64, "base64") }])), images);
  return { ...report, images: {} };
}
