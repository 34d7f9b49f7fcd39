import { beforeName } from "./names/before-names.ts";
import { hasNameShape, otherName } from "./names/name-shapes.ts";
import { isWordBeforePost, isWordName } from "./names/word-names.ts";
import { nameBefore } from "./names/name-at-post.ts";
import type { Range } from "./ranges.ts";
import type { Finder } from "./token.ts";
import { posts } from "./vocabulary.ts";

const role = new RegExp(
  `(?:联系人(?:及(?:联系)?(?:电话|方式)|、电话)?|联络员|经办人?|负责人|承办人?|主讲人?|牵头人?|填报人?|审核人?|审签人?|主持人?|记录人?|拟稿人?|起草人?|签发人?|核稿人?|校对人?|制表人?|审稿人?|编辑|责任编辑|责编|撰稿人?|供稿人?|报送人|上报人|审批人?|复核人?|初审人?|终审人?|摄影|作者|执笔人?|单位负责人|分管领导|承办科室|报告人|发言人|参加人员?|出席人员?|列席人员?|请假人员?|成员|组员|${posts})(?:\\s?[（(][^（）()]{1,12}[）)])?$`,
  "u",
);
const LONGEST_ROLE = 24;
/** 组 长: a word of two characters is set as wide as a longer one. */
const withoutGaps = (text: string): string =>
  text.replace(/(?<=[^\p{Script=Han}]\p{Script=Han}|^\p{Script=Han})\s{1,3}(?=\p{Script=Han}$)/u, "");
const several = new RegExp(
  `(?:等)?(?:[两二三四五六七八九]|\\d{1,2})[位名](?=${posts}|同志|局领导|领导|班子)|等(?=${posts}|同志|领导)`,
  "gu",
);
const listedName = new RegExp(
  `(?<name>${otherName}|\\p{Script=Han}\\s{0,3}\\p{Script=Han}(?:[\\p{Script=Han}×*X]{0,2}))(?![\\p{Script=Han}·])(?:[（(][^（）()]{1,12}[）)])?(?<gap>[、，,\\s]{0,4})`,
  "uy",
);
const MOST_NAMES = 60;
const isName = (text: string): boolean =>
  hasNameShape(text.replace(/^(\p{Script=Han})\s{1,3}(\p{Script=Han})$/u, "$1$2")) ||
  text.includes("·") ||
  wholeOther.test(text);
const wholeOther = new RegExp(`^${otherName}$`, "u");

/** 组长：郑海  副组长：王敏、李强: every name up to the first word that is none. */
function namesAfterColon(text: string, start: number, mayBeWord: boolean): readonly Range[] {
  const found: Range[] = [];
  let at = start;
  while (found.length < MOST_NAMES) {
    listedName.lastIndex = at;
    const match = listedName.exec(text);
    const name = match?.groups?.["name"];
    if (match === null || name === undefined || !(isName(name) || (mayBeWord && isWordName(name)))) break;
    found.push({ start: at, end: at + name.length });
    at += match[0].length;
    if (match.groups?.["gap"] === "") break;
  }
  return found;
}

/** 郑海、王敏两位|副局长: from the last name to the first. */
function namesBefore(text: string, end: number): readonly Range[] {
  const found: Range[] = [];
  let at = end;
  while (found.length < MOST_NAMES) {
    const length = [4, 3, 2].find((size) => at >= size && isListed(text, at - size, at));
    if (length === undefined) break;
    found.unshift({ start: at - length, end: at });
    at -= length;
    if (text.charAt(at - 1) !== "、") break;
    at -= 1;
  }
  return found;
}

/** A name in a list begins after 、, or where a name can begin. */
function isListed(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  if (!hasNameShape(word) && !wholeOther.test(word) && !isWordBeforePost(word)) return false;
  if (text.charAt(start - 1) === "、" || nameBefore(text, end)?.start === start) return true;
  return isWordBeforePost(word) && beforeName.test(text.slice(Math.max(0, start - 4), start));
}

const appointed = new RegExp(`(?<=[以由])\\p{Script=Han}{2,4}(?=为(?:[^，。；、]{0,12})(?:${posts}))`, "gu");
const bracketed = /[（(](?=[\p{Script=Han}、·\s]{2,80}[）)])/gu;

/** （张三、李四）: only where every word of the brackets is a name and there are two or more. */
function namesInBrackets(text: string, start: number): readonly Range[] {
  const close = text.slice(start, start + 82).search(/[）)]/u);
  const names = namesAfterColon(text, start, false);
  return names.length > 1 && names.at(-1)?.end === start + close ? names : [];
}

/** People who are named in a list: after a role and a colon, before the post that they share, or alone in brackets. */
export const findListedNames: Finder = (view) => {
  const { text } = view;
  const ranges = [
    ...Array.from(text.matchAll(/[：:]\s{0,2}/gu)).flatMap((match) =>
      role.test(withoutGaps(text.slice(Math.max(0, match.index - LONGEST_ROLE), match.index)))
        ? namesAfterColon(text, match.index + match[0].length, true)
        : [],
    ),
    ...Array.from(text.matchAll(several)).flatMap((match) => namesBefore(text, match.index)),
    ...Array.from(text.matchAll(bracketed)).flatMap((match) => namesInBrackets(text, match.index + 1)),
  ];
  const heads = Array.from(text.matchAll(appointed), ({ 0: name, index }) => ({
    start: index,
    end: index + name.length,
  }));
  ranges.push(...heads.filter(({ start, end }) => hasNameShape(text.slice(start, end))));
  return ranges.map((range) => ({ ...range, kind: "name" as const, proposed: null }));
};
