import * as z from "zod";
import { parseOrdinal } from "../../document/parse-ordinal.ts";
import type { MeasuredDocx, MeasuredParagraph, MeasuredTextRun } from "../../inspect/measured-docx.ts";
import { AppError } from "../../result.ts";
import { chineseFaceName, timesFaces } from "../fonts.ts";
import type { FontRole } from "../font-role.ts";
import { gbt9704 as fixed, gbt9704Rules as standard } from "../gbt9704.ts";
import { ptToMm, ptToTwip, twipToPt } from "../units.ts";
import { levelNames, pageNumberPlaceNames, pageNumberText, westernFaceNames } from "./deviations.ts";
import { type HouseStyle, houseLimits, houseStyleSchema, facesOfRole, standardStyle } from "./house-style.ts";
import { layoutOf } from "./layout.ts";
import { samplePageNumber } from "./sample-page-number.ts";
import { describeOthers, type Tally, tallyOf } from "./tally.ts";

/** One thing that was read from a sample. */
export const sampleItemSchema = z.strictObject({
  name: z.string(),
  /** What most of its text has; "" where nothing can be told. */
  found: z.string(),
  /** What some of it has otherwise. */
  others: z.array(z.string()).readonly(),
  isTaken: z.boolean(),
  /** Why it was not taken; "" where it was. */
  why: z.string(),
});
export type SampleItem = Readonly<z.infer<typeof sampleItemSchema>>;

/** 照这份文件的版式: a style, and all that was read for it. */
export type SampleStyle = { readonly style: HouseStyle; readonly items: readonly SampleItem[] };

type Change = Partial<Omit<HouseStyle, "faces">> & { readonly faces?: Partial<HouseStyle["faces"]> };
type Reading = SampleItem & { readonly change: Change };

const taken = (name: string, found: string, change: Change, others: readonly string[] = []): Reading => ({
  ...{ name, found, others, isTaken: true, why: "", change },
});
const left = (name: string, found: string, why: string, others: readonly string[] = []): Reading => ({
  ...{ name, found, others, isTaken: false, why, change: {} },
});

const isChinese = (text: string): boolean => /[\u3400-\u9fff]/u.test(text);
const lengthOf = (text: string): number => text.replaceAll(/\s/gu, "").length;
const rounded = (value: number, step: number): number => Number((Math.round(value / step) * step).toFixed(2));
const mm = (twips: number): number => ptToMm(twipToPt(twips));

/** A number within the limits of its field, on its step. */
function withinLimits(key: keyof typeof houseLimits, value: number): number | null {
  const { min, max, step } = houseLimits[key];
  const near = rounded(value, step);
  return near >= min && near <= max ? near : null;
}

function marginItem(
  name: string,
  key: "marginTopMm" | "marginLeftMm",
  docx: MeasuredDocx,
  twipsOf: (section: MeasuredDocx["sections"][number]) => number,
): Reading {
  const tally = tallyOf(docx.sections.map((section) => [rounded(mm(twipsOf(section)), 0.1), 1]));
  if (tally === null) return left(name, "", "文件里没有写明");
  const found = `${tally.value} mm`;
  const others = describeOthers(tally, (value) => `${value} mm`);
  const value = withinLimits(key, tally.value);
  const { min, max } = houseLimits[key];
  if (value !== null) return taken(name, found, { [key]: value }, others);
  return left(name, found, `国家标准是 ${standard[key].value} ± 1 mm（规定），这里可设 ${min}–${max} mm`, others);
}

/** Paper and type area, which no house sets otherwise. */
function areaItems({ sections }: MeasuredDocx): readonly Reading[] {
  const sizeOf = (width: number, height: number): string => `${Math.round(width)} × ${Math.round(height)} mm`;
  const paper = tallyOf(sections.map(({ width, height }) => [sizeOf(mm(width), mm(height)), 1]));
  const area = tallyOf(
    sections.map(({ width, height, ...edges }) => [
      sizeOf(mm(width - edges.left - edges.right), mm(height - edges.top - edges.bottom)),
      1,
    ]),
  );
  const told = (name: string, tally: Tally<string> | null, wanted: string, clause: string): Reading => {
    if (tally === null) return left(name, "", "文件里没有写明");
    if (tally.value === wanted) return taken(name, tally.value, {});
    return left(name, tally.value, `国家标准规定 ${wanted}（${clause}），不随样件改`);
  };
  return [
    told("纸张", paper, sizeOf(fixed.pageWidthMm, fixed.pageHeightMm), "5.1"),
    told("版心", area, sizeOf(fixed.typeAreaWidthMm, fixed.typeAreaHeightMm), "5.2.1"),
  ];
}

