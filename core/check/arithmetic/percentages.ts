import { rangesIn } from "../../rollover/ranges.ts";
import type { CheckText } from "../check-text.ts";
import type { Found } from "../rule.ts";
import { type Amount, amountsIn } from "./amounts.ts";
import { wholeSentences } from "./counted-amounts.ts";
import { isPartOf } from "./parts.ts";

const percent = (value: number): string => `${Number(value.toFixed(2))}%`;
const isPercent = ({ unit }: Amount): boolean => unit === "%";

/** The least and the most that part ÷ whole can be, both as far off as they are rounded. */
function shareRange(part: Amount, whole: Amount): readonly [least: number, most: number] {
  return [
    ((part.value - part.slack) / (whole.value + whole.slack)) * 100,
    ((part.value + part.slack) / Math.max(whole.value - whole.slack, 1e-9)) * 100,
  ];
}

/** Half of the last place of a percentage, and a hair. */
const slackOf = ({ written }: Amount): number => 10 ** -(/\.(\d+)/u.exec(written)?.[1]?.length ?? 0) / 2 + 1e-9;
/** 87.5 may be cut off as 87: one more unit of the last place is let pass. */
const isWithin = (rate: Amount, [least, most]: readonly [number, number]): boolean =>
  rate.value >= least - slackOf(rate) * 2 && rate.value <= most + slackOf(rate);

const rateName =
  /(?:整改率|完成率|办结率|结案率|采纳率|执行率|到位率|落实率|合格率|覆盖率|参考率|通过率|及格率|占比|比例|占)[^，。；\d]{0,6}$/u;
const longestReach = 60;

/** The amounts before a rate that it may be about, in order. */
function amountsBefore(amounts: readonly Amount[], { start }: Amount): readonly Amount[] {
  return rangesIn(amounts, { start: start - longestReach - 1, end: start });
}

/** Shares and rates that the two amounts before them do not give. */
function wrongShares(sentence: string, amounts: readonly Amount[]): readonly Found[] {
  return amounts.flatMap((rate): readonly Found[] => {
    if (!isPercent(rate) || rate.isRough || !rateName.test(sentence.slice(Math.max(0, rate.start - 14), rate.start)))
      return [];
    const before = amountsBefore(amounts, rate).filter((amount) => !isPercent(amount) && !amount.isRough);
    const units = new Set(before.map(({ unit }) => unit));
    const [one, other] = before;
    if (before.length !== 2 || units.size !== 1 || one === undefined || other === undefined) return [];
    // a part that is more than its whole gives no share; `partsOverWhole` says so where it is sure of the whole
    if (other.value > one.value && isPartOf(sentence, one, other)) return [];
    const [part, whole] = one.value <= other.value ? [one, other] : [other, one];
    if (whole.value === 0 || isWithin(rate, shareRange(part, whole))) return [];
    const message = `${part.written}÷${whole.written}=${percent((part.value / whole.value) * 100)}，与“${rate.written}”不符，请核对；所指的基数不同时可以忽略。`;
    return [{ start: rate.start, end: rate.end, message }];
  });
}

const up = "增长|增加|上升|提高|提升|扩大";
const down = "下降|减少|降低|压减|缩减|回落";
const movesTo = new RegExp(`^[^，。；\\d]{0,8}(?:${up}|${down})(?:到|至|为)[^，。；\\d]{0,4}$`, "u");
const from = /(?:由|从)[^，。；\d]{0,14}$/u;
const thenBy = new RegExp(`^[，、]?[^，。；\\d]{0,6}(?<word>${up}|${down}|增幅|降幅|增速)(?:了|为|达到?|约)?$`, "u");
const thanLast = new RegExp(
  `^[，、]?(?:比|较|同比|与)[^，。；\\d]{0,8}(?:20\\d\\d年)?[^，。；\\d]{0,6}(?<word>${up}|${down})(?:了)?$`,
  "u",
);
const thanBase = /^[，、]?(?:比|较)[^，。；\d]{0,8}(?:20\d\d年)?[^，。；\d]{0,6}的$/u;

type Growth = {
  readonly now: Amount;
  readonly base: { readonly value: number; readonly slack: number; readonly written: string };
  readonly word: string;
};

