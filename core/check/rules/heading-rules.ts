import type { Place } from "../../document/place.ts";
import { endsLikeTitle } from "../../import/title-line.ts";
import { type CheckedBlock, type CheckedReport, firstLineOf, placeOf } from "../checked-report.ts";
import { emptyTitles } from "../empty-titles.ts";
import type { HouseLists } from "../house-lists.ts";
import type { AcrossRule, FoundInReport } from "../rule.ts";

/** The words of a heading, of both kinds the part that is one. */
const headingText = ({ texts }: CheckedBlock): string => texts[0]?.text.trim() ?? "";

type HeadingAt = { readonly index: number; readonly level: number; readonly text: string; readonly place: Place };

function headingsAlone(blocks: readonly CheckedBlock[]): readonly HeadingAt[] {
  return blocks.flatMap((checked, index): readonly HeadingAt[] => {
    const { block } = checked;
    if (block.kind !== "heading") return [];
    const text = headingText(checked);
    return text === "" ? [] : [{ index, level: block.level, text, place: firstLineOf(checked, index) }];
  });
}

/** A heading with 。 at its end, or one without, and what is said of it. */
function wrongEnd({ place, text }: HeadingAt, message: string): FoundInReport {
  if (!text.endsWith("。")) return { place, message };
  return {
    place: { ...place, start: place.start + text.length - 1, end: place.start + text.length },
    message,
    fix: "",
  };
}

/** Headings that end otherwise than the house has it, or without its word otherwise than most of their level. */
function headingEnds(
  _: CheckedReport,
  blocks: readonly CheckedBlock[],
  _repairs: readonly unknown[],
  { headingStop }: HouseLists,
): readonly FoundInReport[] {
  const byLevel = new Map<number, HeadingAt[]>();
  for (const heading of headingsAlone(blocks)) {
    // a heading that is a whole sentence or two is a paragraph
    if (/[。；].+/u.test(heading.text)) continue;
    const own = byLevel.get(heading.level);
    if (own === undefined) byLevel.set(heading.level, [heading]);
    else own.push(heading);
  }
  return [...byLevel.values()].flatMap((headings) => {
    const stopped = headings.filter(({ text }) => text.endsWith("。"));
    const open = headings.filter(({ text }) => !text.endsWith("。"));
    if (headingStop === "never") return stopped.map((one) => wrongEnd(one, "按本单位版式，标题末尾不加句号。"));
    if (headingStop === "always") return open.map((one) => wrongEnd(one, "按本单位版式，标题末尾加句号。"));
    if (stopped.length === 0 || open.length === 0) return [];
    const few = stopped.length <= open.length ? stopped : open;
    const message =
      few === stopped
        ? `同级标题中多数（${open.length} 个）末尾没有句号，这里有，请统一。`
        : `同级标题中多数（${stopped.length} 个）末尾有句号，这里没有，请统一。`;
    return few.map((one) => wrongEnd(one, message));
  });
}

/** The first line, where it was not read as the title because of its marks. */
function titleWithMarks(blocks: readonly CheckedBlock[]): number {
  const [first] = blocks;
  if (first?.block.kind !== "paragraph" || blocks.some(({ block }) => block.kind === "title")) return -1;
  const text = headingText(first);
  return text.length <= longestTitle && endsLikeTitle(text.replace(/[。．.，；！：]+$/u, "")) ? 0 : -1;
}
const longestTitle = 60;

function marksInTitle(_: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  const likeTitle = titleWithMarks(blocks);
  return blocks.flatMap((checked, index) => {
    const [text] = checked.texts;
    if (text === undefined || (checked.block.kind !== "title" && index !== likeTitle)) return [];
    return Array.from(text.text.matchAll(/[，。；：！？,;!?]/gu)).flatMap(({ index: start }) => {
      const place = placeOf(text, { start, end: start + 1 }, index);
      return place === null || /[《“（(][^》”）)]*$/u.test(text.text.slice(0, start)) ? [] : [{ place }];
    });
  });
}

/** What a title may end with behind its 文种: （2021—2025年）, （试行）. */
const isWhole = (text: string): boolean => endsLikeTitle(text.replace(/[。．.]$/u, "")) || text.length < 4;

