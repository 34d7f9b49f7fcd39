import { type Letterhead, signerLabel } from "../../document/letterhead.ts";
import { charactersToPt, faces, gbt9704 as layout, strokesEm } from "../gbt9704.ts";
import { baselineOf, frameTwips } from "../pages/page-frame.ts";
import { textWidthPt } from "../signature.ts";
import { mmToTwip, ptToTwip } from "../units.ts";
import type { FramePiece, FrameRow } from "./frame-row.ts";
import { letterRows } from "./letter-rows.ts";
import { bodySpan, lineRow } from "./line-row.ts";
import { markRows, markSizeOf, whiteBelow } from "./mark-rows.ts";
import { markings } from "./markings.ts";

const pitch = frameTwips.linePitch;
const width = frameTwips.typeAreaWidth;

const markingRows = (head: Letterhead): readonly FrameRow[] =>
  markings(head).map(({ element, piece }) => lineRow(element, [piece]));

/** 发文字号 in the middle, or at the left with 签发人 at the right, two a line, on the line of the last of them (7.2.5, 7.2.6). */
function numberRows({ number, signedOffBy }: Letterhead, beforeTwips: number): readonly FrameRow[] {
  const spans = [bodySpan(number, faces.body)];
  if (signedOffBy.length === 0) {
    return [lineRow("documentNumber", [{ spans, anchor: "center", atTwips: width / 2 }], { beforeTwips })];
  }
  const rows = signerPieces(signedOffBy);
  const numberPiece: FramePiece = {
    spans,
    anchor: "start",
    atTwips: ptToTwip(charactersToPt(layout.numberIndentCharacters)),
  };
  return rows.map((pieces, index) =>
    lineRow("documentNumber", index === rows.length - 1 && number !== "" ? [numberPiece, ...pieces] : pieces, {
      beforeTwips: index === 0 ? beforeTwips : 0,
    }),
  );
}

function signerPieces(names: readonly string[]): readonly (readonly FramePiece[])[] {
  const right = width - ptToTwip(charactersToPt(layout.signerRightIndentCharacters));
  const perLine = Math.min(names.length, layout.signersPerLine);
  const column = ptToTwip(Math.max(...names.map(textWidthPt)));
  const step = column + ptToTwip(charactersToPt(1));
  const first = right - column - (perLine - 1) * step;
  const label = ptToTwip(textWidthPt(signerLabel));
  return Array.from({ length: Math.ceil(names.length / perLine) }, (_, row) =>
    names.slice(row * perLine, (row + 1) * perLine).map((name, index): FramePiece => {
      const nameSpan = bodySpan(name, faces.signer);
      const at = first + index * step;
      if (row > 0 || index > 0) return { spans: [nameSpan], anchor: "start", atTwips: at };
      return { spans: [bodySpan(signerLabel, faces.body), nameSpan], anchor: "start", atTwips: at - label };
    }),
  );
}

/** The strokes of 发文字号 end this far above the end of its line, and the red rule stands so far below them (7.2.7). */
const belowNumber = pitch - baselineOf(pitch) - ptToTwip(layout.bodySizePt * strokesEm.below);
const ruleThickness = ptToTwip(layout.redRuleThicknessPt);

const redRule: FrameRow = {
  kind: "rules",
  pitchTwips: mmToTwip(layout.redRuleDistanceMm) - belowNumber - ruleThickness / 2,
  thicknessTwips: [ruleThickness],
  gapTwips: 0,
  leftTwips: 0,
  widthTwips: width,
  colour: "red",
  beforeTwips: 0,
  afterTwips: layout.titleBlankLinesUnderRule * pitch,
  fixedTwips: null,
};

/**
 * 版头 of a document and of 纪要 (7.2, 10.3): markings, 发文机关标志, 发文字号, the red rule.
 * @param sizePt of the mark; null: as large as its line allows
 */
function documentRows(head: Letterhead, sizePt: number | null): readonly FrameRow[] {
  const above = markingRows(head);
  const topMm = head.form === "minutes" ? layout.minutesMarkTopMm : layout.markTopMm;
  const place = { topTwips: mmToTwip(topMm), usedTwips: above.length * pitch, sizePt };
  const mark = markRows(head, place);
  return [...above, ...mark, ...numberRows(head, numberWhite(mark, layout.numberBlankLinesBefore)), redRule];
}

/** Blank lines below the strokes of a mark. */
const numberWhite = (mark: readonly FrameRow[], blankLines: number): number =>
  Math.max(0, blankLines * pitch - whiteBelow(markSizeOf(mark)));

/** 版头 of an order (10.2): 发文机关标志, 令号, no rule. */
function orderRows(head: Letterhead, sizePt: number | null): readonly FrameRow[] {
  const above = markingRows(head);
  // markings that reach into its place push the mark down
  const topTwips = Math.max(mmToTwip(layout.orderMarkTopMm), above.length * pitch + pitch);
  const mark = markRows(head, { topTwips, usedTwips: above.length * pitch, sizePt });
  const number = numberRows(head, numberWhite(mark, layout.orderNumberBlankLinesBefore));
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
export function letterheadRows(head: Letterhead, sizePt: number | null): readonly FrameRow[] {
  if (head.form === "letter") return letterRows(head, sizePt);
  return head.form === "order" ? orderRows(head, sizePt) : documentRows(head, sizePt);
}
