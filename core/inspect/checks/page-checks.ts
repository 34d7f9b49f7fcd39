import { gbt9704, gbt9704Rules as rules, typeAreaWidthPt } from "../../layout/gbt9704.ts";
import type { Layout } from "../../layout/rules/layout.ts";
import { mmToPt, ptToMm, twipToPt } from "../../layout/units.ts";
import {
  type Check,
  finding,
  findingOf,
  type Finding,
  isNear,
  mmOfPt,
  mmText,
  placeOfLine,
  placeOfPage,
  sourceOf,
  TOLERANCE_MM,
} from "../check.ts";
import type { DocxView, Inspected } from "../inspected.ts";
import type { InspectedPlace } from "../inspection.ts";
import type { MeasuredSection } from "../measured-docx.ts";
import { hangs, isUpright, type PdfLine, type PdfView } from "../pdf-view.ts";
import { bottomOfLine, topOfLine, turnedTypeAreaPt, typeAreaOfPage } from "../type-area.ts";

const twipMm = (twips: number): number => ptToMm(twipToPt(twips));

/** Pages upright, or lying for a wide table (8). */
const isA4 = (widthMm: number, heightMm: number): boolean =>
  [
    [gbt9704.pageWidthMm, gbt9704.pageHeightMm],
    [gbt9704.pageHeightMm, gbt9704.pageWidthMm],
  ].some(([width = 0, height = 0]) => isNear(widthMm, width, TOLERANCE_MM) && isNear(heightMm, height, TOLERANCE_MM));

/** PG-1: A4. */
const paper: Check = {
  id: "paper",
  name: "纸张",
  ...sourceOf(rules.pageWidthMm),
  expected: `A4，${gbt9704.pageWidthMm} × ${gbt9704.pageHeightMm} mm`,
  docx: ({ docx }) => {
    const sizes = docx.sections.map(({ width, height }) => [twipMm(width), twipMm(height)] as const);
    return sizeFinding(sizes);
  },
  pdf: ({ pdf }) => sizeFinding(pdf.pages.map(({ widthPt, heightPt }) => [ptToMm(widthPt), ptToMm(heightPt)] as const)),
};

function sizeFinding(sizes: readonly (readonly [number, number])[]): Finding | null {
  const wrong = sizes.flatMap((size, page) => (isA4(...size) ? [] : [{ size, page }]));
  const shown = wrong[0]?.size ?? sizes[0];
  if (shown === undefined) return null;
  const text = `${shown[0].toFixed(1)} × ${shown[1].toFixed(1)} mm`;
  return finding(
    wrong.length === 0,
    text,
    wrong.map(({ page }) => placeOfPage(page)),
  );
}

/** A length that every upright section of the DOCX gives. */
function inSections(
  { docx }: DocxView,
  measure: (section: MeasuredSection) => number,
  wantedMm: number,
): Finding | null {
  const upright = docx.sections
    .filter(({ width, height }) => width < height)
    .map(measure)
    .map(twipMm);
  const wrong = upright.find((mm) => !isNear(mm, wantedMm, TOLERANCE_MM));
  const shown = wrong ?? upright[0];
  return shown === undefined ? null : finding(wrong === undefined, mmText(shown));
}

/** The height that a line takes by the pitch of the text; lines of cells and of small type are as high as themselves. */
const heightOfLine = ({ sizePt, element }: PdfLine, layout: Layout): number =>
  element.cell === null && sizePt >= layout.bodySizePt ? layout.linePitchPt : sizePt;

type Edge = { readonly pt: number; readonly place: InspectedPlace };

/** The head of 信函 stands higher than the type area (10.1). */
const isLetterhead = ({ place, page }: PdfLine, preset: Inspected["preset"]): boolean =>
  preset === "letter" && page === 0 && place?.unit.kind === "frame";

/** What stands outermost on each upright page. */
function outermost(
  view: PdfView,
  preset: Inspected["preset"],
  edgeOf: (line: PdfLine) => number,
  better: (one: number, other: number) => boolean,
): Edge | null {
  let best: Edge | null = null;
  for (const line of view.lines) {
    if (!isUpright(view, line.page) || isLetterhead(line, preset)) continue;
    const pt = edgeOf(line);
    if (best === null || better(pt, best.pt)) best = { pt, place: placeOfLine(line) };
  }
  return best;
}

