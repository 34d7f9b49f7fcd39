import { breakLines } from "../lines/break-lines.ts";
import { lineWidthTwips, placeLine } from "../lines/place-line.ts";
import { setText } from "../lines/set-text.ts";
import {
  type FrameLine,
  type FramePiece,
  type FrameRow,
  type FrameRules,
  type JointMark,
  rowTwips,
} from "../frame/frame-row.ts";
import { ptToTwip, twipToPt } from "../units.ts";
import type { LaidBlock } from "./laid-block.ts";
import type { LaidRow } from "./laid-row.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { FrameElement, Line, PageItem, Run } from "./page.ts";
import { baselineOf } from "./baseline.ts";

/** Text of any width on one line: whoever made the row has seen to its room. */
const anyWidth = { firstTwips: Infinity, restTwips: Infinity };

function runsOfPiece({ spans, anchor, atTwips }: FramePiece, { faces, habits, layout }: LayoutContext): readonly Run[] {
  const texts = spans.map(({ text, role, sizePt, spacingTwips, colour }) => ({
    text,
    look: { role, sizeTwips: ptToTwip(sizePt), spacingTwips, riseTwips: 0, bold: false, colour },
  }));
  const set = setText(texts, { faces, scriptSpaceEm: habits.scriptSpaceEm, tabStopTwips: 1, firstIndentTwips: 0 });
  const [line] = breakLines(set, anyWidth);
  if (line === undefined || set.length === 0) return [];
  const own = lineWidthTwips(set, line);
  const left = layout.frameTwips.left + atTwips - (anchor === "start" ? 0 : anchor === "end" ? own : own / 2);
  return placeLine(set, line, { leftTwips: left, measureTwips: own, alignment: "start" });
}

type ItemPart = { readonly item: number; readonly element: FrameElement; readonly start: number };

function lineOf(runs: readonly Run[], baselineTwips: number, { item, element, start }: ItemPart): readonly Line[] {
  if (runs.length === 0) return [];
  const end = start + runs.reduce((length, { text }) => length + text.length, 0);
  const part = { item, source: { kind: "frame", element }, role: { kind: "paragraph" }, start, end } as const;
  return [{ kind: "line", baselinePt: twipToPt(baselineTwips), runs, part }];
}

function placePieces(row: FrameLine, topTwips: number, item: number, context: LayoutContext): readonly PageItem[] {
  const runs = row.pieces.flatMap((piece) => runsOfPiece(piece, context));
  return lineOf(runs, topTwips + baselineOf(row.pitchTwips), { item, element: row.element, start: 0 });
}

function placeMark(mark: JointMark, topTwips: number, item: number, context: LayoutContext): readonly PageItem[] {
  const { organs, suffix, pitchTwips, leftTwips, organsTwips, element } = mark;
  let start = 0;
  const lines = organs.flatMap((organ, index) => {
    const runs = runsOfPiece({ spans: [organ], anchor: "start", atTwips: leftTwips }, context);
    const placed = lineOf(runs, topTwips + index * pitchTwips + baselineOf(pitchTwips), { item, element, start });
    start += organ.text.length;
    return placed;
  });
  const runs = runsOfPiece({ spans: [suffix], anchor: "start", atTwips: leftTwips + organsTwips }, context);
  const middle = topTwips + ((organs.length - 1) * pitchTwips) / 2;
  return [...lines, ...lineOf(runs, middle + baselineOf(pitchTwips), { item, element, start })];
}

function placeRules(rules: FrameRules, topTwips: number, { layout }: LayoutContext): readonly PageItem[] {
  let top = topTwips + rules.pitchTwips;
  return rules.thicknessTwips.map((thickness) => {
    const y = twipToPt(top + thickness / 2);
    top += thickness + rules.gapTwips;
    const left = layout.frameTwips.left + rules.leftTwips;
    return {
      kind: "rule",
      x1Pt: twipToPt(left),
      y1Pt: y,
      x2Pt: twipToPt(left + rules.widthTwips),
      y2Pt: y,
      thicknessPt: twipToPt(thickness),
      colour: rules.colour,
    };
  });
}

/** What a row shows, from the paper's top edge. */
export function placeFrameRow(
  row: FrameRow,
  topTwips: number,
  item: number,
  context: LayoutContext,
): readonly PageItem[] {
  switch (row.kind) {
    case "line":
      return placePieces(row, topTwips, item, context);
    case "jointMark":
      return placeMark(row, topTwips, item, context);
    case "rules":
      return placeRules(row, topTwips, context);
  }
}

/** A row of 版头 as a block above the text. */
export function layOutFrameRow(row: FrameRow, item: number, context: LayoutContext): LaidBlock {
  const laid: LaidRow = {
    heightTwips: rowTwips(row),
    place: (topTwips) => placeFrameRow(row, row.fixedTwips ?? topTwips, item, context),
  };
  return {
    content: { kind: "rows", rows: [laid] },
    frame: context.layout.frameTwips,
    beforeTwips: row.beforeTwips,
    afterTwips: row.afterTwips,
    startsPage: false,
    keepWithNext: false,
    keepTogether: false,
  };
}
