import type { PrintedInline } from "../../document/printed-block.ts";
import { printedText } from "../../document/content-text.ts";
import { lookOf } from "../../document/look.ts";
import type { FontRole } from "../font-role.ts";
import type { TextLook, TextSpan } from "../lines/set-text.ts";
import type { Layout } from "../rules/layout.ts";
import { ptToTwip } from "../units.ts";
import type { LayoutContext } from "./layout-context.ts";

type LooksContext = Pick<LayoutContext, "habits" | "faces">;

/** Every Chinese face has it: 文. */
export const ORDINARY_CHARACTER = 0x6587;

/** Looks of the report's texts before 加粗, 上标 and 下标. */
export const bodyLook = (role: FontRole, layout: Layout): TextLook => ({
  role,
  sizeTwips: ptToTwip(layout.bodySizePt),
  spacingTwips: ptToTwip(layout.characterSpacingPt),
  riseTwips: 0,
  bold: false,
});

export const unspacedLook = (role: FontRole, sizePt: number): TextLook => ({
  role,
  sizeTwips: ptToTwip(sizePt),
  spacingTwips: 0,
  riseTwips: 0,
  bold: false,
});

/** Content as spans in a look. Their texts are the content's printed text, piece by piece. */
export function spansOf(content: readonly PrintedInline[], base: TextLook, context: LooksContext): readonly TextSpan[] {
  return content.map((inline) => {
    const { bold, script } = lookOf(inline);
    const text = printedText([inline]);
    if (bold === undefined && script === undefined) return { text, look: base };
    const weighted = { ...base, bold: bold ?? false };
    return { text, look: script === undefined ? weighted : raised(weighted, script, context) };
  });
}

function raised(look: TextLook, script: "super" | "sub", { habits, faces }: LooksContext): TextLook {
  const { scriptSizeRatio: ratio, raiseEm, lowerEm } = habits;
  const topEm = faces.heightOf(faces.setCharacter(look.role, ORDINARY_CHARACTER).face).ascentEm * (1 - ratio);
  const riseEm = script === "sub" ? -lowerEm : raiseEm === "top" ? topEm : raiseEm;
  return { ...look, sizeTwips: look.sizeTwips * ratio, riseTwips: look.sizeTwips * riseEm };
}
