import { type Decimal, shifted } from "./decimal.ts";

/** 亿元: what is counted, and the power of ten it is counted in. */
type ScaledUnit = { readonly base: string; readonly exponent: number };

const scaled = /^(?<small>[十百千]?)(?<large>万亿|万|亿)(?<base>.*)$/su;
const exponents: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8, 万亿: 12 };

/** 亿元 → 元 × 10^8; ％ and % are one. 千 and 百 count only before 万 and 亿: 千克 and 百分点 are units. */
export function scaledUnit(unit: string): ScaledUnit {
  const plain = unit.replaceAll("％", "%");
  const { small = "", large, base } = scaled.exec(plain)?.groups ?? {};
  if (large === undefined || base === undefined) return { base: plain, exponent: 0 };
  return { base, exponent: (exponents[small] ?? 0) + (exponents[large] ?? 0) };
}

export const isSameUnit = (one: string, other: string): boolean =>
  one === other || one.replaceAll("％", "%") === other.replaceAll("％", "%");

/** 3.2, 亿元 → 万元: 32000; null: the units count different things. */
export function inUnit(value: Decimal, from: string, to: string): Decimal | null {
  const [given, wanted] = [scaledUnit(from), scaledUnit(to)];
  return given.base === wanted.base ? shifted(value, given.exponent - wanted.exponent) : null;
}

const counted =
  "个|件|人|次|项|名|家|份|起|户|篇|条|宗|场|期|批|轮|台|辆|座|所|部|本|册|例|笔|人次|批次|场次|户次|家次|件次|期次|轮次|班次";
const countUnit = new RegExp(`^(?:${counted})$`, "u");

/** Counts whole things: there are no 12.5件. */
export const countsWhole = (unit: string): boolean => countUnit.test(unit);
