import { isHan, isWestern, unreadableCharacters } from "../../repair/characters.ts";
import { findSpaces } from "../../repair/find-spaces.ts";
import { createTally } from "../../repair/text-finding.ts";
import { parseOrdinal } from "../../document/numbering.ts";
import { type CheckText, matchesOf } from "../check-text.ts";
import { type CheckedBlock, type CheckedReport, firstLineOf } from "../checked-report.ts";
import type { AcrossRule, Found, FoundInReport, LocalRule } from "../rule.ts";

const practice = { scope: "local", source: "实务", strength: "实务" } as const;

const unreadable = new RegExp(`[${unreadableCharacters}]+`, "gu");
const fieldError = /错误[!！]\s?(?:未(?:找到|定义)|文档中)[^。，\n]{0,12}/gu;
/** What one program prints for the characters of another: text in GBK read as UTF-8 and the other way round. */
const garbled = /(?:锟斤拷|烫烫烫|屯屯屯|[ÃÂ][\u0080-\u00bf]){1,40}/gu;
const serial = /(?<=[\u4e00-\u9fff]{2}〔(?:19|20)\d{2}〕)(?:第\s?0*|0+)(?=\d+号)/gu;

const gap = / /gu;

/** A space between two words of a sentence, which may part phrases: shown, and left to the writer. */
function gaps(checked: CheckText): readonly Found[] {
  const { text, form, kind } = checked;
  if (kind === "title" || kind === "heading" || (kind === "runInHeading" && form === "line")) return gapsAtDigits(text);
  if (form !== "text" || isWestern(text) || !text.includes(" ") || !/[。；，：]/u.test(text)) return [];
  const certain = new Set(findSpaces(checked, createTally()).flatMap(({ edits }) => edits.map(({ start }) => start)));
  return matchesOf(gap, text).flatMap(({ index }): readonly Found[] => {
    const [before, after] = [text.charAt(index - 1), text.charAt(index + 1)];
    if (certain.has(index) || !isHan(before) || !isHan(after)) return [];
    // 张 三, and what a signature or a list sets apart
    if (!isHan(text.charAt(index - 2)) || !isHan(text.charAt(index + 2))) return [];
    if (/[“《][^”》]*$/u.test(text.slice(Math.max(0, index - 60), index))) return [];
    return [{ start: index, end: index + 1, fix: "" }];
  });
}

/** In a title or heading words may be set apart on purpose, but not a year from its words. */
const gapsAtDigits = (text: string): readonly Found[] =>
  matchesOf(/(?<=[\u4e00-\u9fff]) (?=\d)|(?<=\d) (?=[\u4e00-\u9fff])/gu, text).map(({ index }) => ({
    start: index,
    end: index + 1,
    fix: "",
  }));

const chapter = /(?:^|\n)\s*(?<line>第[一二三四五六七八九十]{1,3}[章节编][^\n]{0,40})/u;
const longestCell = 60;

/** A heading, or a whole paragraph with its heading, in a cell: rows that were not ended swallow what follows. */
function swallowed({ text, kind }: CheckText): readonly Found[] {
  if (kind !== "table") return [];
  const match = chapter.exec(text);
  const line = match?.groups?.["line"] ?? "";
  const start = match === null ? 0 : match.index + match[0].length - line.length;
  const isHeading = match !== null && (text.length > longestCell || parseOrdinal(line.trim()) !== null);
  return isHeading ? [{ start, end: start + line.length }] : [];
}

const person =
  /(?<![\dXx])(?:[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx]|1[3-9]\d{9})(?![\dXx])/gu;

