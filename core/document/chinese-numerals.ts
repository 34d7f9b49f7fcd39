const digits = "零一二三四五六七八九";

/**
 * 12 → 十二, 30 → 三十, 1012 → 一千零一十二. From 10,000 on, and for whatever is no ordinal number, the digits: nobody
 * counts so far in words, and no text of any file may stop the program.
 */
export function formatChineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) return String(value);
  if (value >= 1000) {
    const rest = value % 1000;
    const below = rest === 0 ? "" : formatChineseNumber(rest);
    const gap = rest === 0 || rest >= 100 ? "" : rest >= 10 && rest < 20 ? "零一" : "零";
    return `${digits.charAt(Math.floor(value / 1000))}千${gap}${below}`;
  }
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  let text = "";
  if (hundreds > 0) text += `${digits.charAt(hundreds)}百`;
  if (tens > 0) {
    // 十二 stands alone, but 一百一十二 names its ten
    text += tens === 1 && hundreds === 0 ? "十" : `${digits.charAt(tens)}十`;
  } else if (hundreds > 0 && ones > 0) {
    text += "零";
  }
  if (ones > 0) text += digits.charAt(ones);
  return text;
}

/**
 * Reads an ordinal number in Chinese numerals, 1 to 999. Null for everything else, also for what only looks
 * like one: 十四五, 二〇三五.
 */
export function parseChineseNumber(text: string): number | null {
  if (text.length === 0 || text.length > 6) return null;
  let value = 0;
  let rest = text;
  const hundred = rest.indexOf("百");
  if (hundred >= 0) {
    const digit = hundred === 1 ? digits.indexOf(rest.charAt(0)) : -1;
    if (digit < 1) return null;
    value += digit * 100;
    rest = rest.slice(hundred + 1).replace(/^[零〇]/u, "");
    if (rest === "") return value;
  }
  const ten = rest.indexOf("十");
  if (ten >= 0) {
    const digit = ten === 0 ? 1 : ten === 1 ? digits.indexOf(rest.charAt(0)) : -1;
    if (digit < 1) return null;
    value += digit * 10;
    rest = rest.slice(ten + 1);
  }
  if (rest === "") return value === 0 ? null : value;
  const ones = rest.length === 1 ? digits.indexOf(rest) : -1;
  return ones < 1 ? null : value + ones;
}
