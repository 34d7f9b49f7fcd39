import { BorderStyle } from "docx";
import { gbt9704 as layout } from "../../layout/gbt9704.ts";

export const red = layout.red.slice(1).toUpperCase();

const EIGHTHS_PER_TWIP = 8 / 20;

/** A rule of a thickness in twips; DOCX counts eighths of a point. */
export const borderOf = (twips: number) =>
  ({ style: BorderStyle.SINGLE, size: Math.round(twips * EIGHTHS_PER_TWIP), color: "auto" }) as const;
