import type { FontRole } from "../../layout/font-role.ts";
import { fontChains, timesFaces } from "../../layout/fonts.ts";
import { isBoldLevel, type Layout } from "../../layout/rules/layout.ts";
import { faces, gbt9704 as layout, gbt9704Rules as rules, headingFaces } from "../../layout/gbt9704.ts";
import type { HeadingLevel } from "../../document/blocks.ts";
import { type Check, finding, type Finding, isNear, placeOfLine, placeOfUnit, ptText, sourceOf } from "../check.ts";
import type { DocxView, Inspected } from "../inspected.ts";
import type { MeasuredTextRun } from "../measured-docx.ts";
import type { MeasuredRun } from "../measured-pdf.ts";
import type { PdfLine, PdfView } from "../pdf-view.ts";
import { bareText, type PrintedUnit } from "../printed-units.ts";
import { labelLength } from "../role-at.ts";

const SIZE_TOLERANCE_PT = 0.1;

/** From an offset up to another. */
type Stretch = readonly [from: number, to: number];
const nothing: Stretch = [0, 0];

/** A kind of text with the face and size that it has to have. */
type Look = {
  readonly role: FontRole;
  readonly sizePt: number;
  /** How much of a unit is of this kind, in offsets of its bare text. */
  readonly stretchOf: (unit: PrintedUnit) => Stretch;
  /** 加粗 is the writer's in the text; titles have none, and headings what the house gives them. */
  readonly weight: "any" | "plain" | HeadingLevel;
};

/** 上标 and 下标 stand off the baseline and are smaller. */
const isRaised = (run: MeasuredRun, line: PdfLine): boolean => Math.abs(run.baselinePt - line.baselinePt) > 0.01;

/** What is wrong with the weight of a run; "" = nothing. */
function faultOfWeight(bold: boolean, weight: Look["weight"], layout: Layout): string {
  if (weight === "any") return "";
  const isWanted = weight !== "plain" && isBoldLevel(layout, weight);
  return bold === isWanted ? "" : bold ? "加粗" : "没有加粗";
}

function faultOfRun(run: MeasuredRun, { role, sizePt, weight }: Look, { faces: available, layout }: Inspected): string {
  const wrong = run.characters.find(
    (sign) => bareText(sign) !== "" && available.faceOf(role, sign.codePointAt(0) ?? 0).name !== run.face,
  );
  if (wrong !== undefined) return available.wordsFor(run.face);
  if (!isNear(run.sizePt, sizePt, SIZE_TOLERANCE_PT)) return ptText(run.sizePt);
  return faultOfWeight(run.bold, weight, layout);
}

/** The characters that are of a kind: a run-in heading shares its line, and may share its run, with the text. */
function charactersIn(characters: readonly string[], offset: number, [from, to]: Stretch): readonly string[] {
  let at = offset;
  return characters.filter((sign) => {
    const { length } = bareText(sign);
    const isIn = length > 0 && at >= from && at < to;
    at += length;
    return isIn;
  });
}

/** The parts of a line's runs that are of a kind. */
function* runsOfKind(line: PdfLine, look: Look): Generator<MeasuredRun> {
  if (line.place === null) return;
  const stretch = look.stretchOf(line.place.unit);
  if (stretch === nothing) return;
  let { offset } = line.place;
  for (const run of line.runs) {
    const characters = charactersIn(run.characters, offset, stretch);
    if (characters.length > 0) yield { ...run, characters };
    offset += bareText(run.characters.join("")).length;
  }
}

function inPdf({ lines }: PdfView, look: Look, inspected: Inspected): Finding | null {
  const names = new Set<string>();
  const faults: { readonly line: PdfLine; readonly fault: string }[] = [];
  for (const line of lines) {
    if (line.element.cell !== null) continue;
    for (const run of runsOfKind(line, look)) {
      if (isRaised(run, line)) continue;
      names.add(run.face);
      const fault = faultOfRun(run, look, inspected);
      if (fault !== "") faults.push({ line, fault });
    }
  }
  if (names.size === 0) return null;
  const [first] = faults;
  const text =
    first === undefined
      ? `${inspected.faces.wordsFor([...names][0] ?? "")}，${ptText(look.sizePt)}`
      : `${faults.length} 处是${first.fault}`;
  return finding(
    first === undefined,
    text,
    faults.map(({ line }) => placeOfLine(line)),
  );
}

/** The name that the house has chosen; without one any of the class: it depends on the computer that made the file. */
const isOfRole = (role: FontRole, name: string, { style }: Layout): boolean =>
  style.faces[role] === ""
    ? (fontChains[role].requested as readonly string[]).includes(name)
    : style.faces[role] === name;