type Part = { readonly paragraph: MeasuredParagraph; readonly level: 0 | 1 | 2 | 3 | 4 | null };

/** The run that shows the look of what begins a paragraph: a heading, run in or not. */
const leadOf = ({ runs }: MeasuredParagraph): MeasuredTextRun | null =>
  runs.find(({ text }) => isChinese(text)) ?? null;

const LEAST_TITLE_PT = 18;
const MOST_TITLE_PT = 26;
const isTitle = ({ paragraph }: Part): boolean => {
  const size = leadOf(paragraph)?.sizePt ?? 0;
  return paragraph.alignment === "center" && size >= LEAST_TITLE_PT && size <= MOST_TITLE_PT;
};

const isBody = ({ paragraph, level }: Part): boolean =>
  level === null && ["both", "left", "start", "distribute"].includes(paragraph.alignment);

/** Runs with Chinese characters, each by how many it has. */
const chineseRuns = (parts: readonly Part[]): readonly (readonly [MeasuredTextRun, number])[] =>
  parts.flatMap(({ paragraph }) =>
    paragraph.runs.flatMap((run): readonly (readonly [MeasuredTextRun, number])[] =>
      isChinese(run.text) ? [[run, lengthOf(run.text)]] : [],
    ),
  );

/** Single lines of Chinese faces are so high, in em. */
const SINGLE_EM = 1.3;

/** Height of a line in twips as Word sets it; null: it follows its characters. */
function pitchOf(paragraph: MeasuredParagraph, { sections: [section] }: MeasuredDocx): number | null {
  if (paragraph.exactPitch !== null) return paragraph.exactPitch;
  const grid = section?.grid ?? null;
  if (grid === null || paragraph.lineShare === null || !paragraph.isOnGrid) return null;
  // a line that is higher than the grid takes two of its lines
  const single = ptToTwip((leadOf(paragraph)?.sizePt ?? fixed.bodySizePt) * SINGLE_EM);
  return (Math.ceil(single / grid.linePitch) * grid.linePitch * paragraph.lineShare) / 240;
}

function pitchItem(
  name: string,
  key: "linePitchPt" | "titleLinePitchPt",
  parts: readonly Part[],
  docx: MeasuredDocx,
): Reading {
  const tally = tallyOf(parts.map(({ paragraph }) => [pitchOf(paragraph, docx), lengthOf(paragraph.text)]));
  const words = (twips: number | null): string => (twips === null ? "不固定" : `${rounded(twipToPt(twips), 0.05)} 磅`);
  if (tally === null) return left(name, "", "没有这样的段落");
  const others = describeOthers(tally, words);
  if (tally.value === null) return left(name, words(null), "行距随字体变，没有固定值，排不出确定的行数", others);
  const value = withinLimits(key, twipToPt(tally.value));
  const { min, max } = houseLimits[key];
  if (value === null) return left(name, words(tally.value), `超出可设的 ${min}–${max} 磅`, others);
  return taken(name, words(tally.value), { [key]: value }, others);
}

function spacingItem(body: readonly Part[], { sections: [section] }: MeasuredDocx): Reading {
  const name = "字距";
  const gridTwips = section?.grid?.spacingTwips ?? 0;
  const tally = tallyOf(chineseRuns(body).map(([run, weight]) => [run.spacingTwips + Math.round(gridTwips), weight]));
  if (tally === null) return left(name, "", "没有正文");
  const words = (twips: number): string => (twips === 0 ? "不加宽不紧缩" : `${rounded(twipToPt(twips), 0.05)} 磅`);
  const others = describeOthers(tally, words);
  const value = withinLimits("characterSpacingPt", twipToPt(tally.value));
  const { min, max } = houseLimits.characterSpacingPt;
  if (value === null) return left(name, words(tally.value), `超出可设的 ${min}–${max} 磅`, others);
  return taken(name, words(tally.value), { characterSpacingPt: value }, others);
}

