import { breakLines, type BrokenLine } from "../lines/break-lines.ts";
import { placeLine, type Alignment } from "../lines/place-line.ts";
import { setText, type SetText, type TextSpan } from "../lines/set-text.ts";
import { charactersToPt, type Layout } from "../rules/layout.ts";
import { ptToTwip, twipToPt } from "../units.ts";
import type { LaidRow } from "./laid-row.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { PartRole, PartSource } from "./page.ts";
import { baselineOf } from "./baseline.ts";

/** How a paragraph stands between the edges it is given. Lengths in twips. */
export type ParagraphFormat = {
  readonly alignment: Alignment;
  readonly firstIndent: number;
  readonly leftIndent: number;
  readonly rightIndent: number;
  readonly pitch: number;
};

/** A justified line is a hair shorter than the type area, see `justifiedRightIndentPt`. */
export const justified = (layout: Layout): ParagraphFormat => ({
  alignment: "justify",
  firstIndent: 0,
  leftIndent: 0,
  rightIndent: ptToTwip(layout.justifiedRightIndentPt),
  pitch: layout.frameTwips.linePitch,
});
const firstIndentTwips = (layout: Layout): number => ptToTwip(charactersToPt(layout.firstLineIndentCharacters, layout));
export const indented = (layout: Layout): ParagraphFormat => ({
  ...justified(layout),
  firstIndent: firstIndentTwips(layout),
});
export const centred = (layout: Layout): ParagraphFormat => ({
  ...justified(layout),
  alignment: "center",
  rightIndent: 0,
});

/** A paragraph's lines and where each begins. */
export type LaidText = {
  readonly text: SetText;
  readonly lines: readonly BrokenLine[];
  readonly format: ParagraphFormat;
  /** Room between the edges, indents not taken off. */
  readonly widthTwips: number;
  /** Of the type area, from the paper's left edge. */
  readonly leftTwips: number;
};

/** Breaks a paragraph into lines; `ranges` are its writer's or the title's own lines, in UTF-16 units. */
export function layOutText(
  spans: readonly TextSpan[],
  format: ParagraphFormat,
  context: LayoutContext,
  {
    widthTwips = context.layout.frameTwips.typeAreaWidth,
    ranges = null as readonly Range[] | null,
    mayHang = true,
  } = {},
): LaidText {
  const text = setText(spans, {
    faces: context.faces,
    scriptSpaceEm: context.habits.scriptSpaceEm,
    tabStopTwips: firstIndentTwips(context.layout),
    firstIndentTwips: format.firstIndent,
  });
  const restTwips = widthTwips - format.leftIndent - format.rightIndent;
  const measures = { firstTwips: restTwips - format.firstIndent, restTwips, mayHang };
  const lines =
    ranges === null
      ? breakLines(text, measures)
      : ranges.flatMap(({ start, end }) => breakLines(text, measures, indexOf(text, start), indexOf(text, end)));
  return { text, lines, format, widthTwips, leftTwips: context.layout.frameTwips.left };
}

type Range = { readonly start: number; readonly end: number };

/** The first character at or behind an offset: offsets grow, so a search by halves finds it. */
function indexOf({ offsets, length }: SetText, offset: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export type PartOfItem = {
  readonly item: number;
  readonly source: PartSource;
  readonly role: PartRole;
};

/** The lines as rows for a page: between the type area's edges. */
export const rowsOf = (laid: LaidText, part: PartOfItem): readonly LaidRow[] =>
  laid.lines.map((line, index) => ({
    heightTwips: laid.format.pitch,
    place: (topTwips) => {
      const runs = runsOf(laid, index, laid.leftTwips);
      if (runs.length === 0) return [];
      return [
        {
          kind: "line",
          baselinePt: twipToPt(topTwips + baselineOf(laid.format.pitch)),
          runs,
          part: { ...part, ...stretchOf(laid, line) },
        },
      ];
    },
  }));

/** @param leftTwips the left edge of the paragraph's room, from the paper's left edge */
function runsOf({ text, lines, format, widthTwips }: LaidText, index: number, leftTwips: number) {
  const line = lines[index];
  if (line === undefined) return [];
  const indent = format.leftIndent + (index === 0 ? format.firstIndent : 0);
  return placeLine(text, line, {
    leftTwips: leftTwips + indent,
    measureTwips: widthTwips - indent - format.rightIndent,
    alignment: format.alignment,
  });
}

/** The stretch of the printed text that a line shows. */
export const stretchOf = ({ text }: LaidText, line: BrokenLine): Range => ({
  start: text.offsets[line.start] ?? 0,
  end: text.offsets[line.end] ?? 0,
});