const smaller = (one: number, other: number): boolean => one < other;
const larger = (one: number, other: number): boolean => one > other;

/** PG-1: 天头, from the paper's edge to the top of the first line, at its best page. */
const marginTop: Check = {
  id: "margin-top",
  name: "天头",
  ...sourceOf(rules.marginTopMm),
  expected: ({ layout }) => `${layout.marginTopMm} ± ${TOLERANCE_MM} mm`,
  docx: (view, { layout }) => inSections(view, ({ top }) => top, layout.marginTopMm),
  pdf: (view, { preset, layout }) => {
    const topOf = (line: PdfLine): number => topOfLine(line.baselinePt, heightOfLine(line, layout));
    const edge = outermost(view, preset, topOf, smaller);
    if (edge === null) return null;
    return finding(isNear(ptToMm(edge.pt), layout.marginTopMm, TOLERANCE_MM), mmOfPt(edge.pt), [edge.place]);
  },
};

/** Lines that reach from one edge of the type area to the other: from them its width is told. */
const isFull = ({ leftPt, rightPt, element }: PdfLine): boolean =>
  element.cell === null && rightPt - leftPt > typeAreaWidthPt * 0.95;

/** PG-1: 订口. A short text that fills no line says only that nothing stands farther out. */
const marginLeft: Check = {
  id: "margin-left",
  name: "订口",
  ...sourceOf(rules.marginLeftMm),
  expected: ({ layout }) => `${layout.marginLeftMm} ± ${TOLERANCE_MM} mm`,
  docx: (view, { layout }) => inSections(view, ({ left }) => left, layout.marginLeftMm),
  pdf: (view, { preset, layout }) => {
    const edge = outermost(view, preset, ({ leftPt }) => leftPt, smaller);
    if (edge === null || !view.lines.some(isFull)) return null;
    return finding(isNear(ptToMm(edge.pt), layout.marginLeftMm, TOLERANCE_MM), mmOfPt(edge.pt), [edge.place]);
  },
};

/** PG-1: 版心 from its left to its right edge; a mark that hangs is outside. */
const typeWidth: Check = {
  id: "type-area-width",
  name: "版心宽",
  ...sourceOf(rules.typeAreaWidthMm),
  expected: `${gbt9704.typeAreaWidthMm} ± ${TOLERANCE_MM} mm`,
  docx: (view) => inSections(view, ({ width, left, right }) => width - left - right, gbt9704.typeAreaWidthMm),
  pdf: (view, { preset }) => {
    const full = view.lines.filter((line) => isFull(line) && !hangs(line));
    const right = outermost({ ...view, lines: full }, preset, ({ rightPt }) => rightPt, larger);
    const left = outermost({ ...view, lines: full }, preset, ({ leftPt }) => leftPt, smaller);
    if (right === null || left === null) return null;
    const mm = ptToMm(right.pt - left.pt);
    return finding(isNear(mm, gbt9704.typeAreaWidthMm, TOLERANCE_MM), mmText(mm), [right.place]);
  },
};

/** PG-1: 版心 from top to bottom, in the DOCX. In the PDF it is filled by 22 lines, see `lines-per-page`. */
const typeHeight: Check = {
  id: "type-area-height",
  name: "版心高",
  ...sourceOf(rules.typeAreaHeightMm),
  expected: `${gbt9704.typeAreaHeightMm} ± ${TOLERANCE_MM} mm`,
  docx: (view) => inSections(view, ({ height, top, bottom }) => height - top - bottom, gbt9704.typeAreaHeightMm),
};

const TOLERANCE_PT = mmToPt(TOLERANCE_MM);

function outsideEdges(view: PdfView, line: PdfLine, layout: Layout): boolean {
  const height = heightOfLine(line, layout);
  const area = typeAreaOfPage(view, line.page, layout);
  return (
    line.leftPt < area.left - TOLERANCE_PT ||
    line.rightPt > area.right + TOLERANCE_PT + (hangs(line) ? line.sizePt : 0) ||
    topOfLine(line.baselinePt, height) < area.top - TOLERANCE_PT ||
    bottomOfLine(line.baselinePt, height) > area.bottom + TOLERANCE_PT
  );
}