/** What a percentage of growth is about, by the words between the amounts before it. */
function growthOf(sentence: string, amounts: readonly Amount[], position: number): Growth | null {
  const [rate, second, first] = [amounts[position], amounts[position - 1], amounts[position - 2]];
  if (rate === undefined || second === undefined || first === undefined) return null;
  if (first.unit !== second.unit || isPercent(first)) return null;
  const between = sentence.slice(first.end, second.start);
  const word = thenBy.exec(sentence.slice(second.end, rate.start))?.groups?.["word"];
  if (word === undefined) return null;
  // 由32个增加到36个，增长12.5%
  if (from.test(sentence.slice(Math.max(0, first.start - 18), first.start)) && movesTo.test(between)) {
    return { now: second, base: first, word };
  }
  // 36个，比上年的32个增长12.5%
  if (thanBase.test(between)) return { now: first, base: second, word };
  const change = thanLast.exec(between)?.groups?.["word"];
  if (change === undefined) return null;
  // 36个，比上年增加4个，增长12.5%
  const isMore = new RegExp(up, "u").test(change);
  const base = isMore ? first.value - second.value : first.value + second.value;
  const written = isMore ? `（${first.written}－${second.written}）` : `（${first.written}＋${second.written}）`;
  return { now: first, base: { value: base, slack: first.slack + second.slack, written }, word };
}

function wrongGrowth(sentence: string, amounts: readonly Amount[]): readonly Found[] {
  return amounts.flatMap((rate, position): readonly Found[] => {
    if (!isPercent(rate) || rate.isRough) return [];
    const growth = growthOf(sentence, amounts, position);
    if (growth === null || growth.base.value <= 0 || growth.now.isRough) return [];
    const { now, base, word } = growth;
    const least = ((now.value - now.slack) / (base.value + base.slack) - 1) * 100;
    const most = ((now.value + now.slack) / Math.max(base.value - base.slack, 1e-9) - 1) * 100;
    const isLess = new RegExp(`${down}|降幅`, "u").test(word);
    const [low, high] = isLess ? [-most, -least] : [least, most];
    if (isWithin(rate, [low, high])) return [];
    const exact = percent((now.value / base.value - 1) * 100);
    const message = `按${now.written}÷${base.written}－1 计算，变化为${exact}，与“${word}${rate.written}”不符，请核对。`;
    return [{ start: rate.start, end: rate.end, message }];
  });
}

const mostCounted = 200;
const wholeRate = /(?:整改率|完成率|办结率|结案率|采纳率|合格率|通过率|及格率|参考率)[^，。；\d]{0,6}$/u;
const counted = /^(?:个|项|件|名|人|家|条|份|篇|户|起|处)$/u;

/** A rate of a few things that no whole number of them can give. */
function impossibleRates(sentence: string, amounts: readonly Amount[]): readonly Found[] {
  return amounts.flatMap((rate): readonly Found[] => {
    if (!isPercent(rate) || rate.isRough || !wholeRate.test(sentence.slice(Math.max(0, rate.start - 14), rate.start)))
      return [];
    const before = amountsBefore(amounts, rate);
    const [whole] = before;
    if (before.length !== 1 || whole === undefined || !counted.test(whole.unit) || whole.isRough) return [];
    if (!Number.isInteger(whole.value) || whole.value === 0 || whole.value > mostCounted) return [];
    const near = Math.round((rate.value / 100) * whole.value);
    const isPossible = [near - 1, near, near + 1].some(
      (count) => Math.abs((count / whole.value) * 100 - rate.value) <= slackOf(rate) * 2,
    );
    if (isPossible) return [];
    const [below, above] = [Math.floor((rate.value / 100) * whole.value), Math.ceil((rate.value / 100) * whole.value)];
    const message = `${whole.written}的${rate.written}不是整数（${below}÷${whole.value}=${percent((below / whole.value) * 100)}，${above}÷${whole.value}=${percent((above / whole.value) * 100)}），请核对；基数不同时可以忽略。`;
    return [{ start: rate.start, end: rate.end, message }];
  });
}

function eachSentence(
  { text, form }: CheckText,
  judge: (sentence: string, amounts: readonly Amount[]) => readonly Found[],
): readonly Found[] {
  if (form === "element" || !/[%％]/u.test(text)) return [];
  return wholeSentences(text).flatMap((sentence) => {
    if (!/[%％]/u.test(sentence.text)) return [];
    return judge(sentence.text, amountsIn(sentence.text)).map((found) => ({
      ...found,
      start: found.start + sentence.start,
      end: found.end + sentence.start,
    }));
  });
}

export const sharesIn = (text: CheckText): readonly Found[] => eachSentence(text, wrongShares);
export const growthIn = (text: CheckText): readonly Found[] => eachSentence(text, wrongGrowth);
export const impossibleIn = (text: CheckText): readonly Found[] => eachSentence(text, impossibleRates);
