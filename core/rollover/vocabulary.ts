import words from "./vocabulary.json" with { type: "json" };

/** Alternatives of a pattern, the longest first: 万元 must not be read as 万. */
const anyOf = (list: readonly string[]): string => [...list].sort((one, other) => other.length - one.length).join("|");

/** Phrases with a number that is no figure, as in 三重一大. */
export const protectedPhrases: readonly string[] = Object.values(words.protected).flat();
/** Telephone numbers that stand for a service: 12345热线. */
export const hotlines = anyOf(words.hotlines);
/** Units after Arabic figures. */
export const units = anyOf(words.units);
/** Units after which a figure written in Chinese is a count, not a manner of speaking. */
export const countedUnits = anyOf(words.countedUnits);
/** Units after a count in Chinese that is too large for a manner of speaking: 二十余个. */
export const largeCountUnits = anyOf(words.largeCountUnits);
/** Where a post is held, where that belongs to the post: 政法委书记. */
export const organs = anyOf(words.organs);
export const posts = anyOf(words.posts);
export const surnames: ReadonlySet<string> = new Set(words.surnames);
export const compoundSurnames: readonly string[] = words.compoundSurnames;
/** People whose names with their posts belong to the language of reports. */
export const protectedPeople: readonly string[] = words.protectedPeople;

/** A Chinese ordinal or count. */
export const chineseNumber = "[一二三四五六七八九十百零〇]";
/** From … to, as typed. */
export const spanMark = "\\s{0,3}[—–－~～\\-至到]{1,2}\\s{0,3}";
const yearDigits = "(?:19|20|21)\\d{2}";
/** 2023年, as typed with or without a space. */
export const arabicYear = `${yearDigits}\\s{0,3}年`;
/** 二〇二三年 */
export const chineseYear = "[一二][〇○零oO0一二三四五六七八九]{3}年";
/** 2023—2025年, 2023年至2025年 */
export const yearSpan = `(?<!\\d)${yearDigits}(?:\\s{0,3}年度?)?${spanMark}${yearDigits}(?!\\d)(?:\\s{0,3}年度?)?`;
