import { type Decimal, writeDecimal } from "./decimal.ts";

/** How a place of the text writes a number. */
type NumberForm = {
  /** １２ */
  readonly isFullWidth: boolean;
  /** 1,234 */
  readonly isGrouped: boolean;
  /** Places behind the point that end in 0: they are written on purpose. */
  readonly leastPlaces: number;
};
export type PrintedNumber = {
  /** Without grouping, in half-width digits: -1234.50 */
  readonly value: string;
  readonly form: NumberForm;
  /** What follows the number: a space where one stands, and the unit. */
  readonly rest: string;
};

const digit = "[0-9０-９]";
const pattern = new RegExp(
  `^(?<sign>[-－−]?)(?<whole>${digit}{1,3}(?:[,，]${digit}{3})+(?!${digit})|${digit}{1,40})(?:[.．](?<fraction>${digit}{1,20})(?!${digit}))?`,
  "u",
);
const plainForm: NumberForm = { isFullWidth: false, isGrouped: false, leastPlaces: 0 };
const FULL_TO_HALF_WIDTH = 0xfee0;
const halfWidth = (text: string): string =>
  text.replace(/[０-９]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - FULL_TO_HALF_WIDTH));

/** The number that a text begins with and how it is written; null: none. */
export function readNumber(text: string): PrintedNumber | null {
  const match = pattern.exec(text);
  const { sign = "", whole, fraction = "" } = match?.groups ?? {};
  if (match === null || whole === undefined) return null;
  const value = halfWidth(whole.replace(/[,，]/gu, "")) + (fraction === "" ? "" : `.${halfWidth(fraction)}`);
  return {
    value: `${sign === "" ? "" : "-"}${value}`,
    form: {
      isFullWidth: /[０-９]/u.test(whole),
      isGrouped: /[,，]/u.test(whole),
      leastPlaces: /[0０]$/u.test(fraction) ? fraction.length : 0,
    },
    rest: text.slice(match[0].length),
  };
}

/** Writes a number as another one stood there. */
export function writeNumber(value: Decimal, { isFullWidth, isGrouped } = plainForm): string {
  const [whole = "", fraction] = writeDecimal(value).split(".");
  const grouped = isGrouped ? whole.replace(/\B(?=(?:\d{3})+$)/gu, ",") : whole;
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return isFullWidth
    ? text.replace(/[-0-9.,]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) + FULL_TO_HALF_WIDTH))
    : text;
}
