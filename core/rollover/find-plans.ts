import type { Finder } from "./token.ts";
import { matches } from "./token.ts";
import { chineseNumber, chineseYear, yearSpan } from "./vocabulary.ts";

const fiveYears = "十[一二三四五六七八九]五";
const patterns = [
  `(?<!${chineseNumber})(?:“${fiveYears}”|${fiveYears})(?:规划|时期|期间)?`,
  `(?:“[一二三四五六七八九]五”|(?<!${chineseNumber})[一二三四五六七八九]五)(?:普法(?:规划|计划)?|(?=规划|法治宣传))`,
  `第${chineseNumber}+个五年(?:(?:普法|法治宣传教育)?(?:规划|计划)(?!期)(?:纲要)?|普法)`,
  `(?<![\\d一二三四五六七八九十第]|第[一二三四五六七八九十]{1,2}个)(?:[一二两三四五六七八九十]|\\d{1,2})年(?:滚动|[^\\P{Script=Han}来内以未的后前间多个中]{0,4}?)` +
    `(?:行动|攻坚(?!克)|规划|计划|发展规划)(?:行动)?(?:计划|方案|规划|纲要)?(?:[（(]${yearSpan}[）)])?`,
  `(?:20\\d\\d年?|${chineseYear}?)远景目标(?:纲要)?`,
].map((pattern) => new RegExp(pattern, "gu"));

/** Plans that run for some years: “十四五”规划, 八五普法, 三年行动计划（2023—2025年）. */
export const findPlans: Finder = (view) => patterns.flatMap((pattern) => matches(view, "plan", pattern));
