const chineseDigits = "〇一二三四五六七八九";
const digitOf = (mark: string): number => (/[〇○零oO0]/u.test(mark) ? 0 : chineseDigits.indexOf(mark));

/** The four digits of 2023年 or 二〇二三年 as a number. */
export function valueOf(digits: string): number {
  return /^\d{4}$/u.test(digits)
    ? Number(digits)
    : Array.from(digits, digitOf).reduce((sum, digit) => sum * 10 + digit, 0);
}

/** Another year in the writing of the first: the same digits, the same zero, full or half width. */
export function writeYear(value: number, like: string): string {
  const written = String(value);
  if (/^\d{4}$/u.test(like)) return written;
  const zero = /[○零oO0]/u.exec(like)?.[0] ?? "〇";
  return Array.from(written, (digit) => (digit === "0" ? zero : chineseDigits.charAt(Number(digit)))).join("");
}

const single =
  /^(?:截[至止]到?\s*)?(?<year>\d{4}|[一二][〇○零oO0一二三四五六七八九]{3})\s*(?:年|[-/.]\d{1,2}[-/.]|届|级|版|$)/u;
const second = /\d{4}|[〇○零]{1}[一二三四五六七八九〇]{2}年/gu;

/** The one year that an item names, null for none or a span. */
export function yearOf(item: string): number | null {
  const year = single.exec(item)?.groups?.["year"];
  if (year === undefined || (item.match(second) ?? []).length > 1) return null;
  return valueOf(year);
}
