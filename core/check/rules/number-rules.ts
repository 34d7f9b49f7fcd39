import { type CheckText, matchesOf } from "../check-text.ts";
import type { Found, LocalRule } from "../rule.ts";

const standard = { scope: "local", source: "GB/T 15835—2011", strength: "规定" } as const;
const practice = { scope: "local", source: "实务", strength: "实务" } as const;

/** A year in Chinese characters in which a nought is no 〇. */
const wrongNought =
  /(?<![一二三四五六七八九十百千万零〇\d])[一二][〇○零oO0ＯｏΟ０][〇○零oO0ＯｏΟ０一二三四五六七八九]{2}(?=年)/gu;
const chineseYear =
  /(?<![一二三四五六七八九十百千万零〇\d])[一二][〇○零九八][〇○零一二三四五六七八九]{2}年(?:度|[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)?/gu;
const chineseDay =
  /(?<![一二三四五六七八九十〇零年]|农历|正)[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/gu;
const shortYear =
  /(?<![\d.,第近前后满达余约：:—～-])(?<from>[0-4]\d)年(?=度(?!假)|底|末|初|\d{1,2}月)|(?<![\d.])[’'‘](?<from2>\d{2})年/gu;

const spanHalf =
  /(?<![\d.%％～~—-])(?<from>\d+(?:\.\d+)?)(?<mark>[～~—]|至|到)(?<to>\d+(?:\.\d+)?)(?<unit>[%％]|万亿|万|亿)(?!分)/gu;
const tens =
  /(?<![\d.,A-Za-z])\d+(?:\.\d+)?\s?(?<unit>[千百十])(?![分瓦米克伏帕卡赫安字大强佳日年帧兆吨位名里多]|个百分点)(?=[\u4e00-\u9fff，。；、）]|$)/gu;

const rateMoves =
  /(?<subject>[\u4e00-\u9fff]{0,10}(?:率|占比|比重|比例))(?:[^，。；：\d]{0,14}?)(?:提高|上升|提升|增加|增长|下降|降低|回落|减少)(?:了|约|近)?(?<figure>\d+(?:\.\d+)?[%％])/gu;
const fromTo =
  /(?:由|从)[^，。；\d]{0,12}\d+(?:\.\d+)?[%％][^，。；\d]{0,8}(?:提高|上升|提升|增长|增加|下降|降低|减少)(?:到|至|为)[^，。；\d]{0,4}\d+(?:\.\d+)?[%％][，,](?:[^，。；\d]{0,8}?)(?:提高|上升|提升|增长|增加|下降|降低|减少)(?:了)?(?<figure>\d+(?:\.\d+)?[%％])(?!的)/gu;
const timesLess =
  /(?:减少|下降|降低|缩短|缩小|压减|压缩|减小|回落)(?:了|近|约|超过|超|达){0,2}(?<figure>(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]{1,3})倍)/gu;
const barePoint = /(?<=\d)(?<figure>百分点|[%％]个百分点|个百分比)/gu;

/** A named part of a match as a stretch of the text: the last place of it in the match. */
function partOf(match: RegExpExecArray, part = "figure"): { readonly start: number; readonly end: number } {
  const words = match.groups?.[part] ?? match[0];
  const start = match.index + match[0].lastIndexOf(words);
  return { start, end: start + words.length };
}

function noughts({ text }: CheckText): readonly Found[] {
  return matchesOf(wrongNought, text).flatMap(({ 0: year, index }): readonly Found[] => {
    const right = year.replaceAll(/[○零oO0ＯｏΟ]/gu, "〇");
    return right === year || year.includes("０")
      ? []
      : [{ start: index, end: index + year.length, fix: right, isSafe: true }];
  });
}

const longTerm = /^(?:远景|年?远景目标)/u;

function chineseDates({ text, kind }: CheckText): readonly Found[] {
  if (kind === "title") return [];
  return [...matchesOf(chineseYear, text), ...matchesOf(chineseDay, text)]
    .filter(({ 0: found, index }) => !longTerm.test(text.slice(index + found.length)))
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

const shortYears = ({ text }: CheckText): readonly Found[] =>
  matchesOf(shortYear, text).map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    message: "年份应写全四位数字。",
  }));

function halfSpans({ text }: CheckText): readonly Found[] {
  return matchesOf(spanHalf, text).flatMap((match): readonly Found[] => {
    const { from = "", to = "", unit = "", mark = "" } = match.groups ?? {};
    // 2021—2025万… is no span of amounts, and 从3到5% may go on from a count
    if (/^(?:19|20)\d{2}$/u.test(from) || (/[至到]/u.test(mark) && !/[%％]/u.test(unit))) return [];
    if (Number(from) > Number(to)) return [];
    const fix = `${from}${unit}${mark}${to}${unit}`;
    return [{ start: match.index, end: match.index + match[0].length, fix }];
  });
}

