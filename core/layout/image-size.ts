import { gbt9704 as layout } from "./gbt9704.ts";
import { mmToPt, pxToPt } from "./units.ts";

/** What of an image counts for its size on the page; see the image block. */
export type SizedImage = {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly displayWidthMm: number | null;
  /** A 图题 stands on its page. */
  readonly isCaptioned?: true;
};

/** Size on the page in points: as wide as chosen, or natural at 96 dpi, and never larger than the type area. */
export function imageSizePt(image: SizedImage): { readonly widthPt: number; readonly heightPt: number } {
  const wished = image.displayWidthMm === null ? pxToPt(image.widthPx) : mmToPt(image.displayWidthMm);
  const ratio = image.heightPx / image.widthPx;
  const captionMm = image.isCaptioned === true ? layout.imageCaptionRoomMm : 0;
  const highestPt = mmToPt(layout.imageMaxHeightMm - captionMm);
  const widthPt = Math.min(wished, mmToPt(layout.imageMaxWidthMm), highestPt / ratio);
  return { widthPt, heightPt: widthPt * ratio };
}
