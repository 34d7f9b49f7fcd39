import { typeAreaWidthPt } from "../../../core/layout/gbt9704.ts";
import { ptToPx } from "../../../core/layout/units.ts";

/** Width of the 版心 in CSS px. */
export const typeAreaWidthPx = ptToPx(typeAreaWidthPt);
