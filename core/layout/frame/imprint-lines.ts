import type { Imprint } from "../../document/imprint.ts";
import { gbt9704 } from "../gbt9704.ts";
import type { FrameElement } from "../pages/page.ts";
import type { Layout } from "../rules/layout.ts";
import { textWidthPt } from "../signature.ts";
import { ptToTwip } from "../units.ts";

/** One entry of 版记: a paragraph whose further lines begin behind its label, or two texts at the ends of a line. */
export type ImprintEntry =
  | { readonly kind: "names"; readonly element: FrameElement; readonly label: string; readonly names: string }
  | { readonly kind: "ends"; readonly element: FrameElement; readonly start: string; readonly end: string };

/** Entries that a rule parts from the next group; 主送 and 抄送 have none between them (7.4.2). */
export function imprintGroups(imprint: Imprint, layout: Layout): readonly (readonly ImprintEntry[])[] {
  const { recipients, copyRecipients, printingOrgan, printingDate } = imprint;
  const names = (label: string, text: string): readonly ImprintEntry[] =>
    text === "" ? [] : [{ kind: "names", element: "copyRecipients", label, names: text }];
  const element = "printingOrgan";
  const width = ptToTwip(textWidthPt(printingOrgan + printingDate, layout)) + 4 * imprintTwips.indent;
  // what does not stand side by side stands below each other
  const printing: readonly ImprintEntry[] =
    width <= layout.frameTwips.typeAreaWidth
      ? [{ kind: "ends", element, start: printingOrgan, end: printingDate }]
      : [
          { kind: "names", element, label: "", names: printingOrgan },
          { kind: "ends", element, start: "", end: printingDate },
        ];
  return [
    [...names("主送：", recipients === "" ? "" : `${recipients}。`), ...names("抄送：", copyRecipients)],
    printingOrgan === "" && printingDate === "" ? [] : printing,
  ].filter((group) => group.length > 0);
}

/** Lengths of 版记 (7.4) in twips. */
export const imprintTwips = {
  pitch: ptToTwip(gbt9704.imprintLinePitchPt),
  indent: ptToTwip(gbt9704.imprintIndentCharacters * gbt9704.imprintSizePt),
  outerRule: ptToTwip(gbt9704.imprintOuterRulePt),
  innerRule: ptToTwip(gbt9704.imprintInnerRulePt),
  /** A line that the DOCX hangs a table at the foot of the page on; it takes next to no room. */
  anchor: ptToTwip(1),
} as const;

/** Width of a label, which is Chinese alone, in the size of 版记. */
export const labelTwips = (label: string): number => ptToTwip(Array.from(label).length * gbt9704.imprintSizePt);
