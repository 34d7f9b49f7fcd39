import { DocumentGridType, PageOrientation } from "docx";
import type { Layout } from "../../layout/rules/layout.ts";
import { mmToTwip } from "../../layout/units.ts";

/** Paper and type area (GB/T 9704-2012 5.1, 5.2.1). */
export const docxPage = (layout: Layout) => ({
  size: { width: layout.frameTwips.width, height: layout.frameTwips.height },
  margin: {
    top: layout.frameTwips.top,
    right: mmToTwip(layout.marginRightMm),
    bottom: mmToTwip(layout.marginBottomMm),
    left: layout.frameTwips.left,
    header: mmToTwip(layout.draftStampFromTopMm),
    footer: mmToTwip(layout.pageNumberFromBottomMm),
    gutter: 0,
  },
});

/** The same sheet turned for wide tables (8): its left edge is the upper one. */
export function turnedDocxPage(layout: Layout) {
  const { size, margin } = docxPage(layout);
  return {
    // the library turns the sizes
    size: { ...size, orientation: PageOrientation.LANDSCAPE },
    margin: {
      top: margin.left,
      right: margin.top,
      bottom: margin.right,
      left: margin.bottom,
      // what stands in header and footer has its place on the paper; they themselves keep clear of the text
      header: Math.round(margin.left / 2),
      footer: Math.round(margin.right / 2),
      gutter: 0,
    },
  };
}

/** What a page of so many lines may leave empty and still count as filled. */
const FILLED_TWIPS = 60;

/**
 * 22 lines a page (5.2.3). A grid of characters as well would give 18 a line in LibreOffice. Lines that do not fill the
 * page have no grid: their height is exact anyway, and LibreOffice would lose what the grid leaves over at the foot also
 * where a title or a table stands off the lines.
 */
export function docxGrid({ frameTwips, linesPerPage, linePitchPt, titleLinePitchPt }: Layout) {
  const { typeAreaHeight, linePitch } = frameTwips;
  const isFilled = typeAreaHeight - linesPerPage * linePitch <= FILLED_TWIPS;
  return {
    type: isFilled && titleLinePitchPt === linePitchPt ? DocumentGridType.LINES : DocumentGridType.DEFAULT,
    linePitch,
  };
}
