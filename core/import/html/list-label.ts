import { formatNumber } from "../word/number-formats.ts";

/** `type=` of a list, and what CSS calls the same. */
const formats: Readonly<Record<string, string>> = {
  "1": "decimal",
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
  "lower-alpha": "lowerLetter",
  "lower-latin": "lowerLetter",
  "upper-alpha": "upperLetter",
  "upper-latin": "upperLetter",
  "lower-roman": "lowerRoman",
  "upper-roman": "upperRoman",
  "decimal-leading-zero": "decimalZero",
  "cjk-ideographic": "chineseCounting",
  "cjk-decimal": "ideographDigital",
  "simp-chinese-informal": "chineseCounting",
  "trad-chinese-informal": "chineseCounting",
  "simp-chinese-formal": "chineseLegalSimplified",
  "trad-chinese-formal": "chineseLegalSimplified",
  "japanese-informal": "chineseCounting",
  "cjk-heavenly-stem": "ideographTraditional",
  "cjk-earthly-branch": "ideographZodiac",
};
/** The mark behind a number, as browsers set it. */
const ideographic = new Set([
  "chineseCounting",
  "chineseLegalSimplified",
  "ideographDigital",
  "ideographTraditional",
  "ideographZodiac",
]);
const bullets: Readonly<Record<string, string>> = { disc: "•", circle: "◦", square: "▪" };

/** What is known of an item of a list. */
export type ListItem = {
  readonly isOrdered: boolean;
  /** `type` of the item or the list, else `list-style-type`. */
  readonly type: string;
  readonly value: number;
};

/** The number or mark that a page sets in front of an item; "" for none. */
export function listMarker({ isOrdered, type, value }: ListItem): string {
  const named = type.trim();
  if (/^none$/iu.test(named)) return "";
  // list-style-type: "☑ "
  const own = /^["'](.{1,8})["']$/u.exec(named)?.[1];
  if (own !== undefined) return own.trim();
  const bullet = bullets[named.toLowerCase()];
  const format = formats[named] ?? formats[named.toLowerCase()];
  if (bullet !== undefined || (!isOrdered && format === undefined)) return bullet ?? "•";
  const number = formatNumber(format ?? "decimal", value);
  return `${number}${ideographic.has(format ?? "") ? "、" : "."}`;
}

/**
 * The numbers of a list's items: counted on from `start`, from an item's own `value`, and downwards where it is reversed.
 * @param values each item's `value`, "" where it has none
 */
export function itemNumbers(values: readonly string[], start: string, isReversed: boolean): readonly number[] {
  const whole = (text: string): number | null => (/^\s*[+-]?[0-9]{1,9}\s*$/u.test(text) ? Number(text) : null);
  const step = isReversed ? -1 : 1;
  let next = whole(start) ?? (isReversed ? values.length : 1);
  return values.map((value) => {
    const number = whole(value) ?? next;
    next = number + step;
    return number;
  });
}
