import { type Letterhead, signerLabel } from "../../document/letterhead.ts";
import { faces, strokesEm } from "../gbt9704.ts";
import { baselineOf } from "../pages/baseline.ts";
import { charactersToPt, type Layout } from "../rules/layout.ts";
import { textWidthPt } from "../signature.ts";
import { mmToTwip, ptToTwip } from "../units.ts";
import type { FramePiece, FrameRow } from "./frame-row.ts";
import { letterRows } from "./letter-rows.ts";
import { bodySpan, lineRow } from "./line-row.ts";
import { markRows, markSizeOf, whiteBelow } from "./mark-rows.ts";
import { markings } from "./markings.ts";

const markingRows = (head: Letterhead, layout: Layout): readonly FrameRow[] =>
  markings(head, layout).map(({ element, piece }) =>
    lineRow(element, [piece], { pitchTwips: layout.frameTwips.linePitch }),
  );

/** 发文字号 in the middle, or at the left with 签发人 at the right, two a line, on the line of the last of them (7.2.5, 7.2.6). */
function numberRows({ number, signedOffBy }: Letterhead, beforeTwips: number, layout: Layout): readonly FrameRow[] {
  const { linePitch: pitchTwips, typeAreaWidth: width } = layout.frameTwips;
  const spans = [bodySpan(number, faces.body, layout)];
  if (signedOffBy.length === 0) {
    return [lineRow("documentNumber", [{ spans, anchor: "center", atTwips: width / 2 }], { beforeTwips, pitchTwips })];
  }
  const rows = signerPieces(signedOffBy, layout);
  const numberPiece: FramePiece = {
    spans,
    anchor: "start",
    atTwips: ptToTwip(charactersToPt(layout.numberIndentCharacters, layout)),
  };
  return rows.map((pieces, index) =>
    lineRow("documentNumber", index === rows.length - 1 && number !== "" ? [numberPiece, ...pieces] : pieces, {
      beforeTwips: index === 0 ? beforeTwips : 0,
      pitchTwips,
    }),
  );
}

function signerPieces(names: readonly string[], layout: Layout): readonly (readonly FramePiece[])[] {
  const { typeAreaWidth } = layout.frameTwips;
  const right = typeAreaWidth - ptToTwip(charactersToPt(layout.signerRightIndentCharacters, layout));
  const perLine = Math.min(names.length, layout.signersPerLine);
  const column = ptToTwip(Math.max(...names.map((name) => textWidthPt(name, layout))));
  const step = column + ptToTwip(charactersToPt(1, layout));
  const first = right - column - (perLine - 1) * step;
  const label = ptToTwip(textWidthPt(signerLabel, layout));
  return Array.from({ length: Math.ceil(names.length / perLine) }, (_, row) =>
    names.slice(row * perLine, (row + 1) * perLine).map((name, index): FramePiece => {
      const nameSpan = bodySpan(name, faces.signer, layout);
      const at = first + index * step;
      if (row > 0 || index > 0) return { spans: [nameSpan], anchor: "start", atTwips: at };
      return { spans: [bodySpan(signerLabel, faces.body, layout), nameSpan], anchor: "start", atTwips: at - label };
    }),
  );
}

/** The red rule below 发文字号 (7.2.7). */
function redRule(layout: Layout): FrameRow {
  const { linePitch: pitch, typeAreaWidth } = layout.frameTwips;
  // the strokes of 发文字号 end this far above the end of its line
  const belowNumber = pitch - baselineOf(pitch) - ptToTwip(layout.bodySizePt * strokesEm.below);
  const thickness = ptToTwip(layout.redRuleThicknessPt);
  return {
    kind: "rules",
    pitchTwips: mmToTwip(layout.redRuleDistanceMm) - belowNumber - thickness / 2,
    thicknessTwips: [thickness],
    gapTwips: 0,
    leftTwips: 0,
    widthTwips: typeAreaWidth,
    colour: "red",
    beforeTwips: 0,
    afterTwips: layout.titleBlankLinesUnderRule * pitch,
    fixedTwips: null,
  };
}

/**
 * 版头 of a document and of 纪要 (7.2, 10.3): markings, 发文机关标志, 发文字号, the red rule.
 * @param sizePt of the mark; null: as large as its line allows
 */
function documentRows(head: Letterhead, sizePt: number | null, layout: Layout): readonly FrameRow[] {
  const pitch = layout.frameTwips.linePitch;
  const above = markingRows(head, layout);
  const topMm = head.form === "minutes" ? layout.minutesMarkTopMm : layout.markTopMm;
  const place = { topTwips: mmToTwip(topMm), usedTwips: above.length * pitch, sizePt };
  const mark = markRows(head, place, layout.frameTwips);
  const white = numberWhite(mark, layout.numberBlankLinesBefore * pitch);
  return [...above, ...mark, ...numberRows(head, white, layout), redRule(layout)];
}

/** White below the strokes of a mark. */
const numberWhite = (mark: readonly FrameRow[], whiteTwips: number): number =>
  Math.max(0, whiteTwips - whiteBelow(markSizeOf(mark)));

/** 版头 of an order (10.2): 发文机关标志, 令号, no rule. */
function orderRows(head: Letterhead, sizePt: number | null, layout: Layout): readonly FrameRow[] {
  const pitch = layout.frameTwips.linePitch;
  const above = markingRows(head, layout);
  // markings that reach into its place push the mark down
  const topTwips = Math.max(mmToTwip(layout.orderMarkTopMm), above.length * pitch + pitch);
  const mark = markRows(head, { topTwips, usedTwips: above.length * pitch, sizePt }, layout.frameTwips);
  const number = numberRows(head, numberWhite(mark, layout.orderNumberBlankLinesBefore * pitch), layout);
  const afterTwips = layout.orderNumberBlankLinesAfter * pitch;
  return [
    ...above,
    ...mark,
    ...number.map((row, index) => (index === number.length - 1 ? { ...row, afterTwips } : row)),
  ];
}

/**
 * 版头 of a report.
 * @param sizePt of the mark; null: as large as its line allows
 */
export function letterheadRows(head: Letterhead, sizePt: number | null, layout: Layout): readonly FrameRow[] {
  if (head.form === "letter") return letterRows(head, sizePt, layout);
  return head.form === "order" ? orderRows(head, sizePt, layout) : documentRows(head, sizePt, layout);
}
