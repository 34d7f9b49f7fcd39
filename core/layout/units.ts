/** Lengths: millimetres and points for people, twips, half-points for DOCX, pixels for the screen. */

const POINTS_PER_INCH = 72;
const MM_PER_INCH = 25.4;
const TWIPS_PER_POINT = 20;
const HALF_POINTS_PER_POINT = 2;
const CSS_PIXELS_PER_INCH = 96;

export const mmToPt = (mm: number): number => (mm * POINTS_PER_INCH) / MM_PER_INCH;
export const ptToMm = (pt: number): number => (pt * MM_PER_INCH) / POINTS_PER_INCH;
export const pxToPt = (px: number): number => (px * POINTS_PER_INCH) / CSS_PIXELS_PER_INCH;
export const ptToPx = (pt: number): number => (pt * CSS_PIXELS_PER_INCH) / POINTS_PER_INCH;

/** DOCX takes whole twips only. */
export const ptToTwip = (pt: number): number => Math.round(pt * TWIPS_PER_POINT);
/** Of the page at 100 %. */
export const TWIPS_PER_PX = 15;
export const twipToPt = (twip: number): number => twip / TWIPS_PER_POINT;
export const mmToTwip = (mm: number): number => ptToTwip(mmToPt(mm));
export const ptToHalfPoint = (pt: number): number => Math.round(pt * HALF_POINTS_PER_POINT);
