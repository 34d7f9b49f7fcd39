import type { Finder } from "./token.ts";
import { matches } from "./token.ts";
import { chineseNumber } from "./vocabulary.ts";

const number = `(?:${chineseNumber}{1,4}|\\d{1,3})`;
const place = "(?:全国|自治[区州县旗]|[省市区县州旗盟镇乡])";
/** 珠海市第九届…: the whole name where it begins a clause. */
const named =
  "(?:(?<=^|[在于向由经据按日]|[^\\p{Script=Han}\\d])[^\\P{Script=Han}年月日落贯执学传根据召开出审在于了完成好]{2,6}?(?=(?:自治[区州县旗]|[省市区县州旗盟镇乡])(?!委|党委)))?";
const assembly =
  "(?:人民代表大会常务委员会|人民代表大会|人大常委会|人大|中央委员会|中央纪委|(?:中央|委)[\\p{Script=Han}]{2,10}?委员会|政协|政府|人民政府|纪委|党委|委员会|委)";
const committee = `(?:(?:党中央|中央|[省市区县州旗盟]委)[\\p{Script=Han}]{0,8}?委员会|${place}(?:人大常委会|政府|政协|委常委会))`;
const many = `第?${number}次(?:[、和及]第?${number}次)*`;
const patterns = [
  `(?:中国共产党)?(?:第${number}届[\\p{Script=Han}]{0,8}?)?第${number}次全国代表大会`,
  `党的(?!十八大以来)${number}大(?![力局会量型家])`,
  `(?<!${chineseNumber}|党的)(?:十[六七八九]|二十[一二三]?)大(?=精神|报告|以来|召开|部署|[、，。和及])`,
  `(?:党的|团?[省市县区州]委)?${number}届(?:${number}中[、和及])*${number}中全会`,
  `(?:党的|${place}(?:委|党委))?${number}届历次全会`,
  `${named}(?:中国共产党)?(?:${place}(?:委|党委|政协|人大常委会|人大)?)?第?${number}届(?:${place}?${assembly})?${many}(?:全体|常务|主任|主席)?(?:[（(]?扩大[）)]?)?(?:会议|全会|大会)`,
  `${place}(?:委|党委)${many}全会`,
  `${place}?第${number}次(?=[、和及]${place}?第${number}次(?:党代会|党员代表大会))`,
  `${place}?第${number}次(?:党代会|党员代表大会|代表大会|人代会|团代会)`,
  `(?:中央政治局)?第${number}次集体学习`,
  `${committee}?第${number}次[\\p{Script=Han}]{0,12}?(?:[（(]扩大[）)])?(?:会议|大会|全会|常务会议?|办公会议?|例会)`,
  `第?${number}届${place}?(?:人大|政协|人民代表大会|人大常委会|委员会)`,
  `(?:全[国省市区县州]|[省市区县州])?(?:“两会”|两会)`,
].map((pattern) => new RegExp(pattern, "gu"));

/** One of these stands in everything that the patterns find. */
const sign = /[届次大]|两会/u;

/** Congresses and plenums by their numbers: 党的二十大, 二十届二中全会, 市第十二次党代会, 全国两会. */
export const findMeetings: Finder = (view) =>
  sign.test(view.text) ? patterns.flatMap((pattern) => matches(view, "meeting", pattern)) : [];
