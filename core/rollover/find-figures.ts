import { findChineseCounts } from "./find-chinese-counts.ts";
import { findOrdinalNumerals } from "./find-ordinal-numerals.ts";
import { findZeros } from "./find-zeros.ts";
import { isNorm } from "./norm-rules.ts";
import { isWithin, rangeAt, type Range } from "./ranges.ts";
import type { TextView } from "./text-view.ts";
import type { Finder, Token } from "./token.ts";
import { matches } from "./token.ts";
import { spanMark, units } from "./vocabulary.ts";

const number = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
const scale = "(?:\\s?[余多几]?\\s?(?:[十百千]?万亿?|[百千]?亿|[百千](?![瓦克米伏帕卡])))?[余多几]?";
/** 元, 篇（条）, 元/人·月, 微克/立方米 */
const unit = `(?:\\s?(?:[%‰]|(?:${units})(?!(?<=[A-Za-z])[A-Za-z\\d]))(?:[（(](?:${units})[）)])?(?:/(?:[人户家百万亿]{0,2}(?:${units}|年|月|人)|[人户亿百万]))?(?:·[年月日人])?)?`;
const arabic = new RegExp(
  `(?:(?<![附最邻靠临接])近)?(?<![\\d.+×*·/:#_@A-Za-z]|[A-Za-z][-\\s])第?` +
    `${number}${scale}${unit}(?:${spanMark}${number}${scale}${unit})?(?:以上|以下|以内|左右)?(?![阶道])`,
  "gu",
);
/** 2.27:1, 占全国1/10 */
const ratio =
  /(?<![\d.:∶])\d{1,4}(?:\.\d+)?(?:∶\d{1,4}(?:\.\d+)?){1,4}(?![\d∶])|(?<![\d.])\d{1,3}\.\d{1,2}年(?!代)|(?<![\d.:])\d{1,3}\.\d+(?:[:：]\d{1,3}(?:\.\d+)?){2,4}(?![\d:：])|(?<![\d.:])\d{1,3}\.\d+[:：∶]\d+(?:\.\d+)?(?![\d:])|(?<=[比至为])\d{1,3}[:：∶]\d+(?:\.\d+)?(?![\d:：])|(?<=[占约近超足达到国省市县区的])\d{1,2}\/\d{1,3}(?![\d/])/gu;
const percent =
  /百分之[一二三四五六七八九十百零点]+(?:以上|以下|左右)?|(?:[近约超逾]|(?<=[过达到占比足有为升降增长高低减少]))[一二两三四五六七八九]成(?:以上|以下|左右|多)?(?![立员为果功效绩本都长就套熟])|[一二两三四五六七八九]成(?:以上|以下|左右|多)|[近约超]?[一二两三四五六七八九十]倍(?!数|增)|翻(?:了)?[一两几]番|(?:[近过达]|超过?|不足)(?:一半|半数)|(?:一半|半数)以上|(?<!百)[二三四五六七八九十]分之[一二三四五六七八九十](?:以上|以下|左右)?/gu;
const LONGEST_SLOGAN = 30;

/** Numbers that name or order something and count nothing. */
function isNoFigure(view: TextView, { start, end }: Range): boolean {
  const { text } = view;
  const word = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 12);
  const hasUnit = /[^\d.,\s]$/u.test(word.replace(/^近/u, ""));
  if (rangeAt(view.names, { start, end }) !== undefined) return true;
  const quote = rangeAt(view.quotes, { start, end });
  if (quote !== undefined && isWithin({ start, end }, quote) && (quote.end - quote.start <= LONGEST_SLOGAN || !hasUnit))
    return true;
  // 第12条, and ordinals as 1. and （1）
  if (/^第\d+(?:\.\d+)?(?:条|款|项|章|节|页|段)?$/u.test(word)) return true;
  if (/^\d{1,2}$/u.test(word) && /(?:^|[。；：;:\s])$/u.test(before) && /^(?:[.．](?!\d)|[、)）])/u.test(after))
    return true;
  if (/^\d{1,2}$/u.test(word) && /[（(]$/u.test(before) && /^[)）]/u.test(after)) return true;
  // 2.1 落实三项制度: a decimal ordinal
  if (
    /^\d{1,2}\.\d{1,2}$/u.test(word) &&
    /(?:^|\n)\s*$/u.test(before) &&
    /^[\s、.．]{0,2}(?![年个元])[\p{Script=Han}]/u.test(after)
  )
    return true;
  if (isNorm(text, { start, end })) return true;
  // a page number, or what is left of a table
  if (/^\s*(?:[—–-]+\s*)?\d{1,3}(?:\s*[—–-]+)?\s*$/u.test(text) && view.role !== "cell") return true;
  // 3.15, 12.4
  if (
    /^\d{1,2}\.\d{1,2}$/u.test(word) &&
    /^[”"]?(?:[\p{Script=Han}]{0,4}日|活动|宣传|国际|国家|消费者|期间)/u.test(after)
  )
    return true;
  // 图1, 附件2, and the number of a row before a tab
  if (!hasUnit && (/(?:图|表|附件|附图|附录|专栏)\s?$/u.test(before) || (start === 0 && after.startsWith("\t"))))
    return true;
  // 3.0, 2.0版: a version; 60岁以上: who is meant; 07时41分
  if (/^\d\.0版?$/u.test(word) || /岁以[上下内]$/u.test(word) || /\d[时:：]$/u.test(before)) return true;
  // 12·4, 7×24, 9:30, 3+4, codes
  if (!hasUnit && /^(?:[·×*/_A-Za-z]|\+\s?[\dA-Za-z]|\.\d|\s?[A-Za-z]|[:：]\d|强)/u.test(after)) return true;
  if (/^\d+$/u.test(word) && /^(?:号|年|月|后|O|时(?![间效长])|世纪|楼|室|[国省县乡村]道)/u.test(after)) return true;
  // telephone and identity numbers
  if (/^1[12]3\d\d$/u.test(word) || (view.role !== "cell" && /^1(?:10|19|20|22)$/u.test(word))) return true;
  if (!hasUnit && /\d[-—]$/u.test(before)) return true;
  if (!hasUnit && /(?:邮编|邮政编码|电话|传真|热线|代码|账号|编号|证号|房间)[：:\s]{0,3}$/u.test(before)) return true;
  return !hasUnit && word.replace(/\D/gu, "").length >= 7 && !word.includes(",");
}

/** A fixed phrase makes no figure only of the number that it begins with or holds whole: 2.5万家 is not 万家灯火. */
const isProtected = (view: TextView, token: Token): boolean => {
  const isArabic = /^[近约逾]?\d/u.test(view.text.slice(token.start, token.end));
  const phrase = rangeAt(view.protectedRanges, token);
  return phrase !== undefined && (!isArabic || phrase.start <= token.start);
};

const isFigure = (view: TextView, token: Token): boolean => !isNoFigure(view, token) && !isProtected(view, token);

/** Counts, amounts, percentages, and that something did not happen: 32个, 3.2亿元, 100%, 案件数为零, 未发生行政诉讼案件. */
export const findFigures: Finder = (view, years) => [
  ...findZeros(view, years),
  ...findOrdinalNumerals(view, years),
  ...matches(view, "figure", ratio),
  ...[...matches(view, "figure", percent), ...matches(view, "figure", arabic)].filter((token) => isFigure(view, token)),
  ...findChineseCounts(view, years).filter(
    (token) => isFigure(view, token) && rangeAt(view.quotes, token) === undefined,
  ),
];
