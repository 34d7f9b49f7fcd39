import type { Letterhead } from "../../document/letterhead.ts";
import { faces, gbt9704, strokesEm } from "../gbt9704.ts";
import { baselineOf } from "../pages/baseline.ts";
import type { FrameTwips, Layout } from "../rules/layout.ts";
import { mmToTwip, ptToTwip } from "../units.ts";
import { ownTwips, type FramePiece, type FrameRow, type FrameRules } from "./frame-row.ts";
import { bodySpan, lineRow } from "./line-row.ts";
import { markRows, markSizeOf, whiteAbove, whiteBelow } from "./mark-rows.ts";
import { markings } from "./markings.ts";

const thick = ptToTwip(gbt9704.letterThickRulePt);
const thin = ptToTwip(gbt9704.letterThinRulePt);

const doubleRule = (
  fixedTwips: number,
  thicknessTwips: readonly number[],
  frame: FrameTwips,
): FrameRow & FrameRules => {
  const widthTwips = mmToTwip(gbt9704.letterRuleWidthMm);
  return {
    kind: "rules",
    pitchTwips: 0,
    thicknessTwips,
    gapTwips: thin,
    leftTwips: Math.round((frame.width - widthTwips) / 2) - frame.left,
    widthTwips,
    colour: "red",
    beforeTwips: 0,
    afterTwips: 0,
    fixedTwips,
  };
};

/** The mark's rows from a place on the paper on; they take no room in the text. */
function fixed(rows: readonly FrameRow[], topTwips: number): readonly FrameRow[] {
  let top = topTwips;
  return rows.map((row) => {
    const placed = { ...row, beforeTwips: 0, fixedTwips: top };
    top += ownTwips(row);
    return placed;
  });
}

/** 份号, 密级 and 紧急程度 at the left, 发文字号 at the right of the first line below the red rule. */
function elementRows(head: Letterhead, layout: Layout): readonly FrameRow[] {
  const { number } = head;
  const { linePitch: pitchTwips, typeAreaWidth } = layout.frameTwips;
  const pieces = markings(head, layout).map(({ piece }) => piece);
  const numberPiece: FramePiece = {
    spans: [bodySpan(number, faces.body, layout)],
    anchor: "end",
    atTwips: typeAreaWidth,
  };
  const lines = Array.from({ length: Math.max(1, pieces.length) }, (_, index) => [
    ...pieces.slice(index, index + 1),
    ...(index === 0 && number !== "" ? [numberPiece] : []),
  ]);
  return lines.map((line) => lineRow("documentNumber", line, { pitchTwips }));
}

/** From the top of a line of body text to the upper edge of its strokes. */
const aboveStrokes = (pitchTwips: number): number =>
  baselineOf(pitchTwips) - ptToTwip(gbt9704.bodySizePt * strokesEm.above);

/** 信函 (10.1): the mark 30 mm below the paper's top edge, double red rules below it and at the foot of the first page. */
export function letterRows(head: Letterhead, sizePt: number | null, layout: Layout): readonly FrameRow[] {
  const { frameTwips } = layout;
  const pitch = frameTwips.linePitch;
  const mark = markRows(head, { topTwips: 0, usedTwips: 0, sizePt }, frameTwips);
  const size = markSizeOf(mark);
  const markTop = mmToTwip(layout.letterMarkFromTopMm) - whiteAbove(size);
  const markEnd = markTop + mark.reduce((sum, row) => sum + ownTwips(row), 0) - whiteBelow(size);
  const first = doubleRule(markEnd + mmToTwip(layout.letterRuleDistanceMm), [thick, thin], frameTwips);
  const ruleEnd = (first.fixedTwips ?? 0) + ownTwips(first);
  const foot = frameTwips.height - mmToTwip(layout.letterRuleFromBottomMm) - ownTwips(first) / 2;
  const rows = elementRows(head, layout);
  const white = ptToTwip(layout.letterWhiteBelowRuleEm * layout.bodySizePt) - aboveStrokes(pitch);
  const beforeTwips = Math.max(0, ruleEnd + white - frameTwips.top);
  return [
    ...fixed(mark, markTop),
    first,
    doubleRule(Math.round(foot), [thin, thick], frameTwips),
    ...rows.map((row, index) => ({
      ...row,
      ...(index === 0 ? { beforeTwips } : {}),
      ...(index === rows.length - 1 ? { afterTwips: layout.letterTitleBlankLinesBefore * pitch } : {}),
    })),
  ];
}
