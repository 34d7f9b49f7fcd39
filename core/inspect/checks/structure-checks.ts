import { gbt9704 as layout } from "../../layout/gbt9704.ts";
import { type Check, finding, findingOf, isNear, placeOfLine, placeOfUnit } from "../check.ts";
import type { InspectedPlace } from "../inspection.ts";
import type { PdfLine, PdfView } from "../pdf-view.ts";
import { bareText, type PrintedUnit } from "../printed-units.ts";
import { typeAreaOfPage } from "../type-area.ts";

const LEAST_LAST_CHARACTERS = 3;
/** Half a character of the title: less is no step of a shape. */
const STEP_PT = layout.titleSizePt / 2;
const CENTRE_TOLERANCE_PT = 2;

/** Lines that grow, or shrink, or first grow and then shrink: 梯形, 菱形. A short line between two longer ones is neither. */
function isShaped(widths: readonly number[]): boolean {
  let isShrinking = false;
  for (let index = 1; index < widths.length; index += 1) {
    const step = (widths[index] ?? 0) - (widths[index - 1] ?? 0);
    if (step < -STEP_PT) isShrinking = true;
    else if (step > STEP_PT && isShrinking) return false;
  }
  return true;
}

const visible = (text: string): number => Array.from(bareText(text)).length;

/** What is wrong with the lines of a title; "" = nothing. A last line that its writer made is the writer's. */
function faultOfTitle(unit: PrintedUnit, lines: readonly PdfLine[]): string {
  const last = lines.at(-1);
  if (last === undefined || lines.length < 2) return "";
  if (visible(last.text) < LEAST_LAST_CHARACTERS && !unit.text.includes("\n")) return "末行不足三个字";
  return isShaped(lines.map(({ leftPt, rightPt }) => rightPt - leftPt)) ? "" : "不成梯形或菱形";
}

const titlesOf = ({ linesOfUnit }: PdfView): readonly (readonly [PrintedUnit, readonly PdfLine[]])[] =>
  [...linesOfUnit].filter(([{ kind }]) => kind === "title");

/** 7.3.1: a title of several lines is a trapezoid or a diamond, and no line of one or two characters ends it. */
const titleLines: Check = {
  id: "title-lines",
  name: "标题分行",
  clause: "7.3.1",
  strength: "规定",
  expected: "梯形或菱形，末行不止一两个字",
  pdf: (view) => {
    const titles = titlesOf(view);
    if (titles.length === 0) return null;
    const faults = titles.map(([unit, lines]) => ({ unit, lines, fault: faultOfTitle(unit, lines) }));
    const wrong = faults.filter(({ fault }) => fault !== "");
    const places = wrong.map(({ unit, lines }) => placeOfUnit(unit, (lines[0]?.page ?? 0) + 1));
    const [first] = titles;
    const fine = `${first?.[1].length ?? 0} 行：${first?.[1].map(({ text }) => visible(text)).join("、") ?? ""} 字`;
    return findingOf(places, fine, wrong[0]?.fault ?? "");
  },
};

/** 7.3.1: the title stands in the middle. */
const titleCentred: Check = {
  id: "title-centred",
  name: "标题居中",
  clause: "7.3.1",
  strength: "规定",
  expected: "居中",
  docx: ({ paragraphs }) => {
    const titles = paragraphs.filter(({ place }) => place?.unit.kind === "title");
    if (titles.length === 0) return null;
    const wrong = titles.filter(({ paragraph }) => paragraph.alignment !== "center");
    const places = wrong.flatMap(({ place }) => (place === null ? [] : [placeOfUnit(place.unit)]));
    return finding(wrong.length === 0, wrong.length === 0 ? "居中" : "没有居中", places);
  },
  pdf: (view, { layout: house }) => {
    const lines = titlesOf(view).flatMap(([, own]) => own);
    if (lines.length === 0) return null;
    const wrong = lines.filter(({ leftPt, rightPt, page }) => {
      const { left, right } = typeAreaOfPage(view, page, house);
      return !isNear((leftPt + rightPt) / 2, (left + right) / 2, CENTRE_TOLERANCE_PT);
    });
    return findingOf(wrong.map(placeOfLine), "居中", `${wrong.length} 行没有居中`);
  },
};

/** A heading never ends a page that its text does not stand on. */
const headingAtFoot: Check = {
  id: "heading-at-foot",
  name: "页末没有孤立标题",
  clause: "标题与下文同页",
  strength: "实务",
  expected: "标题之下有正文",
  pdf: ({ linesOfPage, pdf, lines }) => {
    const places = linesOfPage.flatMap((own, page): readonly InspectedPlace[] => {
      const lowest = own.reduce<PdfLine | null>(
        (one, line) => (one === null || line.baselinePt > one.baselinePt ? line : one),
        null,
      );
      if (lowest?.place?.unit.kind !== "heading" || !lowest.isLast || lines.at(-1) === lowest) return [];
      const hasImageBelow = pdf.pages[page]?.images.some(({ topPt }) => topPt + STEP_PT > lowest.baselinePt) === true;
      return hasImageBelow ? [] : [placeOfLine(lowest)];
    });
    return findingOf(places, "没有", `${places.length} 个标题落在页末`);
  },
};

/** 表格 rows stay whole; a cell that is merged over several rows may go on behind the end of a page. */
const splitRows: Check = {
  id: "split-rows",
  name: "表格的行不跨页",
  clause: "标准未规定",
  strength: "实务",
  expected: "每行在一页之内",
  docx: ({ docx }) => {
    if (docx.rows === 0) return null;
    const fine = `${docx.rows} 行都不许跨页`;
    return finding(
      docx.splittableRows === 0,
      docx.splittableRows === 0 ? fine : `${docx.splittableRows} 行可能跨页断开`,
    );
  },
  pdf: ({ pdf, lines }) => {
    const cells = pdf.elements.filter(({ cell }) => cell !== null);
    if (cells.length === 0) return null;
    const split = new Set(
      cells.filter(({ cell, pieces }) => cell?.rowSpan === 1 && new Set(pieces.map(({ page }) => page)).size > 1),
    );
    const places = lines.filter(({ element, isFirst }) => isFirst && split.has(element)).map(placeOfLine);
    return finding(split.size === 0, split.size === 0 ? "没有行跨页" : `${split.size} 格跨页断开`, places);
  },
};

export const titleChecks: readonly Check[] = [titleLines, titleCentred];
export const structureChecks: readonly Check[] = [headingAtFoot, splitRows];