const roleNames = { fangsong: "仿宋", kaiti: "楷体", heiti: "黑体", xiaobiaosong: "小标宋", songti: "宋体" } as const;

/** Face and size of a kind of text. The size is the standard's; a face has to be one of its class. */
function faceItems(
  name: string,
  role: FontRole,
  sizePt: number,
  runs: readonly (readonly [MeasuredTextRun, number])[],
): readonly Reading[] {
  const faces = tallyOf(runs.map(([run, weight]) => [chineseFaceName(run.face), weight]));
  const sizes = tallyOf(runs.map(([run, weight]) => [run.sizePt, weight]));
  if (faces === null || sizes === null) return [left(`${name}字体`, "", "没有这样的文字")];
  const words = (face: string): string => (face === "" ? "没有写明（主题字体）" : face);
  const others = describeOthers(faces, words);
  const face = facesOfRole(role).includes(faces.value)
    ? taken(`${name}字体`, words(faces.value), { faces: { [role]: faces.value } }, others)
    : left(`${name}字体`, words(faces.value), `国家标准用${roleNames[role]}类字体`, others);
  const inPoints = (pt: number): string => `${pt} 磅`;
  const size =
    Math.abs(sizes.value - sizePt) < 0.1
      ? taken(`${name}字号`, inPoints(sizes.value), {}, describeOthers(sizes, inPoints))
      : left(
          `${name}字号`,
          inPoints(sizes.value),
          `国家标准是 ${sizePt} 磅，不随样件改`,
          describeOthers(sizes, inPoints),
        );
  return [face, size];
}

/** What begins the headings of a level. */
const headingRuns = (parts: readonly Part[], level: number): readonly (readonly [MeasuredTextRun, number])[] =>
  parts.flatMap((part): readonly (readonly [MeasuredTextRun, number])[] => {
    const lead = part.level === level ? leadOf(part.paragraph) : null;
    return lead === null ? [] : [[lead, 1]];
  });

function boldItems(parts: readonly Part[]): readonly Reading[] {
  const tallies = ([1, 2, 3] as const).flatMap((level) => {
    const tally = tallyOf(headingRuns(parts, level).map(([run, weight]) => [run.bold, weight]));
    return tally === null ? [] : [{ level, tally }];
  });
  if (tallies.length === 0) return [];
  const boldLevels = tallies.filter(({ tally }) => tally.value).map(({ level }) => level);
  const found = boldLevels.length === 0 ? "都不加粗" : `${boldLevels.map((level) => levelNames[level]).join("、")}加粗`;
  const others = tallies.flatMap(({ level, tally }) =>
    describeOthers(tally, (bold) => `${levelNames[level]}${bold ? "加粗" : "不加粗"}`),
  );
  return [taken("标题加粗", found, { boldLevels }, others)];
}

const LONGEST_HEADING = 50;

/** 。 behind headings that stand alone. */
function stopItems(parts: readonly Part[]): readonly Reading[] {
  const alone = parts.flatMap(({ paragraph, level }) => {
    const text = paragraph.text.trim();
    const faces = new Set(paragraph.runs.filter((run) => isChinese(run.text)).map(({ face }) => face));
    const isAlone = (level === 1 || level === 2) && text.length <= LONGEST_HEADING && faces.size === 1;
    return isAlone && !/[。；！？]./u.test(text) ? [[text.endsWith("。"), 1] as const] : [];
  });
  const tally = tallyOf(alone);
  if (tally === null) return [];
  const words = (has: boolean): string => (has ? "有句号" : "没有句号");
  const name = "标题末尾的句号";
  const others = describeOthers(tally, words);
  if (others.length > 0) return [left(name, words(tally.value), "样件里两种都有，照原文", others)];
  return [taken(name, words(tally.value), { headingStop: tally.value ? "always" : "never" })];
}

