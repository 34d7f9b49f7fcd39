import type { Letterhead } from "../../document/letterhead.ts";
import { emWidth } from "../em-width.ts";
import { faces, gbt9704 as layout, strokesEm } from "../gbt9704.ts";
import type { FrameTwips } from "../rules/layout.ts";
import { ptToTwip } from "../units.ts";
import type { FrameRow, FrameSpan } from "./frame-row.ts";
import { lineRow } from "./line-row.ts";
import { jointSizePt, singleMark, spreadTwips } from "./mark-lines.ts";

/**
 * A line of exact height for strokes of a size: the baseline four fifths down lies one em below its top, so this much of
 * it is white above the strokes, and below them.
 */
export const markPitchEm = 1.25;
export const whiteAbove = (sizePt: number): number => ptToTwip(sizePt * (1 - strokesEm.above));
export const whiteBelow = (sizePt: number): number => ptToTwip(sizePt * (markPitchEm - 1 - strokesEm.below));
const markPitch = (sizePt: number): number => ptToTwip(sizePt * markPitchEm);

const markSpan = (text: string, sizePt: number, spacingTwips = 0): FrameSpan => ({
  text,
  role: faces.mark,
  sizePt,
  spacingTwips,
  colour: "red",
});

const centredRow = (span: FrameSpan, beforeTwips: number, width: number): FrameRow =>
  lineRow("issuingOrgan", [{ spans: [span], anchor: "center", atTwips: width / 2 }], {
    beforeTwips,
    pitchTwips: markPitch(span.sizePt),
  });

/**
 * 发文机关标志 with the upper edge of its strokes so far below `usedTwips`' origin.
 * @param sizePt null: as large as its line allows
 */
export function markRows(
  head: Letterhead,
  place: { readonly topTwips: number; readonly usedTwips: number; readonly sizePt: number | null },
  { typeAreaWidth: width }: FrameTwips,
): readonly FrameRow[] {
  const before = (sizePt: number): number => Math.max(0, place.topTwips - place.usedTwips - whiteAbove(sizePt));
  if (head.organs.length > 1) {
    const sizePt = Math.min(place.sizePt ?? Infinity, jointSizePt(head));
    const widest = Math.max(...head.organs.map(emWidth));
    const organs = head.organs.map((organ) => markSpan(organ, sizePt, spreadTwips(organ, widest, sizePt)));
    if (head.suffix === "") {
      return organs.map((span, index) => centredRow(span, index === 0 ? before(sizePt) : 0, width));
    }
    const organsTwips = ptToTwip(widest * sizePt);
    const gap = ptToTwip(layout.markSuffixGapCharacters * sizePt);
    const suffixTwips = ptToTwip(emWidth(head.suffix) * sizePt);
    return [
      {
        kind: "jointMark",
        element: "issuingOrgan",
        organs,
        suffix: markSpan(head.suffix, sizePt),
        pitchTwips: markPitch(sizePt),
        leftTwips: Math.max(0, Math.floor((width - organsTwips - gap - suffixTwips) / 2)),
        organsTwips: organsTwips + gap,
        suffixTwips,
        beforeTwips: before(sizePt),
        afterTwips: 0,
        fixedTwips: null,
      },
    ];
  }
  const { lines, sizePt } = singleMark(head);
  return lines.map((line, index) => centredRow(markSpan(line, sizePt), index === 0 ? before(sizePt) : 0, width));
}

/** The size that rows of a mark have. */
export function markSizeOf(rows: readonly FrameRow[]): number {
  const [row] = rows;
  if (row?.kind === "jointMark") return row.suffix.sizePt;
  return row?.kind === "line" ? (row.pieces[0]?.spans[0]?.sizePt ?? layout.markSizePt) : layout.markSizePt;
}
