/** An exact decimal number: `digits` ÷ 10^`places`. */
export type Decimal = { readonly digits: bigint; readonly places: number };
export type Rounding = "halfUp" | "halfEven" | "down";

const written = /^(?<sign>-?)(?<whole>\d{1,40})(?:\.(?<fraction>\d{1,20}))?$/u;

/** `-1.50` as a number that keeps its last zero; null: nothing of the kind. */
export function parseDecimal(text: string): Decimal | null {
  const { sign, whole, fraction = "" } = written.exec(text)?.groups ?? {};
  if (whole === undefined) return null;
  const digits = BigInt(whole + fraction);
  return { digits: sign === "-" ? -digits : digits, places: fraction.length };
}

export function writeDecimal({ digits, places }: Decimal): string {
  const shown = (digits < 0n ? -digits : digits).toString().padStart(places + 1, "0");
  const whole = shown.slice(0, shown.length - places);
  const sign = digits < 0n ? "-" : "";
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${shown.slice(-places)}`;
}

const power = (exponent: number): bigint => 10n ** BigInt(exponent);
const digitsAt = ({ digits, places }: Decimal, wanted: number): bigint => digits * power(wanted - places);

export function add(one: Decimal, other: Decimal): Decimal {
  const places = Math.max(one.places, other.places);
  return { digits: digitsAt(one, places) + digitsAt(other, places), places };
}

export const negate = ({ digits, places }: Decimal): Decimal => ({ digits: -digits, places });

/** Without zeros behind the point that say nothing. */
export function trimmed({ digits, places }: Decimal): Decimal {
  let [rest, left] = [digits, places];
  while (left > 0 && rest % 10n === 0n) [rest, left] = [rest / 10n, left - 1];
  return { digits: rest, places: left };
}

/** With at least so many places. */
export const padded = (value: Decimal, places: number): Decimal =>
  value.places >= places ? value : { digits: digitsAt(value, places), places };

/** × 10^`exponent`, exactly. */
export function shifted({ digits, places }: Decimal, exponent: number): Decimal {
  const left = places - exponent;
  return left >= 0 ? { digits, places: left } : { digits: digits * power(-left), places: 0 };
}

/** 四舍五入, 四舍六入五成双 or cut off, of an exact quotient; halves go away from zero. */
function quotient(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const isNegative = dividend < 0n !== divisor < 0n;
  const [above, below] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const whole = above / below;
  const twice = (above % below) * 2n;
  const isUp =
    rounding !== "down" && (twice > below || (twice === below && (rounding === "halfUp" || whole % 2n === 1n)));
  const result = isUp ? whole + 1n : whole;
  return isNegative ? -result : result;
}

/** One number ÷ another one, which is not 0. */
export function divided(one: Decimal, other: Decimal, places: number, rounding: Rounding): Decimal {
  const dividend = one.digits * power(other.places + places);
  return { digits: quotient(dividend, other.digits * power(one.places), rounding), places };
}

export function rounded(value: Decimal, places: number, rounding: Rounding): Decimal {
  if (value.places <= places) return padded(value, places);
  return { digits: quotient(value.digits, power(value.places - places), rounding), places };
}