function westernItems(body: readonly Part[]): readonly Reading[] {
  const runs = body.flatMap(({ paragraph }) => paragraph.runs.filter(({ text }) => /[0-9A-Za-z]/u.test(text)));
  const usual = tallyOf(chineseRuns(body).map(([run, weight]) => [run.face, weight]))?.value ?? "";
  const tally = tallyOf(
    runs.map((run) => [run.westernFace === (run.face || usual) ? usual : run.westernFace, lengthOf(run.text)]),
  );
  if (tally === null) return [];
  const name = "数字和字母的字体";
  const words = (face: string): string =>
    face === "" ? "没有写明（主题字体）" : face === usual ? westernFaceNames.same : face;
  const others = describeOthers(tally, words);
  if (tally.value === usual && usual !== "") return [taken(name, words(usual), { westernFace: "same" }, others)];
  if (tally.value === timesFaces[0]) return [taken(name, timesFaces[0], { westernFace: "times" }, others)];
  return [left(name, words(tally.value), `只能是${westernFaceNames.same}或 ${westernFaceNames.times}`, others)];
}

function pageNumberItems(docx: MeasuredDocx): readonly Reading[] {
  const number = samplePageNumber(docx);
  if (number === null) return [left("页码", "", "没有找到页码")];
  const { form, place, text } = number;
  const shown = form === null ? text : pageNumberText(layoutOf({ ...standardStyle, pageNumberForm: form }));
  return [
    form === null
      ? left("页码样式", text, "不是可选的样式（— 1 —、- 1 -、1、第 1 页）")
      : taken("页码样式", shown, { pageNumberForm: form }),
    place === null
      ? left("页码位置", "", "页码在文本框里或位置不一，看不出来")
      : taken("页码位置", pageNumberPlaceNames[place], { pageNumberPlace: place }),
  ];
}

const partsOf = ({ paragraphs }: MeasuredDocx): readonly Part[] =>
  paragraphs
    .filter(({ isInTable, text }) => !isInTable && lengthOf(text) > 0)
    .map((paragraph) => ({ paragraph, level: parseOrdinal(paragraph.text)?.level ?? null }));

/**
 * Reads the style of a finished document: what most of its text has counts, by characters, whether a style or direct
 * formatting gives it. Linear in the length of the text.
 * @throws AppError style-invalid where it has no text
 */
export function styleFromSample(docx: MeasuredDocx): SampleStyle {
  const parts = partsOf(docx);
  const titles = parts.filter(isTitle);
  const body = parts.filter((part) => isBody(part) && !titles.includes(part));
  const runs = chineseRuns(body);
  if (runs.length === 0) throw new AppError("style-invalid", { reason: "没有正文，取不出版式" });
  const pitch = pitchItem("行距", "linePitchPt", body, docx);
  const titlePitch = titles.length === 0 ? [] : [pitchItem("标题行距", "titleLinePitchPt", titles, docx)];
  const readings = [
    ...areaItems(docx),
    marginItem("天头", "marginTopMm", docx, ({ top }) => top),
    marginItem("订口", "marginLeftMm", docx, (section) => section.left),
    pitch,
    spacingItem(body, docx),
    ...faceItems("正文", "fangsong", fixed.bodySizePt, runs),
    ...faceItems("标题", "xiaobiaosong", fixed.titleSizePt, chineseRuns(titles)),
    // a title on the pitch of the text needs no pitch of its own
    ...titlePitch.map((item) =>
      item.change.titleLinePitchPt === pitch.change.linePitchPt
        ? { ...item, change: { titleLinePitchPt: null } }
        : item,
    ),
    ...faceItems(levelNames[1], "heiti", fixed.bodySizePt, headingRuns(parts, 1)),
    ...faceItems(levelNames[2], "kaiti", fixed.bodySizePt, headingRuns(parts, 2)),
    ...boldItems(parts),
    ...stopItems(parts),
    ...westernItems(body),
    ...pageNumberItems(docx),
  ];
  const style = readings.reduce<HouseStyle>(
    (made, { change: { faces, ...change } }) => ({ ...made, ...change, faces: { ...made.faces, ...faces } }),
    standardStyle,
  );
  return {
    style: houseStyleSchema.parse(style),
    items: readings.map(({ name, found, others, isTaken, why }) => ({ name, found, others, isTaken, why })),
  };
}
