import { parseChineseNumber } from "../../document/chinese-numerals.ts";
import { type CheckText, matchesOf } from "../check-text.ts";
import { type CheckedBlock, type CheckedReport, placeOf } from "../checked-report.ts";
import { perBlock } from "../per-block.ts";
import meetingList from "../lists/meetings.json" with { type: "json" };
import type { AcrossRule, Found, FoundInReport, LocalRule } from "../rule.ts";

/** Phrases that stand in this order where they stand together. */
const ordered = ["四个意识", "四个自信", "两个维护"] as const;
const group = /“?(?:四个意识|四个自信|两个维护)”?/gu;

function groupedPhrases({ text }: CheckText): readonly Found[] {
  const found: Found[] = [];
  let before: { readonly rank: number; readonly end: number } | null = null;
  for (const { 0: words, index } of matchesOf(group, text)) {
    const rank = ordered.findIndex((phrase) => words.includes(phrase));
    const isNear = before !== null && !/[。；]/u.test(text.slice(before.end, index)) && index - before.end < longestGap;
    if (isNear && before !== null && rank < before.rank) found.push({ start: index, end: index + words.length });
    before = { rank, end: index + words.length };
  }
  return found;
}
const longestGap = 30;

const congress =
  /党的(?<congress>[一二三四五六七八九十]{2,3})大(?![力局会量型家])|(?<=[、和])(?<other>二十[一二三]?|十[六七八九])大(?=精神)/gu;
const plenum =
  /(?<congress>[一二三四五六七八九十]{1,3})届(?<plenums>[一二三四五六七八九](?:中)?(?:[、和及][一二三四五六七八九]中)*)(?<=中)全会/gu;
const mostPlenums = 9;

type Named = Found & { readonly congress: number; readonly plenum: number };

function meetingsIn(text: string): readonly Named[] {
  if (!/[届大]/u.test(text)) return [];
  const congresses = matchesOf(congress, text).flatMap(({ 0: found, index, groups }): readonly Named[] => {
    const number = parseChineseNumber(groups?.["congress"] ?? groups?.["other"] ?? "");
    return number === null ? [] : [{ start: index, end: index + found.length, congress: number, plenum: 0 }];
  });
  const plenums = matchesOf(plenum, text).flatMap(({ 0: found, index, groups }): readonly Named[] => {
    const number = parseChineseNumber(groups?.["congress"] ?? "");
    const values = Array.from(
      (groups?.["plenums"] ?? "").matchAll(/[一二三四五六七八九]/gu),
      ([one]) => parseChineseNumber(one) ?? 0,
    );
    return number === null
      ? []
      : values.map((value) => ({ start: index, end: index + found.length, congress: number, plenum: value }));
  });
  return [...congresses, ...plenums];
}

const dateOf = new Map(
  meetingList.meetings.map(({ congress: held, plenum: number, date }) => [`${held} ${number}`, date]),
);
/** Congresses come every five years from 2012 on, the 18th; what lies ahead of the known ones has no day yet. */
const yearOfCongress = (number: number): number => 2012 + (number - 18) * 5;

/** The first year in which a meeting can be spoken of as held. */
function firstYear({ congress: number, plenum: value }: Named): number {
  const known = dateOf.get(`${number} ${value}`);
  if (known !== undefined) return Number(known.slice(0, 4));
  const later = meetingList.meetings.filter((held) => held.congress === number && held.plenum < value);
  const last = later.reduce((latest, { date }) => Math.max(latest, Number(date.slice(0, 4))), yearOfCongress(number));
  return last;
}

/** The texts of a block that name meetings, and the meetings. */
const meetingsOf = perBlock(({ texts }) =>
  texts.flatMap((text) => {
    const found = meetingsIn(text.text);
    return found.length === 0 ? [] : [{ text, meetings: found }];
  }),
);

const spokenAhead = /(?:迎接|喜迎|筹备|即将召开|召开前|胜利召开做|明年)/u;

function meetings({ year, meta }: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  const latest = /^\d{4}/u.test(meta.date) ? Math.max(year, Number(meta.date.slice(0, 4))) : year + 1;
  return blocks.flatMap((checked, index) =>
    meetingsOf(checked).flatMap(({ text, meetings: found }) =>
      found.flatMap((named): readonly FoundInReport[] => {
        const { start, end, congress: number, plenum: value } = named;
        const place = placeOf(text, { start, end }, index);
        if (place === null) return [];
        const words = text.text.slice(start, end);
        if (value > mostPlenums || (number >= 15 && value > 7)) {
          return [{ place, message: `没有“${words}”这次会议，请核对届次。` }];
        }
        const isAhead =
          firstYear(named) > latest && !spokenAhead.test(text.text.slice(Math.max(0, start - 12), end + 8));
        return isAhead ? [{ place, message: `“${words}”在报告年度之后才召开，请核对届次。` }] : [];
      }),
    ),
  );
}

const bareName = /《(?<name>规定|办法|条例|意见|方案|通知|计划|规划|纲要|决定|准则|细则|规则|要点|规范)》/gu;

/** 《规定》 in front of （以下简称《规定》）: a short form that nothing introduced. */
function shortForms(_: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  const introduced = new Set<string>();
  const found: FoundInReport[] = [];
  for (const [index, { texts }] of blocks.entries()) {
    for (const text of texts) {
      if (!text.text.includes("《")) continue;
      for (const { 0: words, index: start, groups } of matchesOf(bareName, text.text)) {
        const name = groups?.["name"] ?? "";
        if (/(?:简称|统称|称)[“：:]?$/u.test(text.text.slice(Math.max(0, start - 4), start))) introduced.add(name);
        else if (!introduced.has(name)) {
          const place = placeOf(text, { start, end: start + words.length }, index);
          if (place !== null)
            found.push({ place, message: `“${words}”是简称，前面没有用“（以下简称${words}）”说明全称。` });
        }
      }
    }
  }
  return found;
}

export const phraseRules: readonly LocalRule[] = [
  {
    scope: "local",
    id: "PH-2",
    name: "并提的顺序",
    source: "党的二十大报告",
    strength: "规定",
    severity: "错误",
    message: "并提的顺序应为“四个意识”“四个自信”“两个维护”。",
    find: groupedPhrases,
    yes: ["坚定“四个自信”，增强‹“四个意识”›，做到“两个维护”。"],
    no: ["增强“四个意识”，坚定“四个自信”，做到“两个维护”。", "做到“两个维护”。增强“四个意识”。"],
  },
];

export const namedRules: readonly AcrossRule[] = [
  {
    scope: "across",
    id: "PH-3",
    name: "党代会和全会的届次",
    source: "公开发布的会议公报",
    strength: "规定",
    severity: "错误",
    message: "届次与报告年度不符。",
    find: meetings,
    yes: ["贯彻‹党的二十一大›精神。", "贯彻‹二十届八中全会›精神。"],
    no: ["贯彻党的二十大和二十届二中、三中、四中全会精神。", "十九届六中全会"],
  },
  {
    scope: "across",
    id: "PH-4",
    name: "没有说明的简称",
    source: "实务",
    strength: "实务",
    severity: "提示",
    message: "简称前应说明全称。",
    find: shortForms,
    yes: ["认真落实‹《规定》›要求，完善制度。"],
    no: ["认真落实《经济责任审计规定》（以下简称《规定》），健全《规定》学习机制。", "贯彻《内部审计条例》。"],
  },
];
