import type { Layout } from "../layout/rules/layout.ts";
import { mmToPt } from "../layout/units.ts";
import { isUpright, type PdfView } from "./pdf-view.ts";

/** 版心 in points from the paper's left and top edges (5.2.1). */
export const typeAreaPt = (layout: Layout) => ({
  left: mmToPt(layout.marginLeftMm),
  right: mmToPt(layout.marginLeftMm + layout.typeAreaWidthMm),
  top: mmToPt(layout.marginTopMm),
  bottom: mmToPt(layout.marginTopMm + layout.typeAreaHeightMm),
});

/** Of pages laid across: the sheet is turned clockwise, so that its left edge is the upper one (8). */
export function turnedTypeAreaPt(layout: Layout) {
  const { left, right, top, bottom } = typeAreaPt(layout);
  const heightPt = mmToPt(layout.pageHeightMm);
  return { left: heightPt - bottom, right: heightPt - top, top: left, bottom: right };
}

/** Of a page of a PDF. */
export const typeAreaOfPage = (view: Pick<PdfView, "pdf">, page: number, layout: Layout) =>
  isUpright(view, page) ? typeAreaPt(layout) : turnedTypeAreaPt(layout);

/** On a line of an exact height Word and LibreOffice set the baseline four fifths down. */
const ABOVE_BASELINE = 0.8;
export const topOfLine = (baselinePt: number, heightPt: number): number => baselinePt - heightPt * ABOVE_BASELINE;
export const bottomOfLine = (baselinePt: number, heightPt: number): number =>
  baselinePt + heightPt * (1 - ABOVE_BASELINE);
