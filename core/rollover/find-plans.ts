import type { Finder } from "./token.ts";
import { matches } from "./token.ts";
import { chineseNumber, chineseYear, yearSpan } from "./vocabulary.ts";

const fiveYears = "十[一二三四五六七八九]五";
const patterns = [
  `(?<!${chineseNumber})(?:“${fiveYears}”|${fiveYears})(?:规划|时期|期间)?`,
  `(?:“[一二三四五六七八九]五”|(?<!${chineseNumber})[一二三四五六七八九]五)(?:普法(?:规划)?|(?=规划|法治宣传))`,
  `第${chineseNumber}+个五年(?:规划|计划)(?:纲要)?`,
  `(?<![\\d一二三四五六七八九十第])(?:[一二两三四五六七八九十]|\\d{1,2})年(?:滚动|专项|提升)?` +
    `(?:行动|攻坚|规划|计划|发展规划)(?:计划|方案|规划|纲要)?(?:[（(]${yearSpan}[）)])?`,
  `(?:20\\d\\d年|${chineseYear})远景目标(?:纲要)?`,
].map((pattern) => new RegExp(pattern, "gu"));

/** Plans that run for some years: “十四五”规划, 八五普法, 三年行动计划（2023—2025年）. */
export const findPlans: Finder = (view) => patterns.flatMap((pattern) => matches(view, "plan", pattern));