function titleWithoutKind(_: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  const index = blocks.findIndex(({ block }) => block.kind === "title");
  const title = blocks[index];
  if (title === undefined) return [];
  const text = (title.texts[0]?.text ?? "").replaceAll("\n", "").trim();
  // what a title ends in is not known while a blank stands there
  const isOpenEnded = /\ufffc[）)》”]*$/u.test(text);
  return text === "" || isOpenEnded || isWhole(text) ? [] : [{ place: firstLineOf(title, index) }];
}

function missingTitle({ blocks, year }: CheckedReport, checked: readonly CheckedBlock[]): readonly FoundInReport[] {
  if (titleWithMarks(checked) >= 0) return [];
  return emptyTitles(blocks, year).flatMap((index) => {
    const block = checked[index];
    return block === undefined ? [] : [{ place: { ...firstLineOf(block, index), end: 0 } }];
  });
}

/** The same words on one level: under one heading, or long enough to mean the same anywhere. */
function sameHeadings(_: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  const found: FoundInReport[] = [];
  const known = new Map<string, string>();
  const parents: (number | undefined)[] = [];
  let part = 0;
  for (const [index, checked] of blocks.entries()) {
    const { block } = checked;
    if (block.kind === "title") part = index;
    if (block.kind !== "heading" && block.kind !== "runInHeading") continue;
    parents.length = block.level + 1;
    parents[block.level] = index;
    const text = headingText(checked).replace(/[。：:]$/u, "");
    const above = parents.slice(0, block.level).findLast((parent) => parent !== undefined) ?? part;
    const key = text.length >= longHeading ? text : `${above} ${text}`;
    const other = known.get(key);
    if (text.length < 2) continue;
    if (other === undefined) known.set(key, text);
    else found.push({ place: firstLineOf(checked, index), message: `标题“${text}”与前面的标题相同，请核对。` });
  }
  return found;
}
const longHeading = 8;

const practice = { source: "实务", strength: "实务" } as const;

export const headingRules: readonly AcrossRule[] = [
  {
    scope: "across",
    id: "PU-11",
    name: "标题中的标点",
    source: "党政机关公文处理实务",
    strength: "实务",
    severity: "提示",
    message: "公文标题除书名号、引号和括号外，一般不用标点。",
    find: marksInTitle,
    yes: ["青石县审计局2025年工作报告‹。›\n全年工作完成，成效明显。"],
    no: ["青石县审计局关于《某某办法（试行）》执行情况的报告\n全年工作完成，成效明显。"],
  },
  {
    ...practice,
    scope: "across",
    id: "PU-10",
    name: "标题末尾的句号",
    severity: "提示",
    message: "同级标题末尾的句号应统一。",
    find: headingEnds,
    yes: [
      "一、主要工作\n（一）加强监督\n全年工作完成。\n（二）加强整改‹。›\n全年工作完成。\n（三）加强队伍建设\n全年工作完成。",
    ],
    no: [
      "一、主要工作\n（一）加强监督。\n全年工作完成。\n（二）加强整改。\n全年工作完成。\n二、下一步工作\n继续努力。",
    ],
  },
  {
    ...practice,
    scope: "across",
    id: "ST-2",
    name: "相同的标题",
    severity: "提示",
    message: "两个标题的文字相同。",
    find: sameHeadings,
    yes: [
      "一、主要工作\n（一）加强审计监督\n全年工作完成。\n（二）加强整改\n整改到位。\n（三）‹加强审计监督›\n队伍稳定。",
    ],
    no: ["一、主要工作\n（一）做法\n全年工作完成。\n二、存在问题\n（一）做法\n还有差距。"],
  },
  {
    scope: "across",
    id: "ST-3",
    name: "缺少标题",
    source: "GB/T 9704—2012 7.3.1",
    strength: "规定",
    severity: "错误",
    message: "报告没有标题。",
    find: missingTitle,
    yes: ["‹›2025年，我局认真履行职责，全年工作完成，现将情况报告如下：\n一、主要工作\n全年工作完成。"],
    no: ["青石县审计局2025年工作报告\n一、主要工作\n全年工作完成。"],
  },
  {
    scope: "across",
    id: "ST-3.kind",
    name: "标题没有文种",
    source: "GB/T 9704—2012 7.3.1",
    strength: "规定",
    severity: "提示",
    message: "标题末尾看不出文种（报告、通知、意见……），请核对。",
    find: titleWithoutKind,
    yes: [],
    no: [
      "青石县审计局2025年工作报告\n一、主要工作\n全年工作完成。",
      "青石县审计工作发展规划（2021—2025年）\n一、主要工作\n全年工作完成。",
    ],
  },
];
