import { gbt9704Rules as rules } from "../../layout/gbt9704.ts";
import { charactersToPt, type Layout } from "../../layout/rules/layout.ts";
import { characterClass, trait } from "../../layout/lines/character-class.ts";
import { layoutHabits, layoutPrograms } from "../../layout/lines/layout-program.ts";
import { twipToPt } from "../../layout/units.ts";
import {
  type Check,
  finding,
  findingOf,
  isNear,
  mostCommon,
  placeOfLine,
  placeOfPage,
  placeOfUnit,
  ptText,
  sourceOf,
} from "../check.ts";
import { programNames } from "../wording.ts";
import { hangs, isUpright, type PdfLine, type PdfView } from "../pdf-view.ts";
import { typeAreaOfPage, typeAreaPt } from "../type-area.ts";

const PITCH_TOLERANCE_PT = 0.1;
/** So many pages of nothing but text, and none of them full: lines are lacking. */
const TELLING_PAGES = 3;
/** Fewer steps from line to line may all be such of a title or a signature. */
const TELLING_STEPS = 6;

/** Pages of nothing but paragraphs, of which one can count lines; the last page ends where the text does. */
function textPages({
  pdf,
  linesOfPage,
}: PdfView): readonly { readonly page: number; readonly lines: readonly PdfLine[] }[] {
  return linesOfPage.flatMap((lines, page) => {
    const isText =
      lines.length > 1 && lines.every(({ element, place }) => element.cell === null && place?.unit.kind !== "frame");
    return isText && isUpright({ pdf }, page) && pdf.pages[page]?.images.length === 0 ? [{ page, lines }] : [];
  });
}

const baselinesOf = (lines: readonly PdfLine[]): readonly number[] =>
  [...new Set(lines.map(({ baselinePt }) => Math.round(baselinePt * 100) / 100))].sort((one, other) => one - other);

/** PG-2: 22 lines a page. Headings that move on and page breaks leave a page with fewer; none has more. */
const linesPerPage: Check = {
  id: "lines-per-page",
  name: "每页行数",
  ...sourceOf(rules.linesPerPage),
  expected: ({ layout }) => `${layout.linesPerPage} 行，行距 ${ptText(layout.linePitchPt)}`,
  docx: ({ docx, paragraphs }, { layout }) => {
    const pitches = paragraphs.flatMap(({ paragraph }) => (paragraph.isInTable ? [] : [paragraph.exactPitch]));
    const pitch = mostCommon(pitches);
    const section = docx.sections.find(({ width, height }) => width < height);
    if (pitches.length === 0 || section === undefined) return null;
    if (pitch === null) return finding(false, "行距不是固定值");
    const lines = Math.floor((section.height - section.top - section.bottom) / pitch);
    return finding(lines === layout.linesPerPage, `${lines} 行，行距 ${ptText(twipToPt(pitch))}`);
  },
  pdf: (view, { layout }) => {
    const pages = textPages(view).map(({ page, lines }) => ({ page, baselines: baselinesOf(lines) }));
    const steps = pages.flatMap(({ baselines }) =>
      baselines.slice(1).map((baseline, index) => Math.round((baseline - (baselines[index] ?? 0)) * 100) / 100),
    );
    const pitch = mostCommon(steps);
    if (pitch === null || steps.length < TELLING_STEPS) return null;
    const counts = pages.map(({ page, baselines }) => ({
      page,
      lines: Math.round(((baselines.at(-1) ?? 0) - (baselines[0] ?? 0)) / pitch) + 1,
    }));
    const most = Math.max(...counts.map(({ lines }) => lines));
    const isShort = counts.filter(({ page }) => page < view.pdf.pages.length - 1).length >= TELLING_PAGES;
    const isOk =
      isNear(pitch, layout.linePitchPt, PITCH_TOLERANCE_PT) &&
      (most === layout.linesPerPage || (most < layout.linesPerPage && !isShort));
    const places = counts.filter(({ lines }) => lines > layout.linesPerPage).map(({ page }) => placeOfPage(page));
    return finding(isOk, `每页最多 ${most} 行，行距 ${ptText(pitch)}`, places);
  },
};

