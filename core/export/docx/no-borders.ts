import { BorderStyle, WidthType } from "docx";

const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;

/** A table that only puts things in their places. */
export const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
} as const;
export const noMargins = { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA } as const;
