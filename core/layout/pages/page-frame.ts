import { gbt9704 as layout } from "../gbt9704.ts";
import { mmToTwip, ptToTwip } from "../units.ts";

const width = mmToTwip(layout.pageWidthMm);
const height = mmToTwip(layout.pageHeightMm);
const left = mmToTwip(layout.marginLeftMm);
const top = mmToTwip(layout.marginTopMm);

/** Paper and type area in whole twips, as DOCX has them (GB/T 9704-2012 5.1, 5.2.1). */
export const frameTwips = {
  width,
  height,
  left,
  top,
  typeAreaWidth: width - left - mmToTwip(layout.marginRightMm),
  typeAreaHeight: height - top - mmToTwip(layout.marginBottomMm),
  linePitch: ptToTwip(layout.linePitchPt),
} as const;

/** On a line of an exact height both Word and LibreOffice set the baseline four fifths down. */
export const baselineOf = (heightTwips: number): number => Math.floor((heightTwips * 4) / 5);
