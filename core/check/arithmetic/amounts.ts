import type { Span } from "../../document/place.ts";
import { scaledUnit } from "../../figures/figure-unit.ts";
import { matchesOf } from "../check-text.ts";

/** A number with its unit, as a text writes it. */
export type Amount = Span & {
  /** In the unit without 万 or 亿. */
  readonly value: number;
  /** 元, 个, %: what is counted, without 万 or 亿. */
  readonly unit: string;
  /** Half of its last place: so far the true value may lie from the written one. */
  readonly slack: number;
  /** 36个, 3.2亿元 */
  readonly written: string;
  /** 近, 约, 余: nobody can calculate with it. */
  readonly isRough: boolean;
};

/** Units that figures of reports are counted in, as alternatives of a pattern. */
export const units =
  "元|个百分点|个|项|件|次|名|人次|人|家|份|篇|条|期|批|户|起|处|场|宗|台|辆|公里|亩|平方米|吨|天|%|％|道|类|组|部|只|本|册|万次|所|座|套";
const pattern = new RegExp(
  `(?<rough>近|约|逾|超过?|不足|余)?(?<![\\d.,A-Za-z第—～-])(?<number>\\d{1,3}(?:,\\d{3})+|\\d+)(?<decimals>\\.\\d+)?\\s?(?<scale>万亿|万|亿)?(?<more>余|多)?(?<unit>${units})(?<tail>以上|以下|左右|以内|次)?`,
  "gu",
);
/** 万 is 10000. */
const factorOf = (scale: string): number => 10 ** scaledUnit(scale).exponent;

/** The amounts of a text, in order. Numbers without a unit, days and years are none. */
export function amountsIn(text: string): readonly Amount[] {
  if (!/\d/u.test(text)) return [];
  return matchesOf(pattern, text).map((match): Amount => {
    const { number = "", decimals = "", scale = "", unit = "", rough, more, tail = "" } = match.groups ?? {};
    const factor = factorOf(scale);
    const start = match.index + (rough?.length ?? 0);
    const end = match.index + match[0].length;
    return {
      start,
      end,
      value: Number(number.replaceAll(",", "") + decimals) * factor,
      unit: tail === "次" ? `${unit}次` : unit.replace("％", "%"),
      // a whole count is what it is; an amount in 万 or with decimals is rounded
      slack: decimals === "" && scale === "" ? 0 : (factor * 10 ** -Math.max(0, decimals.length - 1)) / 2,
      written: text.slice(start, end),
      isRough: rough !== undefined || more !== undefined || (tail !== "" && tail !== "次"),
    };
  });
}

/** A sum or difference as it is shown: without the noise of binary fractions, in the unit of an amount beside it. */
export function writtenLike(value: number, { written, unit }: Amount): string {
  const scale = /万亿|万|亿/u.exec(written)?.[0] ?? "";
  const shown = value / factorOf(scale);
  return `${Number(shown.toFixed(6))}${scale}${unit}`;
}
