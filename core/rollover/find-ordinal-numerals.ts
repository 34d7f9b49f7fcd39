import { rangeAt } from "./ranges.ts";
import type { Finder } from "./token.ts";
import { matches } from "./token.ts";

const number = "(?:\\d{1,3}|[一二三四五六七八九十百]{1,4})";
const small = "(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})";
const whole = "(?:全国|全省|全市|全州|全区|全县|全旗|全系统|世界|全球)";

const patterns = [
  // 第三届法治文化节, 第十个国家宪法日, 第五次全国经济普查, 第三批示范市
  `第${number}届`,
  `第${number}个(?!一?百年)(?=[^，。；、！？\\s]{0,8}?(?:节|日|周|宣传月|安全生产月|大赛|竞赛|比赛|论坛|运动会|培训班))`,
  `第${number}次(?:全国)?[\\p{Script=Han}]{0,6}?普查`,
  `(?:第(?!一次)${number}次|第一次(?=全国))(?!会议|分配|修[订正]|审议)`,
  `第${number}(?:批次?|轮次?|期)`,
  // 全省第二, 位居全市第3名, 全国首位
  `${whole}第${number}(?![\\d一二三四五六七八九十百])(?:位|名)?(?![条款项章节批届轮期次个方者责极]|人民|中学|实验)`,
  `(?<=[居列]|排名|排在|跃升至|上升至|跃居至?|地区|[东中西]部)第${number}(?![\\d一二三四五六七八九十百])(?:位|名)?(?![条款项章节批届轮期次个方者责极]|人民|中学|实验)`,
  // 居全国第二、第七、第九
  `(?<=(?:${whole}|[居列]|排名)第${number}(?:位|名)?(?:[、和及]第${number}(?:位|名)?){0,8}[、和及])第${number}(?![\\d一二三四五六七八九十百])(?:位|名)?(?![条款项章节批届轮期次个方者责极])`,
  `${whole}前${small}(?:位|名)?(?![列茅沿])`,
  `第${number}(?:名(?!额|单|义)|等次)`,
  `(?<=${whole}|居|列)首位`,
  // 连续三年, 连续第六年, 近三年, 5年来, 十二连增
  `(?:连续|连)(?:第)?${small}(?:个)?(?:年|季度|月)(?!度)`,
  `(?:近|过去|最近)(?!一年)${small}个?年(?:多|来|间)?(?!级|度|期)`,
  "(?<![\\d.])\\d{1,2}年(?:以?来)",
  "(?<![一二三四五六七八九])[一二三四五六七八九十]{1,3}连[增涨升降丰冠]",
  "[一两二三]位数(?=增长|增幅|增速|以上|下降)",
].map((pattern) => new RegExp(pattern, "gu"));
/** One of these stands in everything that the patterns find. */
const sign = /[第前首连近去年位]/u;

/** What is counted from year to year: editions and batches, places in a ranking, years in a row. */
export const findOrdinalNumerals: Finder = (view) =>
  (sign.test(view.text) ? patterns : [])
    .flatMap((pattern) => matches(view, "figure", pattern))
    .filter(({ start, end }) => rangeAt(view.names, { start, end }) === undefined);
