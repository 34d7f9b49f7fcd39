import { proposeYear } from "./propose-year.ts";
import type { Finder, Token } from "./token.ts";
import { matches } from "./token.ts";
import { arabicYear, chineseYear, units, yearSpan } from "./vocabulary.ts";

const span = new RegExp(yearSpan, "gu");
const single = new RegExp(
  `(?<!\\d)${arabicYear}(?:\\s*度(?![假过])|年?[底末初])?|(?<![一二三四五六七八九〇])${chineseYear}(?:\\s*度(?![假过])|年?[底末初])?`,
  "gu",
);
/** 2022、2023年; 清风2023: a year without its 年, where no unit makes it a figure. */
const bare = new RegExp(
  `(?<![\\d.,A-Za-z\\-—/〔（(\\[])20[0-4]\\d(?![\\d.,%A-Za-z\\-—/]|\\s*(?:余|多|[百千万亿]|(?![国省市县区州乡镇村部级])(?:${units})))`,
  "gu",
);

/** 23年度 */
const twoDigits = /(?<![\d.,])[12]\d年度/gu;

/** 2023届毕业生, 2023版 */
const graded = /(?<![\d.,])20[0-4]\d\s?(?:届|级|版|财年|学年)/gu;

/** Years, and spans of years, for which nothing is ever proposed. */
export const findYears: Finder = (view, years) => {
  const named = matches(view, "year", single).map((token): Token => ({
    ...token,
    proposed: proposeYear(view, token, years),
  }));
  return [
    ...matches(view, "year", span),
    ...named,
    ...matches(view, "year", graded),
    ...matches(view, "year", bare),
    ...matches(view, "year", twoDigits),
  ];
};