/** PG-3: lines and pictures keep inside the type area; one mark may hang past its right edge. */
const insideTypeArea: Check = {
  id: "inside-type-area",
  name: "内容不出版心",
  clause: "5.2.1",
  strength: "规定",
  expected: "都在版心之内",
  pdf: (view, { preset, layout }) => {
    const lines = view.lines
      .filter((line) => !isLetterhead(line, preset) && outsideEdges(view, line, layout))
      .map(placeOfLine);
    const images = view.pdf.pages.flatMap(({ images }, page) => {
      const area = typeAreaOfPage(view, page, layout);
      return images
        .filter(
          ({ leftPt, topPt, widthPt, heightPt }) =>
            leftPt < area.left - TOLERANCE_PT ||
            leftPt + widthPt > area.right + TOLERANCE_PT ||
            topPt < area.top - TOLERANCE_PT ||
            topPt + heightPt > area.bottom + TOLERANCE_PT,
        )
        .map(() => placeOfPage(page, "图片"));
    });
    const places = [...lines, ...images];
    return findingOf(places, "都在版心之内", `${places.length} 处在版心之外`);
  },
};

const whitesText = (whites: readonly number[]): string => {
  const [top = 0, right = 0, bottom = 0, left = 0] = whites.map((mm) => Math.round(mm * 10) / 10);
  return `上 ${top}、右 ${right}、下 ${bottom}、左 ${left} mm`;
};

/** The whites of a page laid across, clockwise from its upper edge: those of the upright sheet, turned with it. */
const turnedWhitesMm = ({ marginLeftMm, marginTopMm, marginRightMm, marginBottomMm }: Layout): readonly number[] => [
  marginLeftMm,
  marginTopMm,
  marginRightMm,
  marginBottomMm,
];

/** Clause 8: where wide tables stand on pages laid across. In the PDF the rules of tables show it, from edge to edge. */
const turnedPages: Check = {
  id: "turned-pages",
  name: "横排页面",
  clause: "8",
  strength: "规定",
  expected: ({ layout }) => `白边${whitesText(turnedWhitesMm(layout))}`,
  docx: ({ docx }, { layout }) => {
    const wanted = turnedWhitesMm(layout);
    const found = docx.sections
      .filter(({ width, height }) => width > height)
      .map(({ top, right, bottom, left }) => [top, right, bottom, left].map(twipMm));
    const wrong = found.find((whites) => whites.some((mm, side) => !isNear(mm, wanted[side] ?? 0, TOLERANCE_MM)));
    const shown = wrong ?? found[0];
    return shown === undefined ? null : finding(wrong === undefined, whitesText(shown));
  },
  pdf: (view, { layout }) => {
    const area = turnedTypeAreaPt(layout);
    const turned = view.pdf.pages.flatMap(({ rules: drawn }, page) => {
      if (isUpright(view, page) || drawn.length === 0) return [];
      const left = Math.min(...drawn.map(({ leftPt }) => leftPt));
      const right = Math.max(...drawn.map(({ leftPt, widthPt }) => leftPt + widthPt));
      const top = Math.min(...drawn.map(({ topPt }) => topPt));
      const isInPlace =
        isNear(left, area.left, TOLERANCE_PT) &&
        isNear(right, area.right, TOLERANCE_PT) &&
        top > area.top - TOLERANCE_PT;
      return [{ page, left, right, isInPlace }];
    });
    const wrong = turned.filter(({ isInPlace }) => !isInPlace);
    const shown = wrong[0] ?? turned[0];
    if (shown === undefined) return null;
    return finding(
      wrong.length === 0,
      `表格在距左边 ${mmOfPt(shown.left)} 至 ${mmOfPt(shown.right)} 之间`,
      wrong.map(({ page }) => placeOfPage(page)),
    );
  },
};

export const pageChecks: readonly Check[] = [
  paper,
  marginTop,
  marginLeft,
  typeWidth,
  typeHeight,
  turnedPages,
  insideTypeArea,
];
