/**
 * What a figure at the start of a line counts or measures. `2.1个` is no sub-number, `2.1个人` may be one: the second
 * column names how words go on that only begin like a measure.
 */
const measures: readonly (readonly [measure: string, words: string])[] = [
  ["年", "[度均报终底初检]"],
  ["月", "[度报结]"],
  ["日", "[常趋益程]"],
  ["号", "召"],
  ["时", "[间限效]"],
  ["分", "[类工析组管解级布层步期配]"],
  ["期", "[间限]"],
  ["个", "[人体性别案]"],
  ["项", "目"],
  ["人", "[员才力大民事]"],
  ["家", "[庭]"],
  ["次", "要"],
  ["条", "[件例]"],
  ["件", "(?!)"],
  ["名", "[单称录]"],
  ["户", "[籍外]"],
  ["份", "额"],
  ["篇", "章"],
  ["场", "[所地景]"],
  ["级", "别"],
  ["岁", "末"],
  ["天", "然"],
  ["周", "[期边]"],
  ["成", "[立果效员本绩]"],
  ["倍", "(?!)"],
  ["度", "假"],
  ["亿|万|千|百", "[家名]"],
  ["元|吨|亩|米|公里|公斤|公顷|平方|立方|克|升|辆|台|套|[%％‰℃]", "素|[台套]"],
];

const measure = new RegExp(`^(?:${measures.map(([word, words]) => `(?:${word})(?!${words})`).join("|")})`, "u");
/** Behind a space only what nothing but a figure stands before. */
const measureApart = /^(?:[亿万]|元|吨|亩|倍|公里|公斤|公顷|平方米|[%％‰℃]|个百分点)/u;
/** A decimal fraction and what it measures: things that are counted one by one have none. */
const amount =
  /^[0-9０-９]+(?:[.．][0-9]+)?\s?(?:[亿万千百%％‰℃倍元吨亩度米升]|个百分点|公里|公斤|公顷|千米|千克|平方|立方)/u;

/** Whether words that stand right behind a figure are what it counts; `isApart`: behind a space. */
export const beginsWithMeasure = (words: string, isApart: boolean): boolean =>
  (isApart ? measureApart : measure).test(words);

/** Whether digits behind a point are the fraction of an amount: 5亿元 behind `2.`. */
export const isAmount = (following: string): boolean => amount.test(following.slice(0, 24));
