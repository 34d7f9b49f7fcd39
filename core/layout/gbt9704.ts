import { mmToPt } from "./units.ts";
import type { HeadingLevel } from "../document/blocks.ts";
import type { FontRole } from "./font-role.ts";

/**
 * The layout of GB/T 9704-2012 党政机关公文格式 in numbers. This file is their one home: DOCX, pages and screen read
 * them here, and a test reads them back from all three.
 *
 * `strength` speaks the standard's own words: 规定 must, 一般 normally, 推荐 recommended, 可以 may; 推算 is derived by
 * arithmetic from a clause, 实务 is office practice that the standard does not name.
 */
export const strengths = ["规定", "一般", "推荐", "可以", "推算", "实务"] as const;
export type Strength = (typeof strengths)[number];

export type Rule<T> = {
  readonly value: T;
  readonly strength: Strength;
  /** The clause, or why the number stands here when there is none. */
  readonly clause: string;
};

const rule = <T>(value: T, strength: Strength, clause: string): Rule<T> => ({ value, strength, clause });

/** 字号 that the layout uses, in points. */
const fontSizePt = { 初号: 42, 二号: 22, 三号: 16, 四号: 14, 小四: 12 } as const;

export const gbt9704Rules = {
  // paper and type area
  pageWidthMm: rule(210, "规定", "5.1"),
  pageHeightMm: rule(297, "规定", "5.1"),
  /** 天头 */
  marginTopMm: rule(37, "规定", "5.2.1"),
  /** 订口 */
  marginLeftMm: rule(28, "规定", "5.2.1"),
  marginBottomMm: rule(35, "推算", "5.2.1：297 − 37 − 225"),
  marginRightMm: rule(26, "推算", "5.2.1：210 − 28 − 156"),
  /** 版心 */
  typeAreaWidthMm: rule(156, "规定", "5.2.1"),
  typeAreaHeightMm: rule(225, "规定", "5.2.1"),

  // grid
  linesPerPage: rule(22, "一般", "5.2.3"),
  charactersPerLine: rule(28, "一般", "5.2.3"),
  bodySizePt: rule(fontSizePt.三号, "一般", "5.2.2"),
  /** 22 lines fill the 225 mm: 579 twips; 580 (29 磅) gives 21 lines in LibreOffice. */
  linePitchPt: rule(28.95, "推算", "5.2.3"),
  /** 28 × 16 pt is wider than 156 mm; a quarter point less a character makes them fit. */
  characterSpacingPt: rule(-0.25, "推算", "5.2.3"),
  /** LibreOffice 7.4 does not draw the hanging mark of a justified line that fills the measure to the twip. */
  justifiedRightIndentPt: rule(0.5, "实务", "LibreOffice 7.4 会丢失两端对齐满行的悬挂标点"),
  westernWidthEm: rule(0.5, "实务", "西文半角"),
  /** Between Chinese and Western characters, as Word and LibreOffice set it. */
  mixedScriptSpaceEm: rule(0.25, "实务", "标准未规定"),
  /** 上标 and 下标 on the screen, beside the text around them, about as Word sets them. */
  scriptSizeRatio: rule(0.65, "实务", "标准未规定"),

  // 版头
  /** From the type area's top edge to the upper edge of 发文机关标志. */
  markTopMm: rule(35, "规定", "7.2.4"),
  /** Smaller than 22 × 15 mm a character; it shrinks to its line, and until page 1 shows body text. */
  markSizePt: rule(fontSizePt.初号, "推荐", "7.2.4：小于 22 mm × 15 mm"),
  markLeastSizePt: rule(fontSizePt.三号, "推算", "7.2.4：首页必须显示正文"),
  /** Between joint organs and 文件, in characters of the mark. */
  markSuffixGapCharacters: rule(0.5, "实务", "标准未规定"),
  numberBlankLinesBefore: rule(2, "规定", "7.2.5"),
  numberIndentCharacters: rule(1, "规定", "7.2.5：上行文居左空一字"),
  signerRightIndentCharacters: rule(1, "规定", "7.2.6"),
  signersPerLine: rule(2, "一般", "7.2.6"),
  /** From the lower edge of 发文字号 to the red rule. */
  redRuleDistanceMm: rule(4, "规定", "7.2.7"),
  redRuleThicknessPt: rule(1.5, "实务", "7.2.7 未规定粗细"),
  titleBlankLinesUnderRule: rule(2, "规定", "7.3.1"),
  red: rule("#ff0000", "推荐", "7.2.4"),

  // 信函 (10.1)
  /** From the paper's top edge to the upper edge of 发文机关标志. */
  letterMarkFromTopMm: rule(30, "规定", "10.1"),
  letterRuleDistanceMm: rule(4, "规定", "10.1"),
  /** From the paper's bottom edge to the second rule. */
  letterRuleFromBottomMm: rule(20, "规定", "10.1"),
  letterRuleWidthMm: rule(170, "规定", "10.1"),
  letterThickRulePt: rule(1.5, "实务", "10.1 未规定粗细"),
  letterThinRulePt: rule(0.75, "实务", "10.1 未规定粗细"),
  /** Of the height of a character of 三号, between the first rule and what stands below it. */
  letterWhiteBelowRuleEm: rule(7 / 8, "规定", "10.1"),
  letterTitleBlankLinesBefore: rule(2, "规定", "10.1"),
  // 命令 (10.2)
  orderMarkTopMm: rule(20, "规定", "10.2"),
  orderNumberBlankLinesBefore: rule(2, "规定", "10.2"),
  orderNumberBlankLinesAfter: rule(2, "规定", "10.2"),
  // 纪要 (10.3)
  minutesMarkTopMm: rule(35, "规定", "10.3"),

  // title
  titleSizePt: rule(fontSizePt.二号, "一般", "7.3.1"),
  titleMaxCharactersPerLine: rule(20, "推算", "7.3.1：156 mm ÷ 22 pt"),
  /** Title lines stand on the grid, so that page 1 keeps its 22 places. */
  titleLinePitchPt: rule(28.95, "推算", "5.2.3"),
  /** Without 版头 there is no red rule to leave two lines under: the title begins the type area. */
  titleBlankLinesBefore: rule(0, "实务", "7.3.1 只规定红色分隔线下空二行"),
  titleBlankLinesAfter: rule(1, "规定", "7.3.2"),

  // text
  firstLineIndentCharacters: rule(2, "规定", "7.3.3"),
  /** Between 第X章 and its words. */
  chapterOrdinalSpace: rule("\u3000", "实务", "标准不设章"),
  recipientsIndentCharacters: rule(0, "规定", "7.3.2"),
  noteIndentCharacters: rule(2, "规定", "7.3.6"),

  // 署名 and 成文日期 without seal
  signatureBlankLinesBefore: rule(1, "规定", "7.3.5.2"),
  signatureRightIndentCharacters: rule(2, "规定", "7.3.5.2"),
  /** How far the date's first character stands right of the organ's. */
  dateShiftCharacters: rule(2, "规定", "7.3.5.2"),
  dateRightIndentCharacters: rule(2, "规定", "7.3.5.2"),

  // with seal
  sealDiameterMm: rule(42, "实务", "印章直径，国发〔1999〕25号"),
  sealedDateRightIndentCharacters: rule(4, "一般", "7.3.5.1"),
  /** The seal's middle lies a little above organ and date, and its top within a line of the text. */
  sealedBlankLinesBefore: rule(2, "推算", "7.3.5.1：印章顶端距正文一行之内"),
  sealsPerLine: rule(3, "实务", "标准未规定"),
  /** Lines from one row of organs to the next: more than a seal is high. */
  sealLinesApart: rule(5, "推算", "7.3.5.1：印章互不相交或相切"),
  // 签名章
  chopBlankLinesBefore: rule(2, "规定", "7.3.5.3"),
  chopRightIndentCharacters: rule(4, "规定", "7.3.5.3"),
  chopDateBlankLines: rule(1, "规定", "7.3.5.3"),

  // 附件说明, and 出席, 请假, 列席 of 纪要
  listBlankLinesBefore: rule(1, "规定", "7.3.4、10.3"),
  listIndentCharacters: rule(2, "规定", "7.3.4、10.3"),
  /** Blank lines between 附件 and the title of what is attached, which stands on the third line. */
  attachedTitleBlankLinesBefore: rule(1, "规定", "7.3.7"),

  // 版记
  imprintSizePt: rule(fontSizePt.四号, "规定", "7.4.2"),
  imprintLinePitchPt: rule(24, "实务", "标准未规定"),
  imprintIndentCharacters: rule(1, "规定", "7.4.2"),
  /** The first and the last rule. */
  imprintOuterRulePt: rule(1, "推荐", "7.4.1：0.35 mm"),
  imprintInnerRulePt: rule(0.75, "推荐", "7.4.1：0.25 mm"),

  // page number
  pageNumberSizePt: rule(fontSizePt.四号, "一般", "7.5"),
  /** From the type area's bottom edge to the dashes, which stand in the middle of their line. */
  pageNumberDistanceMm: rule(7, "一般", "7.5"),
  /** Of the page number's own size. Right on odd pages, left on even ones. */
  pageNumberIndentCharacters: rule(1, "一般", "7.5"),
  pageNumberDash: rule("—", "一般", "7.5"),

  // 待核稿 at the top of a draft, the page number's counterpart
  draftStampText: rule("待核稿", "实务", "标准未规定"),
  draftStampSizePt: rule(fontSizePt.四号, "实务", "与页码同号"),
  /** From the middle of its line to the type area's top edge. */
  draftStampDistanceMm: rule(7, "实务", "与 7.5 页码对称"),
  /** From the right edge on every page, of the stamp's own size. */
  draftStampIndentCharacters: rule(1, "实务", "与 7.5 页码对称"),

  // tables: the standard gives no text size
  tableSizePt: rule(fontSizePt.小四, "实务", "表格字号未规定"),
  tableLinePitchPt: rule(20, "实务", "表格行距未规定"),
  tableRuleWidthPt: rule(0.5, "实务", "表格线未规定"),
  tableCellPaddingHorizontalMm: rule(1.5, "实务", "表格未规定"),
  tableCellPaddingVerticalMm: rule(0.7, "实务", "表格未规定"),

  // images
  imageMaxWidthMm: rule(156, "推算", "5.2.1：不超出版心"),
  imageMaxHeightMm: rule(225, "推算", "5.2.1：不超出版心"),
  /** Below a picture as high as the page: a 图题 of two lines. */
  imageCaptionRoomMm: rule(22, "推算", "图题与图同页"),

  colour: rule("#000000", "规定", "5.2.4"),
} as const satisfies Record<string, Rule<number | string>>;

