import type { HeadingLevel } from "../../document/blocks.ts";
import { gbt9704Rules, gbt9704 as fixed, type HouseNumber } from "../gbt9704.ts";
import { mmToTwip, ptToMm, ptToTwip } from "../units.ts";
import { type HouseStyle, standardStyle } from "./house-style.ts";

/** Paper and type area in whole twips, as DOCX has them (GB/T 9704-2012 5.1, 5.2.1). */
export type FrameTwips = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly typeAreaWidth: number;
  readonly typeAreaHeight: number;
  readonly linePitch: number;
  /** The sheet lies on its side. */
  readonly isTurned: boolean;
};

/**
 * The layout that pages, DOCX, screen and inspection are made by: the numbers of GB/T 9704-2012, and in the places where
 * a house may have its own, those of the house.
 */
export type Layout = typeof fixed & { readonly [K in Exclude<HouseNumber, "pageNumberDash">]: number } & {
  readonly style: HouseStyle;
  readonly frameTwips: FrameTwips;
  /** The width that one 三号 character takes on its line. */
  readonly characterWidthPt: number;
  /** From the paper's bottom edge to the bottom of the page number's line: DOCX's footer distance. */
  readonly pageNumberFromBottomMm: number;
  /** From the paper's top edge to the top of the stamp's line: DOCX's header distance. */
  readonly draftStampFromTopMm: number;
  /** What stands before and behind the number of a page. */
  readonly pageNumberAround: readonly [before: string, after: string];
};

const dash = gbt9704Rules.pageNumberDash.value;

const pageNumberAround = {
  dashes: [`${dash} `, ` ${dash}`],
  hyphens: ["- ", " -"],
  plain: ["", ""],
  words: ["第 ", " 页"],
} as const satisfies Record<HouseStyle["pageNumberForm"], Layout["pageNumberAround"]>;

/**
 * On a line of an exact height Word and LibreOffice set the baseline four fifths down, and a dash or a Chinese character
 * has its middle 0.38 em above that: in this share of the line from its top stands what the standard measures.
 */
const middleOfLine = 0.8 - 0.38;

/** The layout of a house. The type area keeps its 156 × 225 mm (5.2.1): what a margin gains its opposite loses. */
export function layoutOf(style: HouseStyle): Layout {
  const { marginTopMm, marginLeftMm, linePitchPt, characterSpacingPt } = style;
  const marginRightMm = fixed.pageWidthMm - marginLeftMm - fixed.typeAreaWidthMm;
  const marginBottomMm = fixed.pageHeightMm - marginTopMm - fixed.typeAreaHeightMm;
  const [width, height] = [mmToTwip(fixed.pageWidthMm), mmToTwip(fixed.pageHeightMm)];
  const [left, top] = [mmToTwip(marginLeftMm), mmToTwip(marginTopMm)];
  const frameTwips = {
    ...{ width, height, left, top },
    typeAreaWidth: width - left - mmToTwip(marginRightMm),
    typeAreaHeight: height - top - mmToTwip(marginBottomMm),
    linePitch: ptToTwip(linePitchPt),
    isTurned: false,
  };
  const size = ptToTwip(fixed.bodySizePt);
  const spacing = ptToTwip(characterSpacingPt);
  const measure = frameTwips.typeAreaWidth - ptToTwip(fixed.justifiedRightIndentPt);
  return {
    ...fixed,
    ...{ style, frameTwips, marginTopMm, marginLeftMm, marginBottomMm, marginRightMm, linePitchPt, characterSpacingPt },
    titleLinePitchPt: style.titleLinePitchPt ?? linePitchPt,
    linesPerPage: Math.floor(frameTwips.typeAreaHeight / frameTwips.linePitch),
    // no spacing stands behind the last
    charactersPerLine: Math.floor((measure + spacing) / (size + spacing)),
    characterWidthPt: fixed.bodySizePt + characterSpacingPt,
    pageNumberFromBottomMm:
      marginBottomMm - fixed.pageNumberDistanceMm - ptToMm(fixed.pageNumberSizePt) * (1 - middleOfLine),
    draftStampFromTopMm: marginTopMm - fixed.draftStampDistanceMm - ptToMm(fixed.draftStampSizePt) * middleOfLine,
    pageNumberAround: pageNumberAround[style.pageNumberForm],
  };
}

/**
 * The layout of the same sheet turned clockwise for a wide table (clause 8), so that its left edge is the upper one: the
 * head of the table lies at the binding edge on odd pages and at the outer edge on even ones.
 */
export function turnedLayoutOf(layout: Layout): Layout {
  const { width, height, left, top, typeAreaWidth, typeAreaHeight } = layout.frameTwips;
  const turned = {
    width: height,
    height: width,
    left: height - top - typeAreaHeight,
    top: left,
    typeAreaWidth: typeAreaHeight,
    typeAreaHeight: typeAreaWidth,
  };
  return { ...layout, frameTwips: { ...layout.frameTwips, ...turned, isTurned: true } };
}

/** GB/T 9704-2012 as it is. */
export const standardLayout: Layout = layoutOf(standardStyle);

/** 字 of indent as points. */
export const charactersToPt = (characters: number, { characterWidthPt }: Pick<Layout, "characterWidthPt">): number =>
  characters * characterWidthPt;

/** Whether headings of a level are bold. The standard has none (7.3.3). */
export const isBoldLevel = ({ style }: Pick<Layout, "style">, level: HeadingLevel): boolean =>
  style.boldLevels.some((bold) => bold === level);
