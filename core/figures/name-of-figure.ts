import type { Span } from "../document/place.ts";

/** How far around a number its name is looked for. */
const LONGEST_LEAD = 80;
const LONGEST_NAME = 40;
const LONGEST_NOUN = 14;

const papers = /(?:《[^《》]*》[、和及与]?)+(?:等(?!级))?/gu;
const leading =
  /^(?:[\s，、；：。！？”’）)\-—]+|其中|一是|[二三四五六七八九十]是|第[一二三四五六七八九十]，|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|全年度?|年内|\d{1,2}年[内来]|今年(?:以来)?|本年度?|报告期内|20\d\d年(?:度|以来|全年|[上下]半年)?|截至[^，。；]{0,12}?[底末日]前?|20\d\d年(?:\d{1,2}月)?|累计|共计|共(?!同|享|建|治|商)|并(?!联|购|案|轨)|及(?!时|格)|以及|和(?!谐|解)|与|同时|另外?|此外|目前|已(?!经)|已经|先后|我[局市县区省厅委院办]|各(?=[\p{Script=Han}]{3})|对(?!口|照|外|接|比)|的|年度)/u;
const trailing =
  /(?:共计|合计|累计|总计|总共|共|大约|约|接近|近|超过|超|逾|高达|多达|达到|达|到|至|分别|(?<![人户平日月年])均|都|各|为|是|(?<![实现拥持设])有|了|由|从|仅|只|已|的|对|高于|低于|不低于|：|:|，|、|（|\(|\s)+$/u;
/** Words that say how something stands to what was named before. */
const relation =
  /^(?:同比|环比|[比较](?:上年|去年|20\d\d年|上一年)?度?(?:同期)?|分别|同比例)*(?:增长|下降|增加|减少|提高|提升|上升|降低|增幅|降幅|占比|占[\p{Script=Han}]{0,8}|净增|完成率|比例)?$/u;
const notNoun =
  /^(?:以|增长|下降|上升|同比|环比|比|较|占|均|全部|已|被|并|进行|完成|达|为|是|的|等|左右|余|多|和|及|与|其中|共|到|至)/u;

/** Taken off at one end again and again; each time the text gets shorter. */
function without(text: string, end: RegExp): string {
  let rest = text;
  for (let cut = rest.replace(end, ""); cut !== rest; cut = rest.replace(end, "")) rest = cut;
  return rest;
}

/** [bookmark: …] */
const residue = /\[[^[\]]*\]/gu;
/** What stands before a bracket that is still open: in 罚款45万元（含滞纳金1万元） the name is 滞纳金. */
const inBrackets = /^.*[（(](?![^（(]*[）)])含?/su;
const cleaned = (words: string): string =>
  without(
    without(without(words.replace(residue, "").replace(papers, "").replace(inBrackets, ""), leading), trailing),
    leading,
  )
    .replace(/[\s“”"‘’]/gu, "")
    .slice(-LONGEST_NAME);

/** The noun right behind number and unit: 12场普法活动; in 23件合同和4件文件 it is 合同. */
function nounBehind(text: string, end: number): string {
  const behind = text.slice(end, end + LONGEST_NOUN + 2);
  const words =
    /^[\p{Script=Han}“”]*?(?=[和及与]\d)/u.exec(behind)?.[0] ?? /^[\p{Script=Han}“”]*/u.exec(behind)?.[0] ?? "";
  return words.length > LONGEST_NOUN || notNoun.test(words) ? "" : words;
}
const shortNoun = (noun: string): string => noun.replace(/[“”]/gu, "").replace(/^.*的(?=.{2})/u, "");

/** The number before in the same sentence: where it ends with its noun, and what a relation behind it speaks of. */
export type NamedBefore = { readonly end: number; readonly subject: string };
type Name = NamedBefore & {
  /** "" = no words say it. */
  readonly name: string;
};

const sentenceEnds = ["。", "；", "！", "？", "\n", ";"];
const stops = [...sentenceEnds, "，", "：", ",", ":"];

/**
 * A name for the number at `at`, from the words before it in its clause, the noun behind it and, where the clause says
 * only how it stands to the number before (增长, 其中, 占), from that one's name.
 */
export function nameOfFigure(text: string, at: Span, before: NamedBefore | null): Name {
  const from = Math.min(at.start, Math.max(before?.end ?? 0, at.start - LONGEST_LEAD));
  const lead = text.slice(from, at.start);
  const clause = lead.slice(Math.max(...stops.map((mark) => lead.lastIndexOf(mark) + 1)));
  const words = cleaned(clause);
  const noun = nounBehind(text, at.end);
  const end = at.end + noun.length;
  const told = shortNoun(noun);
  if (before !== null && relation.test(words) && told === "") {
    return { name: `${before.subject}${words}`.slice(-LONGEST_NAME), subject: before.subject, end };
  }
  // 召开专题会议，共12次: a clause before says it
  const sentence = lead.slice(Math.max(...sentenceEnds.map((mark) => lead.lastIndexOf(mark) + 1)));
  const own = `${words}${words.endsWith(told) ? "" : told}`;
  const name =
    own === ""
      ? (sentence
          .split(/[，：,:]/u)
          .map(cleaned)
          .findLast((part) => part !== "") ?? "")
      : own.slice(-LONGEST_NAME);
  return { name, subject: name, end };
}