const fullWidth = /^[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uff60“”‘’—…·]$/u;

/** How many characters a full line of nothing but Chinese has, indents counted, hung marks not; null: no such line. */
function fullLineCharacters(line: PdfLine, layout: Layout): number | null {
  const characters = Array.from(line.text.trim());
  const isBody = line.element.cell === null && isNear(line.sizePt, layout.bodySizePt, PITCH_TOLERANCE_PT);
  if (line.isLast || !isBody || !characters.every((character) => fullWidth.test(character))) return null;
  const area = typeAreaPt(layout);
  const indent = line.isFirst ? Math.round((line.leftPt - area.left) / layout.characterWidthPt) : 0;
  const isHung = hangs(line) && line.rightPt > area.right + line.sizePt / 4;
  return characters.length + Math.max(0, indent) - (isHung ? 1 : 0);
}

/** PG-2: 28 characters a line. Marks that may not begin a line leave some with fewer; none has more. */
const charactersPerLine: Check = {
  id: "characters-per-line",
  name: "每行字数",
  ...sourceOf(rules.charactersPerLine),
  expected: ({ layout }) => `${layout.charactersPerLine} 字`,
  docx: ({ docx, paragraphs }, { layout }) => {
    const body = paragraphs.filter(
      ({ paragraph, place }) => !paragraph.isInTable && paragraph.alignment === "both" && place?.unit.kind !== "frame",
    );
    const runs = body.flatMap(({ paragraph }) =>
      paragraph.runs.map(({ sizePt, spacingTwips }) => sizePt * 20 + spacingTwips),
    );
    const advance = mostCommon(runs);
    const section = docx.sections.find(({ width, height }) => width < height);
    if (advance === null || section === undefined) return null;
    const width = section.width - section.left - section.right;
    const characters = Math.floor((width + 5) / advance);
    return finding(characters === layout.charactersPerLine, `${characters} 字`);
  },
  pdf: (view, { layout }) => {
    const counted = view.lines.flatMap((line) => {
      const characters = isUpright(view, line.page) ? fullLineCharacters(line, layout) : null;
      return characters === null ? [] : [{ line, characters }];
    });
    if (counted.length === 0) return null;
    const most = Math.max(...counted.map(({ characters }) => characters));
    const isFew = counted.length < TELLING_PAGES;
    const isOk = most === layout.charactersPerLine || (most === layout.charactersPerLine - 1 && isFew);
    const longest = counted.find(({ characters }) => characters === most);
    return finding(isOk, `整行 ${most} 字`, longest === undefined ? [] : [placeOfLine(longest.line)]);
  },
};

/** 避头尾: no mark begins a line that belongs at the end of the one before. */
const lineStarts: Check = {
  id: "line-starts",
  name: "行首没有标点",
  clause: "GB/T 15834 5.1",
  strength: "规定",
  expected: "句号、逗号、后括号等不在行首",
  pdf: ({ lines }) => {
    const wrong = lines.filter(({ text, isFirst }) => {
      const first = text.trimStart().codePointAt(0);
      return !isFirst && first !== undefined && (characterClass(first) & trait.forbiddenStart) !== 0;
    });
    return findingOf(wrong.map(placeOfLine), "没有", `${wrong.length} 行以标点开头`);
  },
};

const isLetter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/** A paragraph whose last line is one character looks like a leftover. */
const singleCharacters: Check = {
  id: "single-character-lines",
  name: "没有一字成行",
  clause: "标准未规定",
  strength: "实务",
  expected: "段末一行不止一个字",
  pdf: ({ lines }) => {
    const wrong = lines.filter(
      ({ text, isFirst, isLast, place, element }) =>
        isLast &&
        !isFirst &&
        element.cell === null &&
        place?.unit.kind !== "title" &&
        place?.unit.kind !== "frame" &&
        Array.from(text).filter(isLetter).length === 1 &&
        Array.from(text.trim()).length <= 2,
    );
    return findingOf(wrong.map(placeOfLine), "没有", `${wrong.length} 处一字成行`);
  },
};

