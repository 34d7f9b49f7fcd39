import { isChinese, isHan, isWestern } from "../../repair/characters.ts";
import { type CheckText, matchesOf } from "../check-text.ts";
import type { Found, LocalRule } from "../rule.ts";

const standard = { scope: "local", source: "GB/T 15834—2011", strength: "规定" } as const;

const stop = /(?<=[\u4e00-\u9fff”》）])\.(?=$|[\u4e00-\u9fff“《\n])/gu;
const afterOrdinal =
  /(?<=^|[。；：;:\n])第[一二三四五六七八九十]{1,3}[、:：](?=[\u4e00-\u9fff“《])|(?<=^|[。；：，、;:,\n])(?:(?:首先|其次|再次|最后)、|[一二三四五六七八九十]{1,3}是[，、：,:])(?=[\u4e00-\u9fff“《])/gu;
const bracketed =
  /(?<=^|[。；：:;\n])[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)][、，.．,](?=[\u4e00-\u9fff“《])/gu;
const adjoining = /(?<=”)、(?=“)|(?<=》)、(?=《)/gu;
const ellipses = /(?<![.\d\w/\\])\.{3,}(?![.\w/\\])|。{3,}|．{2,}|·{3,}|(?<!…)…(?!…)|…{3,}/gu;
const dashes = /(?<=[\u4e00-\u9fff”》）])(?:-{2,}|－{1,2}|―{1,2}|─{1,2}|–{2}|—{3,})(?=[\u4e00-\u9fff“《（])/gu;
const marks = /[，、；：。,;:]{2,}/gu;

const moreThanOne = (text: string): boolean => /^([，、；：。])\1+$/u.test(text);

/** 二〇二五年以前，第一、第二产业: what is listed and not counted. */
function marksAfterOrdinals({ text }: CheckText): readonly Found[] {
  return matchesOf(afterOrdinal, text).flatMap((match): readonly Found[] => {
    const end = match.index + match[0].length;
    const mark = match[0].slice(-1);
    if (match[0].startsWith("第")) {
      const isList = /^第?[一二三四五六七八九十]/u.test(text.slice(end));
      return isList || mark !== "、"
        ? []
        : [{ start: end - 1, end, fix: "，", isSafe: true, message: `“${match[0].slice(0, -1)}”后应使用逗号。` }];
    }
    if (/^[首其再最]/u.test(match[0])) {
      return [{ start: end - 1, end, fix: "，", isSafe: true, message: `“${match[0].slice(0, -1)}”后应使用逗号。` }];
    }
    return [{ start: end - 1, end, fix: "", isSafe: true, message: `“${match[0].slice(0, -1)}”后不加标点。` }];
  });
}

/** Half a line of stops leads to the page number of a table of contents. */
const isLeader = (text: string, { 0: found, index }: RegExpExecArray): boolean =>
  found.length > 6 && /^\s*\d*\s*$/u.test(text.slice(index + found.length));

export const punctuationRules: readonly LocalRule[] = [
  {
    ...standard,
    id: "PU-01.stop",
    name: "中文之间的半角句点",
    severity: "错误",
    message: "中文句末应使用句号“。”。",
    find: ({ text }) =>
      isWestern(text)
        ? []
        : matchesOf(stop, text)
            .filter(({ index }) => !/^[一二三四五六七八九十]{1,3}$/u.test(text.slice(0, index)))
            .map(({ index }) => ({ start: index, end: index + 1, fix: "。" })),
    yes: [["全年工作完成‹.›成效明显。", "。"], "全年工作完成‹.›"],
    no: ["1.完善制度。", "完成3.5亿元。", "访问www.example.cn网站。", "一.主要工作"],
  },
  {
    scope: "local",
    id: "PU-02",
    name: "序数词后的标点",
    source: "GB/T 15834—2011、实务",
    strength: "实务",
    severity: "错误",
    message: "序数词后的标点不当。",
    find: marksAfterOrdinals,
    yes: [
      ["主要做法如下：第一‹、›加强领导。", "，"],
      ["存在两个问题：一是‹，›力量不足。", ""],
      ["首先‹、›加强领导。", "，"],
    ],
    no: [
      "第一，加强领导。",
      "一是力量不足，二是经验不够。",
      "第一、第二产业",
      "第一、二季度",
      "其中，第一、要务是发展",
    ],
  },
  {
    scope: "local",
    id: "PU-03.text",
    name: "带括号的序号后的标点",
    source: "GB/T 9704—2012 7.3.3",
    strength: "一般",
    severity: "错误",
    message: "带括号的序号之后不加标点。",
    find: ({ text }) =>
      matchesOf(bracketed, text).map((match) => {
        const end = match.index + match[0].length;
        return { start: end - 1, end, fix: "", isSafe: true as const };
      }),
    yes: [["主要措施：（一）‹、›加强领导。", ""]],
    no: ["第（一）、（二）项规定", "主要措施：（一）加强领导。"],
  },
  {
    scope: "local",
    id: "PU-04",
    name: "并列引号、书名号之间的顿号",
    source: "GB/T 15834—2011 4.5.3.5",
    strength: "一般",
    severity: "提示",
    isOff: true,
    message: "并列的引号或书名号之间通常不用顿号。",
    find: ({ text }) => matchesOf(adjoining, text).map(({ index }) => ({ start: index, end: index + 1, fix: "" })),
    yes: ["增强“四个意识”‹、›“四个自信”。", "学习《某法》‹、›《某条例》。"],
    no: ["增强“四个意识”“四个自信”。"],
  },
  {
    ...standard,
    id: "PU-07",
    name: "省略号和破折号",
    severity: "错误",
    message: "省略号应为“……”，破折号应为“——”。",
    find: ({ text }) => [
      ...matchesOf(ellipses, text)
        .filter(
          (match) => !isLeader(text, match) && (isChinese(text.charAt(match.index - 1)) || /^[…]/u.test(match[0])),
        )
        .map(({ 0: found, index }) => ({ start: index, end: index + found.length, fix: "……", isSafe: true as const })),
      ...matchesOf(dashes, text).map(({ 0: found, index }) => ({
        start: index,
        end: index + found.length,
        fix: "——",
        isSafe: true as const,
      })),
    ],
    yes: [
      ["包括制度、机制、方法‹...›都已完善。", "……"],
      ["包括制度、机制‹。。。›", "……"],
      ["包括制度‹…›都已完善。", "……"],
      ["法治‹--›政府建设的保障。", "——"],
    ],
    no: ["包括制度……都已完善。", "法治——政府建设的保障。", "git log a...b", "2023—2025年", "目录\t..........3"],
  },
  {
    ...standard,
    id: "PU-09.adjoining",
    name: "连用的标点",
    severity: "错误",
    message: "标点连用，请核对应保留哪一个。",
    find: ({ text, form }) =>
      matchesOf(marks, text)
        .filter(({ 0: found, index }) => {
          const before = text.charAt(index - 1);
          const isText = isHan(before) || /[”》）\d%％]/u.test(before);
          const known = /^(?:，。|、，|、。|；。)$/u.test(found) && isHan(before);
          return form !== "element" && isText && !moreThanOne(found) && !known && !/^[,;:]+$/u.test(found);
        })
        .map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
    yes: ["工作完成‹，；›成效明显。", "工作完成‹。，›成效明显。"],
    no: ["工作完成，成效明显。", "他说：“很好。”"],
  },
];
