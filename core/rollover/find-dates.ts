import { proposeYear } from "./propose-year.ts";
import type { Finder, Token } from "./token.ts";
import { matches } from "./token.ts";
import { isWithin, rangeAt } from "./ranges.ts";
import type { TextView } from "./text-view.ts";
import { arabicYear, chineseYear, spanMark } from "./vocabulary.ts";
import type { Years } from "./token.ts";

const year = `(?:(?<!\\d)${arabicYear}|${chineseYear}|本年|当年|今年|去年|上年|次年)`;
const asOf = "(?:截至|截止到?)\\s{0,3}";
const monthEnd = "(?:份|底|末|初|上旬|中旬|下旬)?";
const hour = "(?:(?:[上下]午|晚上?)?\\d{1,2}[:：]\\d{2}|[上下]午|晚上?|\\d{1,2}时(?![间效长])(?:\\d{1,2}分)?)?";
const day = `(?:${year}\\s{0,3})?(?<!\\d)\\d{1,2}\\s{0,3}月(?:\\s{0,3}\\d{1,2}\\s{0,3}[日号]${hour})?${monthEnd}`;
/** What a text has to hold for a pattern with the word to be worth trying. */
const needed: readonly (readonly [word: string, needs: RegExp])[] = [
  ["月", /月/u],
  ["季度", /[季半]/u],
  ["报告期末", /截/u],
];
const patterns = [
  `(?:${asOf})?${day}起?${spanMark}(?:(?:${year}\\s{0,3})?\\d{1,2}\\s{0,3}月(?:\\s{0,3}\\d{1,2}\\s{0,3}[日号])?|\\d{1,2}\\s{0,3}[日号])${monthEnd}`,
  `(?:${asOf})?(?:${year}\\s{0,3})?(?<![\\d.])\\d{1,2}${spanMark}\\d{1,2}\\s{0,3}月${monthEnd}`,
  `(?:${asOf})?${day}`,
  `(?:${asOf})?(?:${chineseYear})?[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日`,
  `${chineseYear}[一二三四五六七八九十]{1,2}月`,
  // with the gaps that web pages leave: 2025- 02- 12 16: 05
  `(?<![\\d.])(?:19|20)\\d{2}\\s?[-/.]\\s?\\d{1,2}\\s?[-/.]\\s?\\d{1,2}(?![\\d.])(?:\\s{1,2}\\d{1,2}\\s?[:：]\\s?\\d{2}(?:\\s?[:：]\\s?\\d{2})?)?`,
  // a case that goes by its day: “8·15”较大事故, and no day that comes every year
  `[“"]?(?<!\\d)\\d{1,2}[·•.]\\d{1,2}(?!\\d)[”"]?(?=(?:[较重特]大|一般|特别重大|系列|跨境|网络|恶意)?[\\p{Script=Han}]{0,10}(?:事故|事件|案|案件|火灾|爆炸|地震|洪灾|洪涝|暴雨|灾害|疫情|坍塌|泥石流|专案)(?!例|卷|由|宣传|日))`,
  `(?<!每年?第?)(?:(?:${year}度?|(?<!\\d)20[0-4]\\d)\\s{0,3})?(?:(?:[一二三四]、)*第?[一二三四1-4](?<!\\d\\d)季度[底末初]?|前[一二三123]个?季度|(?<=\\d\\s{0,3}年?度?\\s{0,3}|[〇○零一二三四五六七八九]年度?|[今本当去]年)[上下]半年)(?!度)`,
  `${asOf}(?:目前|当前|年底|年末|本年底|本年末|今年底|报告期末)`,
].map((pattern) => ({
  pattern: new RegExp(pattern, "gu"),
  needs: needed.find(([word]) => pattern.includes(word))?.[1],
}));
const yearEnd = new RegExp(
  `${asOf}(?=${arabicYear}|${chineseYear})(?<year>(?:${arabicYear}|${chineseYear})(?:底|末|度末)?)(?!\\s{0,3}\\d)`,
  "gu",
);

/** A year with the half or the quarter, in words or in the months that it has. */
const period =
  /^(?<year>(?:(?:19|20|21)\d{2}|[一二][〇○零oO0一二三四五六七八九]{3})\s*年?度?)\s*(?:[上下]半年|第?[一二三四1-4]季度|前[一二三123]个?季度|1月?\s?[—–－~～\-至到]{1,2}\s?(?:6|12)月份?|7月?\s?[—–－~～\-至到]{1,2}\s?12月份?)[底末初]?$/u;

/** 2024年上半年: a half-year goes with its year, where that is plainly the report's own. */
function withPeriod(view: TextView, token: Token, years: Years): Token {
  const text = view.text.slice(token.start, token.end);
  const year = token.proposed === null ? period.exec(text)?.groups?.["year"] : undefined;
  // months may be other ones next time; the name of a report has those of its half
  if (year === undefined || (view.role === "body" && /月份?$/u.test(text))) return token;
  const proposed = proposeYear(view, { start: token.start, end: token.start + year.length }, years);
  return proposed === null ? token : { ...token, proposed: proposed + text.slice(year.length) };
}

/** 截至2023年底: as certain as the year in it. */
function findYearEnds(view: TextView, years: Years): readonly Token[] {
  return Array.from(view.text.matchAll(yearEnd), (match): Token => {
    const yearText = match.groups?.["year"] ?? "";
    const end = match.index + match[0].length;
    const start = end - yearText.length;
    const proposed = /[底末]$/u.test(yearText) ? proposeYear(view, { start, end }, years) : null;
    return {
      start: match.index,
      end,
      kind: "date",
      proposed: proposed === null ? null : view.text.slice(match.index, start) + proposed,
    };
  });
}

/** A date whose year follows 报告年度 by itself goes with it; any other is for a person to say. */
function withVariable(view: TextView, token: Token, { fromYear, toYear }: Years): Token {
  const found = rangeAt(view.variables, token);
  const variable = found !== undefined && isWithin(found, token) ? found : undefined;
  if (variable === undefined || toYear === fromYear || rangeAt(view.names, token) !== undefined) return token;
  const text = view.text.slice(token.start, token.end);
  const isSpan = (text.match(/\d{4}/gu) ?? []).length > 1;
  if (isSpan) return token;
  const at = variable.start - token.start;
  const shifted = String(Number(text.slice(at, at + 4)) + toYear - fromYear);
  return { ...token, proposed: text.slice(0, at) + shifted + text.slice(at + 4) };
}

/** Days, months, quarters and 截至…. */
export const findDates: Finder = (view, years) => [
  ...patterns
    .filter(({ needs }) => needs?.test(view.text) ?? true)
    .flatMap(({ pattern }) => matches(view, "date", pattern))
    .map((token) => withPeriod(view, withVariable(view, token, years), years)),
  ...findYearEnds(view, years),
];
