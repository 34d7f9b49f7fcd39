import { type CheckText, matchesOf } from "../check-text.ts";
import { type CheckedBlock, type CheckedReport, placeOf } from "../checked-report.ts";
import type { AcrossRule, Found, FoundInReport, LocalRule } from "../rule.ts";

const when =
  "(?:(?:19|20)\\d{2}年|目前|当前|今年|去年|本月|上月|年底|月底|本?季度|\\d{1,2}月|[上下]半年|报告期末|日前|发稿|现在)";
const asOf = new RegExp(`截止(?<to>到?)(?=${when})`, "gu");
/** What ends on a day: 报名截止2025年3月. */
const ends = /(?:报名|申报|申请|征集|受理|投标|公示|填报|提交|有效期|时间|期限|缴费|登记|日期)(?:于|在|至)?$/u;
const day =
  /(?<![\d.])(?:(?<year>(?:19|20)\d{2})年)?(?<month>\d{1,2})月(?:(?<day>\d{1,3})(?<unit>日|号(?![线楼院文令航船库厅门桥井])))?/gu;
const numericDay = /(?<![\d.\-/])(?<year>(?:19|20)\d{2})[.\-/](?<month>\d{1,2})[.\-/](?<day>\d{1,2})(?![\d.\-/])/gu;

type Day = { readonly year: number | null; readonly month: number; readonly day: number | null };

