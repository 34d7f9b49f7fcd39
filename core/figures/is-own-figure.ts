import { isWithin, type Range, rangeAt } from "../rollover/ranges.ts";
import type { TextView } from "../rollover/text-view.ts";

/** How far back the words are read that say what a number is. */
const LONGEST_LEAD = 60;
/** What is dated, ranked or divided and not counted: 3年, 60岁, 3.0版. */
const noCount =
  /^(?:[年月].*|日|岁|周岁|周年|季度?|级|届|章|节|款|版|号令|页|度|秒|分钟|个月|周|层|国|省|市|县|区|乡|镇|村|点|时|步|日历天|℃|°C|摄氏度)(?:[人·/].*)?$/u;

/** A number by the words around it that is a figure of somebody or some time else. */
type OtherFigure = {
  readonly name: string;
  /** The end of the clause before the number. */
  readonly before: RegExp;
  /** Does not hold in the report of a government, or of nobody knows whom. */
  readonly isOwnOfGovernments?: true;
  /** Sentences whose last figure is no figure of this year's work. */
  readonly yes: readonly string[];
  /** Sentences that look alike, whose last figure is one. */
  readonly no: readonly string[];
};

const acts = "[^，。；：！？]{0,4}?(?:共|先后|累计)?(?:召开|举行|印发|出台|发布|修订|查处|审议)[^，。；！？]{0,16}$";
const clauseStart = "(?:^|[，。；：！？\\n])(?:20\\d\\d年，?)?";

/** Judged in a report of a bureau for 2025. Each looks at the clause of the number alone. */
export const otherFigures: readonly OtherFigure[] = [
  {
    name: "last year's value",
    before: /(?:上年|去年|上一年|上年度|同期|前年|往年)(?:同期|全年|年?[底末])?(?:的|为|是|共|仅|只有?|有|数)?$/u,
    yes: ["完成项目，比上年的32个有所增加。", "案件数去年同期为36件。"],
    no: ["完成项目36个。", "办理案件比上年增加4件。", "办案量同比增长12.5%。"],
  },
  {
    name: "what is aimed at or planned",
    before:
      /(?:力争|争取|计划|拟|预计|目标|规划|确保|有望|到20\d\d年|20\d\d年底前|明年|来年|下一步|下一年度?)[^，。；！？]{0,24}$/u,
    yes: ["力争完成审计项目40个。", "计划开展培训12期。", "确保整改率达到95%。"],
    no: ["按计划完成情况，审计项目共40个。", "开展培训12期。"],
  },
  {
    name: "what a rule asks for",
    before:
      /(?:不少于|不得少于|不低于|不得低于|不高于|不得高于|不多于|不得多于|不得超过|不超过|不能超过|至少|最多|最少|最长|控制在|应当?在)[^，。；！？]{0,6}$/u,
    yes: ["每年学法不少于40学时。", "处罚金额不得超过3万元。", "至少开展活动2次。"],
    no: ["学法超过40学时。", "罚款金额共计3万元。"],
  },
  {
    name: "a rate of something done again and again",
    before:
      /每(?:年度?|半年|月|周|日|天|季度?|[一二两三四五六七八九十\d]个?[年月周天]|个?[人名件家户个次场村镇县区][\p{Script=Han}]{0,4})(?:至少|应当?)?[^，。；、！？\d]{0,10}$/u,
    yes: ["坚持每季度召开会议1次。", "每人发放手册2本。"],
    no: ["召开会议4次。", "按季度召开会议4次。"],
  },
  {
    name: "what somebody said there is to do",
    before: /(?:强调|指出)[^，。；！？]{0,16}$/u,
    yes: ["会议强调要抓好3件大事。", "会议指出，要办好实事，强调落实任务5项。"],
    no: ["会议强调制度建设，全年修订制度5项。", "提出法律意见26条。"],
  },
  {
    name: "the work of the state",
    before: new RegExp(`${clauseStart}(?:全国|我国|中央|党中央|国务院|审计署|司法部|财政部)${acts}`, "u"),
    yes: ["国务院出台文件3个。"],
    no: ["我局出台文件3个。"],
  },
  {
    name: "the work of the government that a bureau belongs to",
    before: new RegExp(`${clauseStart}[省市县区州旗](?:党委|政府|委)(?:常委会|常务会议?|党组|全会)?${acts}`, "u"),
    isOwnOfGovernments: true,
    yes: ["市委常委会召开会议12次。", "县政府常务会议审议议题8个。"],
    no: ["我局召开会议12次。", "向县政府报送专报8篇。"],
  },
];

/** How long something lasts or is open: 24小时值班, 利用7天时间. */
const isSpell = (lead: string, after: string): boolean =>
  /(?:利用|为期|历时|用时|耗时|持续|连续|提前|在)$/u.test(lead) ||
  /^(?:时间|之?内|值[班守]|制|不间断|在线|服务|开放|畅通|响应|热线)/u.test(after);

/** What is laid down for a year to come: 按照2026年计划，安排项目40个. 2026年1月 may be the day of the report. */
function isOfLaterYear(lead: string, year: number): boolean {
  const sentence = lead.slice(Math.max(...["。", "；", "\n"].map((mark) => lead.lastIndexOf(mark) + 1)));
  return [...sentence.matchAll(/(?<!\d)(20\d\d)年(?!\d)/gu)].some(([, named]) => Number(named) > year);
}

const isBureaus = ({ organs }: TextView): boolean =>
  organs.length > 0 && !organs.some((organ) => /(?:政府|党委|[省市县区州旗]委)$/u.test(organ));

const isAnothers = (view: TextView, lead: string): boolean =>
  otherFigures.some(
    ({ before, isOwnOfGovernments }) => before.test(lead) && (isOwnOfGovernments !== true || isBureaus(view)),
  );

/** Whether a number with its unit is a figure of the report's own work. */
export function isOwnFigure(view: TextView, { start, end }: Range, unit: string, year: number): boolean {
  if (noCount.test(unit)) return false;
  if (rangeAt(view.names, { start, end }) !== undefined) return false;
  const quote = rangeAt(view.quotes, { start, end });
  if (quote !== undefined && isWithin({ start, end }, quote)) return false;
  const lead = view.text.slice(Math.max(0, start - LONGEST_LEAD), start);
  const after = view.text.slice(end, end + 4);
  if (/[第前每]\s?$/u.test(lead) || /^(?:以[上下内外]|左右|余|多(?!元|种)|[-—–～~至到]\d)/u.test(after)) return false;
  if (/^(?:天|小时|个?工作日)$/u.test(unit) && isSpell(lead, view.text.slice(end, end + 6))) return false;
  if (/[由从]$/u.test(lead) && /^(?:增|上升|提[高升]|扩大|[下降减升])/u.test(after)) return false;
  return !isAnothers(view, lead) && !isOfLaterYear(lead, year);
}
