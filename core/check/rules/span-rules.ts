import { type CheckText, matchesOf } from "../check-text.ts";
import type { Found, LocalRule } from "../rule.ts";

const years =
  /(?<![\d.\-—/〔])(?<from>(?:19|20)\d{2})(?<unit>年?)(?<mark>\s?(?:[-－–~～]|--|——|至今)\s?)(?=(?:19|20)\d{2}(?:年|（|\)|）|》|度))/gu;
/** 1-11月, 3-5月: periods of a year. */
const months = /(?<![\d.\-—～~])(?<=^|[\u4e00-\u9fff，。；、（(“\s])\d{1,2}月?(?<mark>[-－–~～])\d{1,2}月(?!\d)/gu;
const units =
  "个|项|件|次|名|人|家|天|小时|分钟|万元|亿元|元|万|亿|公里|米|吨|亩|户|条|篇|期|份|批|届|倍|岁|周|年|%|％|个百分点|工作日|日";
const numbers = new RegExp(
  `(?<![\\d.\\-—～~–A-Za-z第〔/:])(?:\\d+(?:\\.\\d+)?[%％万亿]?)(?<mark>[-－–~])(?!(?:19|20)\\d{2}年)(?:\\d+(?:\\.\\d+)?)(?:${units})`,
  "gu",
);

/** The mark between the two ends of a match. */
function markIn(match: RegExpExecArray): { readonly start: number; readonly end: number } {
  const mark = match.groups?.["mark"] ?? "";
  const start = match.index + match[0].indexOf(mark);
  return { start, end: start + mark.length };
}

function yearSpans({ text }: CheckText): readonly Found[] {
  return matchesOf(years, text).map((match) => ({ ...markIn(match), fix: "—", isSafe: true as const }));
}

export const spanRules: readonly LocalRule[] = [
  {
    scope: "local",
    id: "PU-08",
    name: "年份起止的连接号",
    source: "GB/T 15834—2011 4.13.3.2",
    strength: "规定",
    severity: "错误",
    message: "年份起止之间应使用一字线“—”。",
    find: yearSpans,
    yes: [
      ["实施方案（2021‹-›2025年）已印发。", "—"],
      ["2021‹~›2025年，", "—"],
      ["2021年‹--›2025年", "—"],
    ],
    no: ["2021—2025年", "2021年至2025年", "案号2021-2025", "某审发〔2021〕3号", "完成第1—3项"],
  },
  {
    scope: "local",
    id: "PU-08.months",
    name: "月份起止的连接号",
    source: "GB/T 15834—2011 4.13.3.2",
    strength: "规定",
    severity: "提示",
    message: "月份起止之间应使用一字线“—”。",
    find: ({ text }) => matchesOf(months, text).map((match) => ({ ...markIn(match), fix: "—" })),
    yes: [["2025年1‹-›11月，完成审计项目32个。", "—"]],
    no: ["1—11月，完成审计项目32个。", "2025-11月刊", "5月、6月"],
  },
  {
    scope: "local",
    id: "PU-08.numbers",
    name: "数值范围的连接号",
    source: "GB/T 15834—2011 4.13.3.3",
    strength: "规定",
    severity: "提示",
    message: "数值范围应使用浪纹线“～”。",
    find: ({ text }) => matchesOf(numbers, text).map((match) => ({ ...markIn(match), fix: "～" })),
    yes: [["每年开展3‹-›5次培训。", "～"], "压缩10%‹-›15%。"],
    no: ["每年开展3～5次培训。", "完成第1—3项。", "电话0371-6538号", "型号GB-3-5个", "2021-2025年"],
  },
];
