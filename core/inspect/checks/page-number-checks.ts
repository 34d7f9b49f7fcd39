import { faces, gbt9704Rules as rules } from "../../layout/gbt9704.ts";
import type { Layout } from "../../layout/rules/layout.ts";
import { ptToMm, twipToPt } from "../../layout/units.ts";
import { type Check, finding, isNear, mmText, placeOfPage, sourceOf } from "../check.ts";
import type { Inspected } from "../inspected.ts";
import type { InspectedPlace } from "../inspection.ts";
import { leftOf, type MeasuredPiece, rightOf, textOfRuns } from "../measured-pdf.ts";
import type { PdfView } from "../pdf-view.ts";
import { bareText } from "../printed-units.ts";
import { typeAreaPt } from "../type-area.ts";

/** A dash has its middle so far above the baseline, in em. */
const DASH_EM = 0.38;
const DISTANCE_TOLERANCE_MM = 0.5;
const SIDE_TOLERANCE_PT = 2;

/** How a page's number is to read, without white space. */
const formOf = (number: string, { pageNumberAround: [before, after] }: Layout): string =>
  bareText(`${before}${number}${after}`);

/** The page number of a page: below the type area, and no part of the text. */
function numberOf({ pdf }: PdfView, page: number, layout: Layout): MeasuredPiece | null {
  const { bottom } = typeAreaPt(layout);
  const below = pdf.pages[page]?.pieces.filter(
    ({ mark, baselinePt, runs }) => mark === null && baselinePt > bottom && /\d/u.test(textOfRuns(runs)),
  );
  return below?.[0] ?? null;
}

const distanceMm = ({ baselinePt, runs }: MeasuredPiece, layout: Layout): number =>
  ptToMm(baselinePt - DASH_EM * (runs[0]?.sizePt ?? 0) - typeAreaPt(layout).bottom);

/** What is wrong with a page's number; "" = nothing. Pages that the standard leaves without one are no fault. */
function faultOf(view: PdfView, page: number, layout: Layout): string {
  const piece = numberOf(view, page, layout);
  if (piece === null) return "没有页码";
  const number = page + 1;
  if (bareText(textOfRuns(piece.runs)) !== formOf(String(number), layout)) return `页码是“${textOfRuns(piece.runs)}”`;
  if (piece.runs.some(({ sizePt }) => !isNear(sizePt, layout.pageNumberSizePt, 0.1))) return "字号不是四号";
  if (!isNear(distanceMm(piece, layout), layout.pageNumberDistanceMm, DISTANCE_TOLERANCE_MM)) {
    return `一字线在版心下边缘之下 ${mmText(distanceMm(piece, layout))}`;
  }
  const inset = layout.pageNumberIndentCharacters * layout.pageNumberSizePt;
  const area = typeAreaPt(layout);
  if (layout.style.pageNumberPlace === "center") {
    const isCentred = isNear(leftOf(piece) + rightOf(piece), area.left + area.right, 2 * SIDE_TOLERANCE_PT);
    return isCentred ? "" : "页码没有居中";
  }
  const isOdd = number % 2 === 1;
  const isInPlace = isOdd
    ? isNear(rightOf(piece), area.right - inset, SIDE_TOLERANCE_PT)
    : isNear(leftOf(piece), area.left + inset, SIDE_TOLERANCE_PT);
  return isInPlace ? "" : isOdd ? "单页码不是居右空一字" : "双页码不是居左空一字";
}

/** Pages that have no number: 信函's first (10.1), and at the end those with 版记 behind a blank one (7.5). */
function isWithoutNumber(view: PdfView, page: number, { preset, layout }: Inspected): boolean {
  if (numberOf(view, page, layout) !== null) return false;
  if (preset === "letter") return page === 0;
  const last = view.pdf.pages.length - 1;
  const isBlank = (one: number): boolean => view.linesOfPage[one]?.length === 0;
  return page > 0 && ((page === last - 1 && isBlank(page)) || (page === last && isBlank(page - 1)));
}

const sidesText = ({ style }: Layout): string => (style.pageNumberPlace === "center" ? "都居中" : "单双页各在其侧");