function dayOf({ groups }: RegExpExecArray): Day {
  const { year, month, day: date } = groups ?? {};
  return {
    year: year === undefined ? null : Number(year),
    month: Number(month),
    day: date === undefined ? null : Number(date),
  };
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Without its year, 2月29日 may be of any. */
function isReal({ year, month, day: date }: Day): boolean {
  if (month < 1 || month > 12) return false;
  const longest = month === 2 ? (year === null || isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return date === null || (date >= 1 && date <= longest);
}

function unrealDays({ text }: CheckText): readonly Found[] {
  return [...matchesOf(day, text), ...matchesOf(numericDay, text)].flatMap((match): readonly Found[] => {
    const { 0: found, index } = match;
    const before = text.slice(Math.max(0, index - 1), index);
    // 个12月 and 3—13月 of a number that a longer one ends with
    if (/[.\-—～]/u.test(before) || isReal(dayOf(match))) return [];
    return [{ start: index, end: index + found.length, message: `“${found}”不是实际存在的日期，请核对。` }];
  });
}

const spokenDays = ({ text }: CheckText): readonly Found[] =>
  matchesOf(day, text).flatMap((match): readonly Found[] => {
    if (match.groups?.["unit"] !== "号") return [];
    const end = match.index + match[0].length;
    return [{ start: end - 1, end, fix: "日", isSafe: true }];
  });

function leadingZeros({ text }: CheckText): readonly Found[] {
  return matchesOf(day, text).flatMap((match): readonly Found[] => {
    const { 0: found, index, groups } = match;
    const { year, month = "", day: date } = groups ?? {};
    if (year === undefined && date === undefined) return [];
    if (!month.startsWith("0") && date?.startsWith("0") !== true) return [];
    const fix = found.replaceAll(/(?<!\d)0(?=[1-9]\d?[月日号])/gu, "");
    return fix === found ? [] : [{ start: index, end: index + found.length, fix, isSafe: true }];
  });
}

/** 1 for what comes later; a day without its year is of 报告年度, and says nothing here. */
const numberOf = ({ year, month, day: date }: Day, last: boolean): number | null =>
  year === null ? null : year * 10_000 + month * 100 + (date ?? (last ? 31 : 1));

const isPlan =
  /(?:将|拟|计划|预计|力争|争取|确保|前(?:完成|建成|实现)|底前|起施行|起实施|到(?:19|20)\d{2}年|有效期|目标|规划|至$)/u;

/** Days that had not come when the report was signed. */
function futureDays({ meta, blocks: _ }: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  const signed = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(meta.date);
  if (signed === null) return [];
  const today = Number(signed[1]) * 10_000 + Number(signed[2]) * 100 + Number(signed[3]);
  return blocks.flatMap((checked, index) =>
    checked.texts.flatMap((text) =>
      futureDaysIn(text, today).flatMap((found): readonly FoundInReport[] => {
        const place = placeOf(text, found, index);
        return place === null ? [] : [{ place, message: found.message ?? "" }];
      }),
    ),
  );
}

const yearEnd = /截[至止]到?(?<year>(?:19|20)\d{2})年(?:底|末|度末)/gu;

function futureDaysIn({ text, form }: CheckText, today: number): readonly Found[] {
  if (!text.includes("年")) return [];
  const ended = matchesOf(yearEnd, text)
    .filter(({ groups }) => Number(groups?.["year"]) * 10_000 + 1231 > today)
    .map(({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
      message: `“${found}”晚于成文日期，请核对。`,
    }));
  const days = matchesOf(day, text).flatMap((match): readonly Found[] => {
    const { 0: found, index } = match;
    const isAsOf = /截[至止]到?$/u.test(text.slice(Math.max(0, index - 3), index));
    const value = numberOf(dayOf(match), isAsOf);
    if (value === null || value <= today || (match.groups?.["day"] === undefined && !isAsOf && value <= today))
      return [];
    const sentence = text.slice(Math.max(0, index - 20), index).replace(/^.*[。；]/su, "");
    const behind = text.slice(index + found.length, index + found.length + 16).replace(/[。；].*$/su, "");
    if (!isAsOf && (form !== "text" || isPlan.test(sentence) || isPlan.test(found + behind))) return [];
    const start = isAsOf ? index - 2 : index;
    return [{ start, end: index + found.length, message: `“${found}”晚于成文日期，请核对。` }];
  });
  return [...ended, ...days];
}

const standard = { source: "GB/T 15835—2011", strength: "规定" } as const;

export const dateRules: readonly LocalRule[] = [
  {
    scope: "local",
    id: "NU-09",
    name: "截至与截止",
    source: "《现代汉语词典》",
    strength: "实务",
    severity: "错误",
    message: "后面带时间时应用“截至”。",
    spares: "quotes",
    find: ({ text }) =>
      matchesOf(asOf, text)
        .filter(({ index }) => !ends.test(text.slice(Math.max(0, index - 6), index)))
        .map(({ 0: found, index }) => ({
          start: index,
          end: index + found.length,
          fix: "截至",
          isSafe: true as const,
        })),
    yes: [
      ["‹截止›2025年底，完成整改218项。", "截至"],
      ["‹截止到›目前，完成整改218项。", "截至"],
    ],
    no: ["截至2025年底，完成整改218项。", "报名截止2025年3月1日。", "截止日期为2025年3月1日。"],
  },
  {
    ...standard,
    scope: "local",
    id: "NU-10",
    name: "不存在的日期",
    severity: "错误",
    message: "日期不存在。",
    find: unrealDays,
    yes: ["‹2025年2月30日›召开会议。", "‹13月›5日", "‹2025年4月31日›印发。"],
    no: ["2024年2月29日召开会议。", "12个月", "2025年12月31日", "3.15活动月"],
  },
  {
    ...standard,
    scope: "local",
    id: "NU-10.spoken",
    name: "日与号",
    strength: "实务",
    severity: "错误",
    message: "书面日期应写“日”，不写“号”。",
    spares: "quotes",
    find: spokenDays,
    yes: [["2025年3月15‹号›召开会议。", "日"]],
    no: ["2025年3月15日召开会议。", "2025年第3号公告", "12月5号楼竣工"],
  },
  {
    scope: "local",
    id: "NU-10.zero",
    name: "日期中的前导零",
    source: "GB/T 9704—2012 7.3.5.4",
    strength: "规定",
    severity: "错误",
    message: "月、日不编虚位，1 不写作 01。",
    spares: "quotes",
    find: leadingZeros,
    yes: [["‹2025年03月05日›召开会议。", "2025年3月5日"]],
    no: ["2025年3月5日召开会议。", "2025年10月20日召开会议。"],
  },
];

export const futureRules: readonly AcrossRule[] = [
  {
    scope: "across",
    id: "NU-16",
    name: "晚于成文日期的日期",
    source: "实务",
    strength: "实务",
    severity: "提示",
    message: "日期晚于成文日期。",
    find: futureDays,
    yes: [
      "青石县审计局关于2025年工作情况的报告\n‹截至2025年底›，完成整改218项。\n一、主要工作\n全年工作完成，成效明显。\n青石县审计局\n2025年12月20日",
      "青石县审计局关于2025年工作情况的报告\n‹2026年3月5日›召开会议部署工作。\n一、主要工作\n全年工作完成，成效明显。\n青石县审计局\n2026年1月20日",
    ],
    no: [
      "青石县审计局关于2025年工作情况的报告\n截至2025年底，完成整改218项，到2026年底前完成全部整改。\n一、主要工作\n全年工作完成，成效明显。\n青石县审计局\n2026年1月20日",
    ],
  },
];
