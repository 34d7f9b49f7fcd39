import { isWithin, overlap, type Range, type TextView } from "./text-view.ts";
import type { Finder, Token } from "./token.ts";
import { matches } from "./token.ts";
import { countedUnits, spanMark, units } from "./vocabulary.ts";

const number = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
const scale = "(?:\\s?[余多几]?\\s?[百千万亿]{1,2})?[余多几]?";
const unit = `(?:\\s?(?:[%‰]|${units}))?`;
const arabic = new RegExp(
  `(?<![\\d.+×*·/:#_A-Za-z]|[A-Za-z][-\\s])第?${number}${scale}${unit}(?:${spanMark}${number}${scale}${unit})?`,
  "gu",
);
const continuedYears = /(?:连续|连)(?:\d{1,2}|[二两三四五六七八九十]{1,2})年/gu;
const percent =
  /百分之[一二三四五六七八九十百零点]+|(?:[近约超逾]|(?<=[过达到占比足有]))[一二三四五六七八九]成(?:以上|以下|左右|多)?(?![立员为果功效绩本都长就套熟])|[一二三四五六七八九]成(?:以上|以下|左右|多)|[近约超]?[一二两三四五六七八九十]倍(?!数|增)|翻(?:了)?[一两几]番|(?<!百)[二三四五六七八九十]分之[一二三四五六七八九十]/gu;
/** Events that are counted from year to year: 第三届法治文化节, 第十个国家宪法日. */
const yearlyEvents = new RegExp(
  `第(?:\\d{1,3}|[一二三四五六七八九十百]{1,4})(?:届|个(?!一?百年))(?=[^，。；、！？\\s]{0,8}?(?:节|日|周|宣传月|大赛|竞赛|比赛|论坛|运动会|培训班))`,
  "gu",
);

const small = "[二两三四五六七八九]";
const counted = new RegExp(
  `(?<![第每个一二三四五六七八九十百千万零〇]|再|多)` +
    `(?:(?:数|上|近|成|几)[十百千万]|[一二两三四五六七八九]?[十百千万](?:余|多|几)|(?:[一二两三四五六七八九][百千万]零?)*[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九][百千]|${small})` +
    `[万亿]?余?(?:${countedUnits})(?!制度|机制|改革|措施|举措|重点|任务|原则|要求|工作|行动|内容|职责|能力|清单|性|曲|分配|项目|工程|建设)`,
  "gu",
);

const nothing =
  "案件|事件|事故|问题|情况|诉讼|复议|裁决|现象|行为|投诉|举报|上访|纠纷|信访件|信访|申请|线索|舆情|差错|赔偿";
const zeros = [
  /(?:案件|事件|事故|投诉|信访|问题|线索|复议|诉讼|发案|上访|差错|败诉|纠错)?(?:件|案|起)?(?:数量|数|率)?(?:均|都|皆|继续|保持)*为(?:零|0(?![\d.]))(?!距离|容忍|门槛)/gu,
  new RegExp(
    `(?:未|没有|从未|未曾)(?:再)?(?:发生|出现|收到|产生|接到|受理|办理|发现)[^，。；！？,;（）()《》\\s]{0,24}(?:${nothing})`,
    "gu",
  ),
  new RegExp(
    `(?<![有避])无[^，。；,;\\s]{0,12}(?:案件|投诉|上访|事故|诉讼|复议|差错|败诉|信访事项|信访件|信访|举报|舆情)`,
    "gu",
  ),
  /零(?:投诉|发生|上访|事故|差错|复议|诉讼|败诉|违纪|违规|纠错|撤销|差评|发案)/gu,
];

const LONGEST_SLOGAN = 20;

/** Numbers that name or order something and count nothing. */
function isNoFigure(view: TextView, { start, end }: Range): boolean {
  const { text } = view;
  const word = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 12);
  const hasUnit = /[^\d.,\s]$/u.test(word);
  if (view.names.some((range) => overlap(range, { start, end }))) return true;
  const quote = view.quotes.find((range) => isWithin({ start, end }, range));
  if (quote !== undefined && (quote.end - quote.start <= LONGEST_SLOGAN || !hasUnit)) return true;
  // 第12条, and ordinals as 1. and （1）
  if (/^第/u.test(word) && /^第\d+(?:条|款|项|章|节|页|段)?$/u.test(word)) return true;
  if (/^\d{1,2}$/u.test(word) && /(?:^|[。；：;:\s])$/u.test(before) && /^(?:[.．](?!\d)|[、)）])/u.test(after))
    return true;
  if (/^\d{1,2}$/u.test(word) && /[（(]$/u.test(before) && /^[)）]/u.test(after)) return true;
  // a page number, or what is left of a table
  if (/^\s*(?:[—–-]+\s*)?\d{1,3}(?:\s*[—–-]+)?\s*$/u.test(text) && !view.isCell) return true;
  // 3.15, 12.4
  if (
    /^\d{1,2}\.\d{1,2}$/u.test(word) &&
    /^[”"]?(?:[\p{Script=Han}]{0,4}日|活动|宣传|国际|国家|消费者|期间)/u.test(after)
  )
    return true;
  // 12·4, 7×24, 9:30, 3+4, codes
  if (/^(?:[·×*/_A-Za-z]|\+\s?[\dA-Za-z]|[:：]\d|\.\d|\s?[A-Za-z])/u.test(after)) return true;
  if (/^\d+$/u.test(word) && /^(?:号|年|月|后|O)/u.test(after)) return true;
  // telephone and identity numbers
  if (!hasUnit && /(?:邮编|邮政编码|电话|传真|热线|代码|账号|编号|证号|房间)[：:\s]{0,3}$/u.test(before)) return true;
  return !hasUnit && word.replace(/\D/gu, "").length >= 7 && !word.includes(",");
}

const isFigure = (view: TextView, token: Token): boolean =>
  !isNoFigure(view, token) && !view.protectedRanges.some((range) => overlap(range, token));

/** Counts, amounts, percentages, and that something did not happen: 32个, 3.2亿元, 100%, 案件数为零, 未发生行政诉讼案件. */
export const findFigures: Finder = (view) => [
  ...zeros.flatMap((pattern) => matches(view, "figure", pattern)),
  ...matches(view, "figure", continuedYears),
  ...matches(view, "figure", yearlyEvents),
  ...[...matches(view, "figure", percent), ...matches(view, "figure", arabic)].filter((token) => isFigure(view, token)),
  ...matches(view, "figure", counted).filter(
    (token) => isFigure(view, token) && !view.quotes.some((range) => overlap(range, token)),
  ),
];
