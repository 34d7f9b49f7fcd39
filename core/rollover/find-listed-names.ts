import { isName } from "./is-name.ts";
import type { Range } from "./text-view.ts";
import type { Finder } from "./token.ts";
import { matches } from "./token.ts";
import { afterNames, posts } from "./vocabulary.ts";

const role = new RegExp(
  `(?:联系人(?:及(?:联系)?电话|、电话)?|经办人|负责人|承办人|主讲人|牵头人|填报人|审核人|主持人|记录人|拟稿人?|签发人?|核稿人?|成员|${posts})$`,
  "u",
);
const LONGEST_ROLE = 8;
const several = new RegExp(`(?:[两二三四五六七八九]|\\d)[位名](?=${posts})`, "gu");
const follows = `(?=[^\\p{Script=Han}]|$|[${Array.from(afterNames).join("")}])`;
const dotted = new RegExp(
  `(?:${posts})[\\p{Script=Han}]{2,6}·[\\p{Script=Han}]{2,6}?${follows}|` +
    `(?<![\\p{Script=Han}])[\\p{Script=Han}]{2,6}·[\\p{Script=Han}]{2,6}?(?:${posts})`,
  "gu",
);

/** 组长：黄涛  副组长：王敏、李强: every name up to the first word that is none. */
function namesAfterColon(text: string, start: number): readonly Range[] {
  const found: Range[] = [];
  for (const match of text.slice(start).matchAll(/([\p{Script=Han}]{2,4})(?![\p{Script=Han}])[、，\s]*/gu)) {
    const [whole, name = ""] = match;
    const at = start + match.index;
    if (at !== (found.length === 0 ? start : next(found, text)) || !isName(name)) break;
    found.push({ start: at, end: at + name.length });
    if (whole === name) break;
  }
  return found;
}

/** Where the word after the last name begins. */
function next(found: readonly Range[], text: string): number {
  const end = found.at(-1)?.end ?? 0;
  return end + (/^[、，\s]*/u.exec(text.slice(end))?.[0].length ?? 0);
}

/** 黄涛、王敏两位|副局长: from the last name to the first. */
function namesBefore(text: string, end: number): readonly Range[] {
  const length = [3, 2].find((size) => end >= size && isName(text.slice(end - size, end)));
  if (length === undefined) return [];
  const start = end - length;
  const earlier = text.charAt(start - 1) === "、" ? namesBefore(text, start - 1) : [];
  return [...earlier, { start, end }];
}

/** People who are named in a list: after a role and a colon, or before the post that they share. */
export const findListedNames: Finder = (view) => {
  const { text } = view;
  const ranges = [
    ...Array.from(text.matchAll(/[：:]\s{0,2}/gu)).flatMap((match) =>
      role.test(text.slice(Math.max(0, match.index - LONGEST_ROLE), match.index))
        ? namesAfterColon(text, match.index + match[0].length)
        : [],
    ),
    ...Array.from(text.matchAll(several)).flatMap((match) => namesBefore(text, match.index)),
  ];
  return [
    ...ranges.map((range) => ({ ...range, kind: "name" as const, proposed: null })),
    ...matches(view, "name", dotted),
  ];
};