/** PN-1: form, size, side and place of every page's number. */
const pageNumbers: Check = {
  id: "page-numbers",
  name: "页码",
  ...sourceOf(rules.pageNumberDistanceMm),
  expected: ({ layout }) =>
    `${layout.pageNumberAround.join("1")}，四号，距版心下边缘 ${layout.pageNumberDistanceMm} mm，${
      layout.style.pageNumberPlace === "center" ? "居中" : "单页居右、双页居左各空一字"
    }`,
  docx: ({ docx }, { layout }) => {
    // pages laid across have it in the same place of the sheet
    const section = docx.sections.find(({ width, height }) => width < height) ?? docx.sections[0];
    const numbered = docx.footers.filter(({ paragraphs }) => paragraphs.some(({ text }) => text.includes("{PAGE}")));
    if (section === undefined) return null;
    const faults = (["default", "even"] as const).flatMap((kind) => {
      const paragraph = numbered.find((footer) => footer.kind === kind)?.paragraphs.find(({ text }) => text !== "");
      const name = kind === "default" ? "单页" : "双页";
      if (paragraph === undefined) return [`${name}没有页码`];
      const isForm = bareText(paragraph.text) === formOf("{PAGE}", layout);
      const isSize = paragraph.runs.every(({ sizePt }) => sizePt === layout.pageNumberSizePt);
      const [wanted, inset] = kind === "default" ? ["right", paragraph.rightIndent] : ["left", paragraph.leftIndent];
      const isSide =
        layout.style.pageNumberPlace === "center"
          ? paragraph.alignment === "center"
          : paragraph.alignment === wanted && isNear(twipToPt(inset), layout.pageNumberSizePt, SIDE_TOLERANCE_PT);
      return [
        ...(isForm ? [] : [`${name}页码是“${paragraph.text}”`]),
        ...(isSize ? [] : [`${name}字号不是四号`]),
        ...(isSide ? [] : [`${name}位置不对`]),
      ];
    });
    const dashMm =
      ptToMm(twipToPt(section.bottom - section.footer)) - ptToMm(layout.pageNumberSizePt) * (1 - (0.8 - DASH_EM));
    if (!docx.hasOddAndEven) faults.push("没有区分单双页");
    // where every page lies across, the footer's own place says nothing of it
    const isUpright = section.width < section.height;
    if (isUpright && !isNear(dashMm, layout.pageNumberDistanceMm, DISTANCE_TOLERANCE_MM))
      faults.push(`一字线距版心下边缘 ${mmText(dashMm)}`);
    return finding(
      faults.length === 0,
      faults.length > 0 ? faults.join("、") : `${isUpright ? `距版心 ${mmText(dashMm)}，` : ""}${sidesText(layout)}`,
    );
  },
  pdf: (view, inspected) => {
    const { layout } = inspected;
    const places: InspectedPlace[] = [];
    const distances: number[] = [];
    for (let page = 0; page < view.pdf.pages.length; page += 1) {
      if (isWithoutNumber(view, page, inspected)) continue;
      const piece = numberOf(view, page, layout);
      if (piece !== null) distances.push(distanceMm(piece, layout));
      const fault = faultOf(view, page, layout);
      if (fault !== "") places.push(placeOfPage(page, fault));
    }
    const [first] = places;
    const fine = `距版心 ${mmText(distances[0] ?? 0)}，${sidesText(layout)}`;
    return finding(places.length === 0, first === undefined ? fine : `${places.length} 页：${first.words}`, places);
  },
};

/** 7.5: 宋体. */
const pageNumberFace: Check = {
  id: "page-number-face",
  name: "页码字体",
  clause: "7.5",
  strength: "一般",
  expected: "四号半角宋体",
  pdf: (view, { faces: available, layout }) => {
    const pieces = view.pdf.pages.flatMap((_, page) => numberOf(view, page, layout) ?? []);
    if (pieces.length === 0) return null;
    const wrong = pieces.filter(({ runs }) =>
      runs.some(({ characters, face }) =>
        characters.some((sign) => available.faceOf(faces.pageNumber, sign.codePointAt(0) ?? 0).name !== face),
      ),
    );
    const names = [...new Set((wrong.length > 0 ? wrong : pieces).flatMap(({ runs }) => runs.map(({ face }) => face)))];
    return finding(
      wrong.length === 0,
      names.map((name) => available.wordsFor(name)).join("、"),
      wrong.map(({ page }) => placeOfPage(page)),
    );
  },
};

export const pageNumberChecks: readonly Check[] = [pageNumbers, pageNumberFace];