const hasChinese = (text: string): boolean => /[\u2e80-\u9fff\uff00-\uffef]/u.test(text);

function faultOfText(run: MeasuredTextRun, look: Look, { layout: house }: Inspected): string {
  const { text, face, westernFace: western, sizePt, bold } = run;
  const unnamed = "主题字体";
  if (!isOfRole(look.role, face, house) && hasChinese(text)) return face || unnamed;
  const isWestern =
    western === face || (house.style.westernFace === "times" && timesFaces.some((name) => name === western));
  if (!isWestern && /[0-9A-Za-z]/u.test(text)) return western || unnamed;
  if (!isNear(sizePt, look.sizePt, SIZE_TOLERANCE_PT)) return ptText(sizePt);
  return faultOfWeight(bold, look.weight, house);
}

function inDocx({ paragraphs }: DocxView, look: Look, inspected: Inspected): Finding | null {
  let shown = "";
  const faults: { readonly unit: PrintedUnit; readonly fault: string }[] = [];
  for (const { paragraph, place } of paragraphs) {
    if (place === null || paragraph.isInTable) continue;
    const stretch = look.stretchOf(place.unit);
    if (stretch === nothing) continue;
    let { offset } = place;
    for (const run of paragraph.runs) {
      const characters = charactersIn(Array.from(run.text), offset, stretch);
      offset += bareText(run.text).length;
      if (characters.length === 0) continue;
      const fault = faultOfText({ ...run, text: characters.join("") }, look, inspected);
      if (fault !== "") faults.push({ unit: place.unit, fault });
      shown ||= `${run.face}，${ptText(run.sizePt)}`;
    }
  }
  if (shown === "") return null;
  const [first] = faults;
  return finding(
    first === undefined,
    first === undefined ? shown : `${faults.length} 处是${first.fault}`,
    faults.map(({ unit }) => placeOfUnit(unit)),
  );
}

const lookChecks = (look: Look): Pick<Check, "docx" | "pdf"> => ({
  docx: (view, inspected) => inDocx(view, look, inspected),
  pdf: (view, inspected) => inPdf(view, look, inspected),
});

/** FT-1: the title in 2号小标宋, not bold. */
const titleFace: Check = {
  id: "title-face",
  name: "标题字体字号",
  ...sourceOf(rules.titleSizePt),
  expected: "二号小标宋体，不加粗",
  ...lookChecks({
    ...{ role: faces.title, sizePt: layout.titleSizePt, weight: "plain" },
    stretchOf: ({ kind }) => (kind === "title" ? [0, Infinity] : nothing),
  }),
};

const faceNames = { heiti: "黑体", kaiti: "楷体", fangsong: "仿宋体" } as const;
const levelNames = ["章标题", "一级标题", "二级标题", "三级标题", "四级标题"] as const;

/** FT-1: 黑体, 楷体, 仿宋, 仿宋 in 3号, not bold (7.3.3); 章 is 实务. */
const headingFace = (level: HeadingLevel): Check => ({
  id: `heading-${level}-face`,
  name: `${levelNames[level]}字体`,
  clause: level === 0 ? "标准不设章" : "7.3.3",
  strength: level === 0 ? "实务" : "一般",
  expected: ({ layout: house }) =>
    `三号${faceNames[headingFaces[level]]}，${isBoldLevel(house, level) ? "加粗（本单位版式）" : "不加粗"}`,
  ...lookChecks({
    ...{ role: headingFaces[level], sizePt: layout.bodySizePt, weight: level },
    stretchOf: (unit) => (unit.level === level ? [0, unit.headingLength] : nothing),
  }),
});

/** 附件1, 出席, 请假 and 列席 are labels in 黑体 (7.3.7, 10.3). */
const isBody = ({ kind, role, cell }: PrintedUnit): boolean =>
  cell === null && kind !== "title" && kind !== "image" && kind !== "frame" && role !== "attachmentLabel";

/** FT-1: text in 3号仿宋. */
const bodyFace: Check = {
  id: "body-face",
  name: "正文字体字号",
  ...sourceOf(rules.bodySizePt),
  expected: "三号仿宋体",
  ...lookChecks({
    ...{ role: faces.body, sizePt: layout.bodySizePt, weight: "any" },
    stretchOf: (unit) => (isBody(unit) ? [Math.max(unit.headingLength, labelLength(unit)), Infinity] : nothing),
  }),
};

export const faceChecks: readonly Check[] = [
  titleFace,
  headingFace(0),
  headingFace(1),
  headingFace(2),
  headingFace(3),
  headingFace(4),
  bodyFace,
];