export const numberRules: readonly LocalRule[] = [
  {
    ...standard,
    id: "NU-04",
    name: "年份中的“〇”",
    severity: "错误",
    message: "汉字年份中的零应写作“〇”。",
    spares: "names",
    find: noughts,
    yes: [
      ["展望‹二零三五›年远景目标。", "二〇三五"],
      ["展望‹二O三五›年远景目标。", "二〇三五"],
      ["展望‹二0三五›年远景目标。", "二〇三五"],
    ],
    no: ["展望二〇三五年远景目标。", "《二零三五年纲要》已印发。", "一百二十年"],
  },
  {
    ...standard,
    id: "NU-02",
    name: "汉字写的年份和日期",
    severity: "提示",
    message: "年份和日期一般使用阿拉伯数字。",
    spares: "quotes",
    find: chineseDates,
    yes: ["‹二〇二五年›，我局完成审计项目32个。", "‹三月十五日›召开会议。"],
    no: ["二〇三五年远景目标", "2025年3月15日召开会议。", "《二〇二五年工作要点》", "农历八月十五日"],
  },
  {
    ...standard,
    id: "NU-02.short",
    name: "两位数的年份",
    severity: "错误",
    message: "年份应写全四位数字。",
    spares: "names",
    find: shortYears,
    yes: ["‹25年›度完成审计项目32个。", "‹24年›12月召开会议。", "‹25年›底前完成。"],
    no: ["2025年度完成审计项目32个。", "工作20年来", "近20年", "第25年度"],
  },
  {
    ...standard,
    id: "NU-05",
    name: "数值范围的单位",
    severity: "提示",
    message: "数值范围的两端都应写出“%”“万”“亿”，以免误解。",
    spares: "names",
    find: halfSpans,
    yes: [
      ["压缩‹10～15%›左右。", "10%～15%"],
      ["投入‹3～5万›元。", "3万～5万"],
    ],
    no: ["压缩10%～15%左右。", "投入3万～5万元。", "2021—2025年", "第1—3项"],
  },
  {
    ...standard,
    id: "NU-06",
    name: "阿拉伯数字与“千”“百”“十”",
    severity: "提示",
    message: "阿拉伯数字只与“万”“亿”连用，不与“千”“百”“十”连用。",
    spares: "quotes",
    find: ({ text }) =>
      matchesOf(tens, text).map((match) => ({ start: match.index, end: match.index + match[0].length })),
    yes: ["查出问题金额‹3千›万元。", "走访群众‹5百›人。"],
    no: ["查出问题金额3000万元。", "装机3千瓦，长5千米，重2千克。", "2025十大案例", "走访群众五百人。"],
  },
  {
    ...practice,
    id: "NU-08",
    name: "百分数之差",
    severity: "提示",
    message: "两个百分数相比，差数应写“个百分点”，请核对。",
    spares: "names",
    find: ({ text }) => [
      ...matchesOf(rateMoves, text)
        .filter(({ 0: found }) => !/(?:增长率|增速|增幅|提高率)/u.test(found))
        .map((match) => partOf(match)),
      ...matchesOf(fromTo, text).map((match) => partOf(match)),
    ],
    yes: ["整改率比上年提高‹3%›。", "整改率由85%提高到90%，提高‹5%›。"],
    no: ["整改率比上年提高3个百分点。", "审计项目数比上年增长3%。", "整改率达到95%。", "整改率提高到95%。"],
  },
  {
    ...practice,
    id: "NU-08.times",
    name: "减少用倍",
    severity: "错误",
    message: "减少、下降不能用“倍”，应使用百分数或分数。",
    find: ({ text }) => matchesOf(timesLess, text).map((match) => partOf(match)),
    yes: ["信访量下降‹2倍›。", "用时缩短了‹一倍›。"],
    no: ["项目数增长2倍。", "信访量下降20%。", "减少三成"],
  },
  {
    ...practice,
    id: "NU-08.point",
    name: "百分点的写法",
    severity: "错误",
    message: "应写作“个百分点”。",
    find: ({ text }) => matchesOf(barePoint, text).map((match) => ({ ...partOf(match), fix: "个百分点" })),
    yes: [["整改率提高3‹百分点›。", "个百分点"], "提高3‹%个百分点›。"],
    no: ["整改率提高3个百分点。"],
  },
];
