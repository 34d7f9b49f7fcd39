import * as z from "zod";
import { gbt9704Rules as standard, strengths } from "../gbt9704.ts";
import { ptToMm } from "../units.ts";
import type { HouseStyle } from "./house-style.ts";
import { type Layout, layoutOf, standardLayout } from "./layout.ts";

/** One thing that a house does in its own way, for people. */
export const deviationSchema = z.strictObject({
  name: z.string(),
  /** What the standard has, or what is done where it is silent. */
  standard: z.string(),
  house: z.string(),
  /** Of GB/T 9704-2012, or 标准未规定. */
  clause: z.string(),
  strength: z.literal(strengths),
});
export type Deviation = Readonly<z.infer<typeof deviationSchema>>;

const silent = { clause: "标准未规定", strength: "实务" } as const;
const sourceOf = ({ clause, strength }: (typeof standard)["linesPerPage" | "charactersPerLine"]) => ({
  clause,
  strength,
});

/** 22 lines fill the type area (5.2.3) where what they leave empty lies within the tolerance of a margin. */
const TOLERANCE_MM = 1;

export const headingStopNames: Readonly<Record<HouseStyle["headingStop"], string>> = {
  asWritten: "照原文",
  always: "都加句号",
  never: "都不加句号",
};
export const pageNumberPlaceNames: Readonly<Record<HouseStyle["pageNumberPlace"], string>> = {
  outer: "单页居右、双页居左",
  center: "居中",
};
export const westernFaceNames: Readonly<Record<HouseStyle["westernFace"], string>> = {
  same: "与汉字同一字体",
  times: "Times New Roman",
};
export const levelNames = { 1: "一级标题", 2: "二级标题", 3: "三级标题" } as const;

/** A page's number as it will read. */
export const pageNumberText = ({ pageNumberAround }: Layout, number = "1"): string => pageNumberAround.join(number);

function linesDeviation(layout: Layout): readonly Deviation[] {
  const { linesPerPage: lines, linePitchPt, typeAreaHeightMm } = layout;
  const source = sourceOf(standard.linesPerPage);
  const house = `每页 ${lines} 行（行距 ${linePitchPt} 磅）`;
  if (lines !== standard.linesPerPage.value) {
    return [{ name: "每页行数", standard: `每页 ${standard.linesPerPage.value} 行`, house, ...source }];
  }
  const emptyMm = typeAreaHeightMm - ptToMm(lines * linePitchPt);
  if (emptyMm <= TOLERANCE_MM) return [];
  return [
    { name: "每页行数", standard: "撑满版心", house: `${house}，版心下方空 ${emptyMm.toFixed(1)} mm`, ...source },
  ];
}

const charactersDeviation = ({ charactersPerLine: count }: Layout): readonly Deviation[] =>
  count === standard.charactersPerLine.value
    ? []
    : [
        {
          name: "每行字数",
          standard: `每行 ${standard.charactersPerLine.value} 字`,
          house: `每行 ${count} 字`,
          ...sourceOf(standard.charactersPerLine),
        },
      ];

/** Faces that computers use for 小标宋 and that are none. */
const notXiaobiaosong = ["华文中宋"];

/**
 * What of a house's style is not as GB/T 9704-2012 has it, or where that is silent not as the program does it otherwise.
 * Margins within their tolerance (5.2.1) and the names of faces of the right class are as the standard has them.
 */
export function deviationsOf(style: HouseStyle): readonly Deviation[] {
  const layout = layoutOf(style);
  const differs = (isOther: boolean, deviation: Deviation): readonly Deviation[] => (isOther ? [deviation] : []);
  return [
    ...linesDeviation(layout),
    ...charactersDeviation(layout),
    ...differs(style.titleLinePitchPt !== null && style.titleLinePitchPt !== style.linePitchPt, {
      ...{ name: "标题行距", standard: "与正文行距相同", house: `${layout.titleLinePitchPt} 磅` },
      ...silent,
    }),
    ...differs(notXiaobiaosong.includes(style.faces.xiaobiaosong), {
      ...{ name: "标题字体", standard: "小标宋体", house: style.faces.xiaobiaosong },
      ...{ clause: "7.3.1", strength: "一般" },
    }),
    ...differs(style.boldLevels.length > 0, {
      name: "标题加粗",
      standard: "不加粗",
      house: `${[...style.boldLevels]
        .sort()
        .map((level) => levelNames[level])
        .join("、")}加粗`,
      ...{ clause: "7.3.3", strength: "一般" },
    }),
    ...differs(style.pageNumberForm !== "dashes", {
      ...{ name: "页码样式", standard: pageNumberText(standardLayout), house: pageNumberText(layout) },
      ...{ clause: "7.5", strength: "一般" },
    }),
    ...differs(style.pageNumberPlace !== "outer", {
      ...{ name: "页码位置", standard: `${pageNumberPlaceNames.outer}，各空一字` },
      ...{ house: pageNumberPlaceNames[style.pageNumberPlace], clause: "7.5", strength: "一般" },
    }),
    ...differs(style.westernFace !== "same", {
      ...{ name: "数字和字母的字体", standard: westernFaceNames.same, house: westernFaceNames[style.westernFace] },
      ...silent,
    }),
    ...differs(style.headingStop !== "asWritten", {
      ...{ name: "标题末尾的句号", standard: headingStopNames.asWritten, house: headingStopNames[style.headingStop] },
      ...silent,
    }),
    ...differs(style.isLastPageEven, {
      ...{ name: "版记所在的页", standard: "末页", house: "双页", ...silent },
    }),
  ];
}

/** 每页 22 行，每行 28 字 */
export const gridText = ({ linesPerPage, charactersPerLine }: Layout): string =>
  `每页 ${linesPerPage} 行，每行 ${charactersPerLine} 字`;
