import { formatChineseNumber } from "../../document/chinese-numerals.ts";

/** How far a list is counted in words; beyond it a number is written in digits. */
const largest = 9999;

function roman(value: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [1000, "m"],
    [900, "cm"],
    [500, "d"],
    [400, "cd"],
    [100, "c"],
    [90, "xc"],
    [50, "l"],
    [40, "xl"],
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ];
  let rest = value;
  let text = "";
  for (const [worth, sign] of signs) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

/** a … z, aa, bb: Word repeats the letter. */
const letter = (value: number): string => String.fromCharCode(0x61 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

/** 甲, 乙 … 癸, then digits. */
const oneOf = (signs: string, value: number): string => signs.charAt(value - 1) || String(value);
/** One sign for each of the first numbers, digits beyond them. */
const signs = (first: number, count: number, value: number): string =>
  value <= count ? String.fromCodePoint(first + value - 1) : String(value);
const digitByDigit = (digits: string, value: number): string =>
  Array.from(String(value), (digit) => digits.charAt(Number(digit))).join("");

/** ① to ㊿ lie in three places. */
function circled(value: number): string {
  if (value <= 20) return signs(0x2460, 20, value);
  if (value <= 35) return signs(0x3251, 15, value - 20);
  return value <= 50 ? signs(0x32b1, 15, value - 35) : String(value);
}

const financialDigits: Readonly<Record<string, string>> = {
  零: "零",
  一: "壹",
  二: "贰",
  三: "叁",
  四: "肆",
  五: "伍",
  六: "陆",
  七: "柒",
  八: "捌",
  九: "玖",
  十: "拾",
  百: "佰",
  千: "仟",
};
const financial = (value: number): string =>
  // 10 is 壹拾 in sums of money
  (value >= 10 && value < 20 ? `一${formatChineseNumber(value)}` : formatChineseNumber(value)).replaceAll(
    /./gu,
    (sign) => financialDigits[sign] ?? sign,
  );

/** ISO/IEC 29500-1 17.18.59. A number from 1 to 9999 in a format; formats not named here are written in digits. */
const formats: Readonly<Record<string, (value: number) => string>> = {
  decimalZero: (value) => String(value).padStart(2, "0"),
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (value) => letter(value).toUpperCase(),
  lowerLetter: letter,
  chineseCounting: formatChineseNumber,
  chineseCountingThousand: formatChineseNumber,
  japaneseCounting: formatChineseNumber,
  taiwaneseCounting: formatChineseNumber,
  taiwaneseCountingThousand: formatChineseNumber,
  koreanCounting: formatChineseNumber,
  ideographDigital: (value) => digitByDigit("〇一二三四五六七八九", value),
  japaneseDigitalTenThousand: (value) => digitByDigit("〇一二三四五六七八九", value),
  taiwaneseDigital: (value) => digitByDigit("○一二三四五六七八九", value),
  chineseLegalSimplified: financial,
  ideographLegalTraditional: financial,
  ideographTraditional: (value) => oneOf("甲乙丙丁戊己庚辛壬癸", value),
  ideographZodiac: (value) => oneOf("子丑寅卯辰巳午未申酉戌亥", value),
  ideographEnclosedCircle: (value) => signs(0x3280, 10, value),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (value) => signs(0x2474, 20, value),
  decimalEnclosedFullstop: (value) => signs(0x2488, 20, value),
  decimalFullWidth: (value) => digitByDigit("０１２３４５６７８９", value),
  decimalFullWidth2: (value) => digitByDigit("０１２３４５６７８９", value),
  numberInDash: (value) => `- ${value} -`,
  ordinal: (value) =>
    `${value}${["th", "st", "nd", "rd"][value % 100 > 10 && value % 100 < 14 ? 0 : value % 10] ?? "th"}`,
};

/** As many digits as a list shows by example: `3 digits` for 001. */
const digits = /^([2-9]) digits$/u;

/** A number as a list writes it. */
export function formatNumber(format: string, value: number): string {
  const width = digits.exec(format)?.[1];
  if (width !== undefined) return String(value).padStart(Number(width), "0");
  if (format === "none" || format === "bullet") return "";
  const write = formats[format];
  return write === undefined || value < 1 || value > largest ? String(value) : write(value);
}
