import type { Years } from "./token.ts";
import { isWithin, overlap, type Range, type TextView } from "./text-view.ts";
import { spanMark } from "./vocabulary.ts";

const chineseDigits = "〇一二三四五六七八九";
const digitOf = (mark: string): number => (/[〇○零oO0]/u.test(mark) ? 0 : chineseDigits.indexOf(mark));

/** The four digits of 2023年 or 二〇二三年 as a number. */
function valueOf(digits: string): number {
  return /^\d{4}$/u.test(digits)
    ? Number(digits)
    : Array.from(digits, digitOf).reduce((sum, digit) => sum * 10 + digit, 0);
}

/** Another year in the writing of the first: the same digits, the same zero, full or half width. */
function writeYear(value: number, like: string): string {
  const written = String(value);
  if (/^\d{4}$/u.test(like)) return written;
  const zero = /[○零oO0]/u.exec(like)?.[0] ?? "〇";
  return Array.from(written, (digit) => (digit === "0" ? zero : chineseDigits.charAt(Number(digit)))).join("");
}

/** A happening that stays in its year: 2021年成立的…, 于2023年组建, 自2022年起. */
const happened =
  "成立|设立|组建|建成|挂牌|出台|颁布|公布|发布|施行|实施|修订|修正|修改|通过|印发|启动|投入使用|开工|竣工|划转|更名|换届|入职|退休|参加工作|出生";
const staysBefore =
  /(?:自|从|始于|源于|(?<![关对由基鉴用大小低高限])于|(?:获|获评|获得|荣获|荣膺|评为|评选为|入选|授予|斩获|摘得|列入|(?:表扬|表彰|通报|认定|命名|确定)为)(?:了)?)\s*$/u;
/** 从2020年的…提高到2023年的…: the end of a span. */
const spanBefore = /[到至]\s*$/u;
/** 2023年春节前夕: as near to a day as a date. */
const seasonAfter =
  /^(?:的)?(?:元旦|春节|新春|清明|五一|端午|中秋|国庆|除夕|寒假|暑假|暑期|汛期|[春夏秋冬][季天]?(?=，|、|以来|期间|，))/u;
/** 承办2023年某博览会: the name of what was held once. */
const heldBefore = /(?:举办|承办|申办|协办|主办|参加|出席|亮相|办好|入选|当选)(?:了)?\s*$/u;
const heldAfter = /^[^，。；、,;：:]{0,24}?(?:峰会|博览会|交易会|运动会|论坛|大赛|锦标赛|世界杯|榜单|片单|百强|案例)/u;
const goalBefore = /(?:到|至|力争|截止?至?)\s*$/u;
const staysAfter = new RegExp(
  `^(?:以来|以后|之后|以前|之前|前|起|开始|始|至今|来|(?:新)?(?:${happened})(?:的|后|并))`,
  "u",
);
const goalAfter = /^\s*(?:底前|底|末)?(?:基本|全面|力争)?(?:建成|完成|建立|实现|达到|形成)/u;
const prizeAfter = /^[^，。；、,;：:]{0,24}(?:[一二三四特]等奖|优秀奖|优胜奖|表彰|称号|先进集体|先进个人)/u;
const isAward = (before: string, after: string): boolean =>
  /(?:获|获评|获得|荣获|荣膺|评为|入选|授予|斩获|摘得)[^，。；、,;：:]{0,12}$/u.test(before) && prizeAfter.test(after);

/** 2025年是“十四五”规划收官之年: what makes a year special does not move on with it. */
const specialAfter =
  /^(?:度)?[，,]?(?:既|也|正|又)?是[^。；;]{0,60}?(?:之年|元年|周年|开局年|收官年|攻坚年|关键年|启动年|起步年|年份|一年(?![^，。；]*度))/u;

const joinedBefore = new RegExp(`(?:\\d|年度?)(?:${spanMark}|\\s*[、和及与/]\\s*)$`, "u");
const joinedAfter = new RegExp(`^(?:${spanMark}|\\s*[、和及与]\\s*)(?:(?:19|20)\\d{2}|[一二][〇○零])`, "u");
const comparedBefore = /(?:较|比|与|同|和|对比|相比|相较|环比|高于|低于|多于|少于)\s*$/u;
const comparedAfter = /^(?:相比|同期|同比|对比|相较)/u;

/** Whether the words around a year tie it to the report's year for certain. */
function isCertain(offset: number, before: string, yearWord: string, after: string): boolean {
  // A list of years is a history; moving one of them would make it say something else.
  if (joinedBefore.test(before) || joinedAfter.test(after)) return false;
  if (offset === -1 && (comparedBefore.test(before) || comparedAfter.test(after))) return true;
  if (specialAfter.test(after)) return false;
  if (staysBefore.test(before) || staysAfter.test(after) || isAward(before, after)) return false;
  // 2024年1月 is a date wherever it stands; what happened then is not known of another year.
  if (/^\s*(?:\d{1,2}\s*月|第?[一二三四1-4]季度|前[一二三]季度)/u.test(after)) return false;
  if (seasonAfter.test(after) || (heldBefore.test(before) && heldAfter.test(after))) return false;
  if (offset === -1) return yearWord.endsWith("年度");
  if (offset === 0 && (spanBefore.test(before) || yearWord.endsWith("年初"))) return false;
  return offset === 0 || !(goalBefore.test(before) || goalAfter.test(after));
}

/**
 * What a year becomes in the new report: only where it is 报告年度, the next year, or the year before in a comparison
 * or as 年度, and never within the name of a document, in a quotation, in 发文字号 or in a span.
 */
export function proposeYear(view: TextView, token: Range, { fromYear, toYear }: Years): string | null {
  const { text } = view;
  const word = text.slice(token.start, token.end);
  if ([...view.names, ...view.quotes].some((range) => overlap(range, token))) return null;
  const digits = word.slice(0, 4);
  const value = valueOf(digits);
  const offset = value - fromYear;
  if (toYear === fromYear) return null;
  const before = text.slice(Math.max(0, token.start - 40), token.start);
  const after = text.slice(token.end, token.end + 80);
  const follows = view.variables.some((range) => isWithin(range, token));
  const isJoined = joinedBefore.test(before) || joinedAfter.test(after);
  const moves = follows
    ? !isJoined
    : Math.abs(offset) <= 1 && isCertain(offset, before, word.replace(/[底末]$/u, ""), after);
  return moves ? writeYear(value + toYear - fromYear, digits) + word.slice(4) : null;
}
