import type { FontRole } from "../font-role.ts";
import type { FrameElement } from "../pages/page.ts";
import type { Layout } from "../rules/layout.ts";
import { ptToTwip } from "../units.ts";
import type { FramePiece, FrameRow, FrameSpan } from "./frame-row.ts";

/** 三号 text as the body has it. */
export const bodySpan = (text: string, role: FontRole, layout: Layout): FrameSpan => ({
  text,
  role,
  sizePt: layout.bodySizePt,
  spacingTwips: ptToTwip(layout.characterSpacingPt),
  colour: "black",
});

export const lineRow = (
  element: FrameElement,
  pieces: readonly FramePiece[],
  white: Partial<Pick<FrameRow, "beforeTwips" | "afterTwips" | "fixedTwips">> & { readonly pitchTwips: number },
): FrameRow => ({
  kind: "line",
  element,
  pieces,
  beforeTwips: 0,
  afterTwips: 0,
  fixedTwips: null,
  ...white,
});