type Rules = typeof gbt9704Rules;

/** What a house may set in its own way (`rules/house-style.ts`), and what follows from it: only a `Layout` has these. */
export type HouseNumber =
  | "marginTopMm"
  | "marginLeftMm"
  | "marginBottomMm"
  | "marginRightMm"
  | "linePitchPt"
  | "titleLinePitchPt"
  | "characterSpacingPt"
  | "linesPerPage"
  | "charactersPerLine"
  | "pageNumberDash";

/** The numbers alone that are the same in every house. */
export const gbt9704: { readonly [K in Exclude<keyof Rules, HouseNumber>]: Rules[K]["value"] } = Object.fromEntries(
  Object.entries(gbt9704Rules).map(([name, { value }]) => [name, value]),
) as { [K in keyof Rules]: Rules[K]["value"] };

/** Face of each heading level (7.3.3, 一般); chapters are 实务. All 三号, never bold. */
export const headingFaces = {
  0: "heiti",
  1: "heiti",
  2: "kaiti",
  3: "fangsong",
  4: "fangsong",
} as const satisfies Record<HeadingLevel, FontRole>;

/** Chapters stand in the middle of the line (实务); every other level takes the body's first-line indent (7.3.3). */
export const centredHeadingLevels: readonly HeadingLevel[] = [0];

/** Faces of what is not a heading (5.2.2, 7.3.1, 7.5; table heads 实务). */
export const faces = {
  body: "fangsong",
  title: "xiaobiaosong",
  pageNumber: "songti",
  draftStamp: "heiti",
  /** 密级, 紧急程度 (7.2.2, 7.2.3) */
  marking: "heiti",
  /** 发文机关标志 (7.2.4) */
  mark: "xiaobiaosong",
  /** 附件1 above what is attached (7.3.7) */
  attachmentLabel: "heiti",
  /** 出席, 请假, 列席 (10.3) */
  attendanceLabel: "heiti",
  /** The name of a 签发人 (7.2.6) */
  signer: "kaiti",
  tableHead: "heiti",
} as const satisfies Record<string, FontRole>;

export const typeAreaWidthPt = mmToPt(gbt9704.typeAreaWidthMm);

/**
 * How far the strokes of a Chinese character reach above and below its baseline, in em, about the same in all faces: what
 * the standard calls the upper and the lower edge.
 */
export const strokesEm = { above: 0.85, below: 0.1 } as const;
