import type { DocumentItem, ImportedImages, InspectImage, Tally } from "./document-items.ts";
import { imageSizePt } from "../../layout/image-size.ts";
import { ptToMm } from "../../layout/units.ts";

/** A size that differs less from the natural one was not chosen by anybody. */
const sizeTolerancePt = 1.5;

/** Takes pictures into a report. */
export type PictureTaker = {
  readonly images: ImportedImages;
  /** @param widthPt as it is shown; null: its natural size */
  readonly take: (file: Uint8Array | null, widthPt: number | null) => readonly DocumentItem[];
};

export function createPictureTaker(inspectImage: InspectImage, tally: Tally): PictureTaker {
  const images = new Map<string, { readonly mediaType: "image/png" | "image/jpeg"; readonly bytes: Uint8Array }>();
  return {
    images,
    take: (file, widthPt) => {
      const header = file === null ? null : inspectImage(file);
      if (file === null || header === null) {
        tally.otherImages += 1;
        return [];
      }
      const { imageId, mediaType, widthPx, heightPx } = header;
      images.set(imageId, { mediaType, bytes: file });
      const natural = imageSizePt({ widthPx, heightPx, displayWidthMm: null }).widthPt;
      const isNatural = widthPt === null || widthPt <= 0 || Math.abs(widthPt - natural) < sizeTolerancePt;
      const displayWidthMm = isNatural ? null : Math.max(1, Math.round(ptToMm(widthPt) * 10) / 10);
      return [{ kind: "image", imageId, widthPx, heightPx, displayWidthMm, altText: "" }];
    },
  };
}