export const residueRules: readonly LocalRule[] = [
  {
    ...practice,
    id: "PU-17.words",
    name: "词语之间的空格",
    severity: "提示",
    message: "中文之间一般不空格，请核对。",
    find: gaps,
    yes: [["我局加强‹ ›审计监督，成效明显。", ""]],
    no: [
      "开展“学思想 强党性 重实践”活动，效果明显。",
      "使用 AI 系统开展审计，成效明显。",
      "局长：张 三，副局长：李 四。",
    ],
  },
  {
    scope: "local",
    id: "PU-13.serial",
    name: "发文字号的序号",
    source: "GB/T 9704—2012 7.2.5",
    strength: "规定",
    severity: "错误",
    message: "发文字号的序号不加“第”，不编虚位。",
    find: ({ text }) =>
      matchesOf(serial, text).map(({ 0: found, index }) => ({ start: index, end: index + found.length, fix: "" })),
    yes: ["根据某审发〔2025〕‹0›3号文件。", "根据某审发〔2025〕‹第›3号文件。"],
    no: ["根据某审发〔2025〕3号文件。", "国务院令第711号"],
  },
  {
    ...practice,
    id: "TY-3.unreadable",
    name: "无法识别的字符",
    severity: "错误",
    message: "字符无法识别，请对照原文补上。",
    find: ({ text }) => [
      ...matchesOf(unreadable, text).map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
      ...matchesOf(garbled, text).map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
    ],
    yes: ["加强‹\ufffd›审计监督。", "加强‹锟斤拷›监督。"],
    no: ["加强审计监督。"],
  },
  {
    ...practice,
    id: "TY-3.field-error",
    name: "域的出错提示",
    severity: "错误",
    message: "这是文件中引用出错的提示，请对照原文补上。",
    find: ({ text }) =>
      matchesOf(fieldError, text).map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
    yes: ["详见‹错误!未找到引用源›。"],
    no: ["纠正错误！未发现问题。"],
  },
  {
    ...practice,
    id: "TY-3.swallowed",
    name: "混入表格的标题",
    severity: "错误",
    message: "表格单元格里有一个标题，像是表格后面的正文混入了表格，请核对。",
    find: swallowed,
    yes: [],
    no: [],
  },
  {
    ...practice,
    id: "PR-1",
    name: "证件号码和手机号码",
    severity: "提示",
    isOff: true,
    message: "公开前请核对是否可以公布。",
    find: ({ text }) =>
      matchesOf(person, text).map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
    yes: ["联系电话：‹13812345678›。", "身份证号‹11010519491231002X›。"],
    no: ["举报电话12388。", "金额13812345678901元。"],
  },
];

const rowNumber = /^\d{1,3}$/u;
const nearRows = 8;

/** The number of a last row with nothing behind it but the next heading: the row's words are gone. */
function emptyLastRow(_: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  const numberAt = (index: number): number | null => {
    const checked = blocks[index];
    const text = checked?.block.kind === "paragraph" ? (checked.texts[0]?.text.trim() ?? "") : "";
    return rowNumber.test(text) ? Number(text) : null;
  };
  return blocks.flatMap((checked, index): readonly FoundInReport[] => {
    const number = numberAt(index);
    const next = blocks[index + 1]?.block;
    if (number === null || number < 2 || next?.kind !== "heading" || next.level > 1) return [];
    const above = Array.from({ length: nearRows }, (_row, back) => numberAt(index - 1 - back));
    return above.includes(number - 1) ? [{ place: firstLineOf(checked, index) }] : [];
  });
}

export const residueAcrossRules: readonly AcrossRule[] = [
  {
    scope: "across",
    id: "TY-3.last-row",
    name: "表格末行缺内容",
    source: "实务",
    strength: "实务",
    severity: "提示",
    message: "表格最后一行只有序号，内容像是被后面的标题取代了，请对照原文核对。",
    find: emptyLastRow,
    yes: [
      "青石县审计工作发展规划\n一、发展目标\n序号\n重点任务\n1\n健全制度体系\n2\n完善运行机制\n‹3›\n第二章 主要任务\n坚持围绕中心、服务大局，依法履行审计监督职责。",
    ],
    no: [
      "青石县审计工作发展规划\n一、发展目标\n序号\n重点任务\n1\n健全制度体系\n2\n完善运行机制\n第二章 主要任务\n坚持围绕中心、服务大局，依法履行审计监督职责。",
    ],
  },
];