const indentedKinds = ["heading", "runInHeading", "listItem"] as const;
const indentedRoles = ["body", "note"] as const;
const INDENT_TOLERANCE_PT = 2;

/** Paragraphs and headings begin two characters in (7.3.3). 章 stands in the middle. */
const firstLineIndent: Check = {
  id: "first-line-indent",
  name: "首行缩进",
  ...sourceOf(rules.firstLineIndentCharacters),
  expected: ({ layout }) => `左空 ${layout.firstLineIndentCharacters} 字`,
  pdf: (view, { layout }) => {
    const indent = charactersToPt(layout.firstLineIndentCharacters, layout);
    const firsts = [...view.linesOfUnit].flatMap(([unit, [first]]) => {
      const isIndented =
        (indentedKinds.some((kind) => kind === unit.kind) && unit.level !== 0) ||
        (unit.kind === "paragraph" && indentedRoles.some((role) => role === unit.role));
      // further names of 附件说明 stand below the first (7.3.4)
      const isFurther =
        unit.source.kind === "element" && unit.source.element === "attachmentNames" && !unit.text.startsWith("附件");
      // spaces that the writer has typed are the writer's
      return isIndented && !isFurther && first !== undefined && !/^\s/u.test(unit.text) ? [{ unit, first }] : [];
    });
    if (firsts.length === 0) return null;
    const wrong = firsts.filter(({ first: { leftPt, page } }) => {
      const wanted = typeAreaOfPage(view, page, layout).left + indent;
      return !isNear(leftPt, wanted, INDENT_TOLERANCE_PT);
    });
    const places = wrong.map(({ unit, first }) => placeOfUnit(unit, first.page + 1));
    return findingOf(
      places,
      `${layout.firstLineIndentCharacters} 字`,
      `${wrong.length} 段不是左空 ${layout.firstLineIndentCharacters} 字`,
    );
  },
};

/** The white between a Chinese character and a Western one on lines that nothing has widened, in em. */
function scriptSpaces({ lines }: PdfView): readonly number[] {
  return lines
    .filter(({ isLast, element }) => isLast && element.cell === null)
    .flatMap(({ runs }) =>
      runs.flatMap(({ characters, xPt, sizePt }) =>
        characters.flatMap((character, index) => {
          const next = characters[index + 1] ?? "";
          if (!/\p{Script=Han}/u.test(character) || !/[0-9A-Za-z]/u.test(next)) return [];
          const gap = ((xPt[index + 1] ?? 0) - (xPt[index] ?? 0)) / sizePt - 1;
          return [Math.round(gap * 100) / 100];
        }),
      ),
    );
}

/** The program whose habits the lines have; only then are DOCX and PDF the same line by line. */
const layoutProgram: Check = {
  id: "layout-program",
  name: "断行所依的软件",
  clause: "标准未规定",
  strength: "实务",
  expected: ({ program }) => programNames[program],
  pdf: (view, { program }) => {
    const space = mostCommon(scriptSpaces(view));
    if (space === null) return null;
    const found = layoutPrograms.find((one) => isNear(layoutHabits[one].scriptSpaceEm, space, 0.02));
    const name = found === undefined ? "不能确定" : programNames[found];
    return finding(found === program, `${name}（中西文之间空 ${space} 字）`);
  },
};

export const lineChecks: readonly Check[] = [
  linesPerPage,
  charactersPerLine,
  firstLineIndent,
  lineStarts,
  singleCharacters,
];
export const programChecks: readonly Check[] = [layoutProgram];
