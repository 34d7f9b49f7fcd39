import type { Letterhead } from "../../document/letterhead.ts";
import type { FontRole } from "../font-role.ts";
import { charactersToPt, faces, gbt9704 as layout, strokesEm } from "../gbt9704.ts";
import { frameTwips } from "../pages/page-frame.ts";
import { textWidthPt } from "../signature.ts";
import { mmToTwip, ptToTwip } from "../units.ts";
import type { FrameElement } from "../pages/page.ts";
import type { FramePiece, FrameRow, FrameSpan } from "./frame-row.ts";
import { emWidth, jointSizePt, singleMark, spreadTwips } from "./mark-lines.ts";

const pitch = frameTwips.linePitch;
const width = frameTwips.typeAreaWidth;

/** 三号 text as the body has it. */
const bodySpan = (text: string, role: FontRole): FrameSpan => ({
  text,
  role,
  sizePt: layout.bodySizePt,
  spacingTwips: ptToTwip(layout.characterSpacingPt),
  colour: "black",
});

export const lineRow = (
  element: FrameElement,
  pieces: readonly FramePiece[],
  white: { readonly beforeTwips?: number; readonly afterTwips?: number; readonly pitchTwips?: number } = {},
): FrameRow => ({ kind: "line", element, pieces, beforeTwips: 0, afterTwips: 0, pitchTwips: pitch, ...white });

/** 份号, 密级和保密期限, 紧急程度, each on a line of its own at the top left (7.2.1–7.2.3). */
function markingRows(head: Letterhead): readonly FrameRow[] {
  const markings = [
    ["copyNumber", faces.body],
    ["secrecy", faces.marking],
    ["urgency", faces.marking],
  ] as const;
  return markings.flatMap(([element, role]) =>
    head[element] === ""
      ? []
      : [lineRow(element, [{ spans: [bodySpan(head[element], role)], anchor: "start", atTwips: 0 }])],
  );
}

/**
 * A line of exact height for strokes of a size: the baseline four fifths down lies one em below its top, so this much of
 * it is white above the strokes, and below them.
 */
const markPitchEm = 1.25;
const whiteAbove = (sizePt: number): number => ptToTwip(sizePt * (1 - strokesEm.above));
const whiteBelow = (sizePt: number): number => ptToTwip(sizePt * (markPitchEm - 1 - strokesEm.below));
const markPitch = (sizePt: number): number => ptToTwip(sizePt * markPitchEm);

const markSpan = (text: string, sizePt: number, spacingTwips = 0): FrameSpan => ({
  text,
  role: faces.mark,
  sizePt,
  spacingTwips,
  colour: "red",
});

/**
 * 发文机关标志 with the upper edge of its strokes so far below `usedTwips`' origin.
 * @param sizePt null: as large as its line allows
 */
function markRows(
  head: Letterhead,
  place: { readonly topTwips: number; readonly usedTwips: number; readonly sizePt: number | null },
): readonly FrameRow[] {
  const element = "issuingOrgan";
  const before = (sizePt: number): number => Math.max(0, place.topTwips - place.usedTwips - whiteAbove(sizePt));
  if (head.organs.length > 1) {
    const sizePt = Math.min(place.sizePt ?? Infinity, jointSizePt(head));
    const widest = Math.max(...head.organs.map(emWidth));
    const organsTwips = ptToTwip(widest * sizePt);
    const gap = head.suffix === "" ? 0 : ptToTwip(layout.markSuffixGapCharacters * sizePt);
    const suffixTwips = ptToTwip(emWidth(head.suffix) * sizePt);
    return [
      {
        kind: "jointMark",
        element,
        organs: head.organs.map((organ) => markSpan(organ, sizePt, spreadTwips(organ, widest, sizePt))),
        suffix: markSpan(head.suffix, sizePt),
        pitchTwips: markPitch(sizePt),
        leftTwips: Math.max(0, Math.floor((width - organsTwips - gap - suffixTwips) / 2)),
        organsTwips: organsTwips + gap,
        suffixTwips,
        beforeTwips: before(sizePt),
        afterTwips: 0,
      },
    ];
  }
  const { lines, sizePt } = singleMark(head);
  return lines.map((line, index) =>
    lineRow(element, [{ spans: [markSpan(line, sizePt)], anchor: "center", atTwips: width / 2 }], {
      beforeTwips: index === 0 ? before(sizePt) : 0,
      pitchTwips: markPitch(sizePt),
    }),
  );
}

/** The size that rows of a mark have. */
export function markSizeOf(rows: readonly FrameRow[]): number {
  const [row] = rows;
  if (row?.kind === "jointMark") return row.suffix.sizePt;
  return row?.kind === "line" ? (row.pieces[0]?.spans[0]?.sizePt ?? layout.markSizePt) : layout.markSizePt;
}

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

const signerLabel = "签发人：";

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
const belowNumber = ptToTwip(layout.linePitchPt / 5 - layout.bodySizePt * strokesEm.below);
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
};

/**
 * 版头 (7.2): markings, 发文机关标志, 发文字号, the red rule.
 * @param sizePt of the mark; null: as large as its line allows
 */
export function letterheadRows(head: Letterhead, sizePt: number | null): readonly FrameRow[] {
  const markings = markingRows(head);
  const mark = markRows(head, {
    topTwips: mmToTwip(layout.markTopMm),
    usedTwips: markings.length * pitch,
    sizePt,
  });
  const blank = layout.numberBlankLinesBefore * pitch - whiteBelow(markSizeOf(mark));
  return [...markings, ...mark, ...numberRows(head, Math.max(0, blank)), redRule];
}
