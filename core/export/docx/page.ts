import { DocumentGridType } from "docx";
import { draftStampFromTopMm, gbt9704 as layout, pageNumberFromBottomMm } from "../../layout/gbt9704.ts";
import { mmToTwip, ptToTwip } from "../../layout/units.ts";

const width = mmToTwip(layout.pageWidthMm);
const left = mmToTwip(layout.marginLeftMm);
const right = mmToTwip(layout.marginRightMm);

/** Paper and type area (GB/T 9704-2012 5.1, 5.2.1). */
export const docxPage = {
  size: { width, height: mmToTwip(layout.pageHeightMm) },
  margin: {
    top: mmToTwip(layout.marginTopMm),
    right,
    bottom: mmToTwip(layout.marginBottomMm),
    left,
    header: mmToTwip(draftStampFromTopMm),
    footer: mmToTwip(pageNumberFromBottomMm),
    gutter: 0,
  },
} as const;

/** 22 lines a page (5.2.3). A grid of characters as well would give 18 a line in LibreOffice. */
export const docxGrid = { type: DocumentGridType.LINES, linePitch: ptToTwip(layout.linePitchPt) } as const;

/** What is left between the margins once each is a whole number of twips. */
export const typeAreaWidthTwips = width - left - right;
