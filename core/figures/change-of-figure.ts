import { add, divided, negate, parseDecimal, shifted, trimmed, writeDecimal } from "./decimal.ts";
import { isSameUnit } from "./figure-unit.ts";
import type { Figure } from "./print-figure.ts";

const HUNDRED = 2;
const ONE_PLACE = 1;

/** 增减 against last year: +10.5%, of shares in points; "" where either value is missing or last year's is 0. */
export function changeOfFigure({ value, lastYear, unit }: Pick<Figure, "value" | "lastYear" | "unit">): string {
  const [now, before] = [parseDecimal(value), parseDecimal(lastYear)];
  if (now === null || before === null) return "";
  const difference = add(now, negate(before));
  if (difference.digits === 0n) return "持平";
  const sign = difference.digits > 0n ? "+" : "";
  if (isSameUnit(unit, "%")) return `${sign}${writeDecimal(trimmed(difference))} 点`;
  if (before.digits === 0n) return "";
  const positive = before.digits < 0n ? negate(before) : before;
  return `${sign}${writeDecimal(divided(shifted(difference, HUNDRED), positive, ONE_PLACE, "halfUp"))}%`;
}
