import { findListedNames } from "./find-listed-names.ts";
import { hasDoubtfulMiddle, isName } from "./is-name.ts";
import { overlap, type Range, type TextView } from "./text-view.ts";
import type { Finder, Token } from "./token.ts";
import { afterNames, compoundSurnames, organs, posts, protectedPeople, wordsBeforeNames } from "./vocabulary.ts";

const oneOrMorePosts = new RegExp(
  `同志|(?:(?:${organs})?(?:${posts})(?:[、兼]|(?<!组长)[,，])?)*(?:${organs})?(?:${posts})(?![远期效足久乐]|所)`,
  "gu",
);
/** The name that ends where a post begins: 黄涛|局长. Three characters before two: 巴成杰 is not 成杰. */
function nameBefore(text: string, end: number): Range | null {
  for (const length of [4, 3, 2]) {
    const start = end - length;
    const candidate = text.slice(Math.max(0, start), end);
    if (start < 0 || !isName(candidate)) continue;
    if (start > 0 && wordsBeforeNames.has(text.slice(start - 1, start + 1))) continue;
    // 联席会议主任: what may well be a word is a name only where one can begin
    if (hasDoubtfulMiddle(candidate) && /[^\P{Script=Han}由和与经请及在对向]$/u.test(text.slice(0, start))) continue;
    // 和黄涛局长, 于黄涛局长: what could be a surname is a particle here
    if (length === 3 && /[于和任时从向对同与常]/u.test(candidate.charAt(0)) && isName(candidate.slice(1))) continue;
    if (length === 4 && !compoundSurnames.some((surname) => candidate.startsWith(surname))) continue;
    return { start, end };
  }
  return null;
}

const nameEnd = new RegExp(`^(?:同志|${posts})`, "u");
/** Characters of `afterNames` that given names end with too. */
const lastOfName = /[强和深先亲传作率达]/u;

/** 局长李明|强调…, but not 局长李国强同志 or 局长李国强。: a character that often follows a name may be its last. */
function isCutLonger(text: string, start: number, candidate: string): boolean {
  const last = candidate.charAt(2);
  const rest = text.slice(start + candidate.length);
  if (candidate.length !== 3 || !afterNames.has(last) || !isName(candidate.slice(0, 2)) || nameEnd.test(rest))
    return false;
  return !(lastOfName.test(last) && /^(?:[^\p{Script=Han}]|$)/u.test(rest));
}

/**
 * 主任于海田出席, but not 主任于成都调研; 局长王长春主持, but not 局长王长期: what may well be something else is a name
 * only where the text goes on as after a name.
 */
function isDoubtful(text: string, start: number, candidate: string): boolean {
  if (!candidate.startsWith("于") && !hasDoubtfulMiddle(candidate)) return false;
  const rest = text.slice(start + candidate.length);
  return /^\p{Script=Han}/u.test(rest) && !afterNames.has(rest.charAt(0)) && !nameEnd.test(rest);
}

/** The name that begins where a post ends: 局长|黄涛带头…. */
function nameAfter(text: string, start: number): Range | null {
  for (const length of [4, 3, 2]) {
    const candidate = text.slice(start, start + length);
    if (candidate.length < length || !isName(candidate) || isDoubtful(text, start, candidate)) continue;
    if (length === 4 && !compoundSurnames.some((surname) => candidate.startsWith(surname))) continue;
    if (!isCutLonger(text, start, candidate)) return { start, end: start + length };
  }
  return null;
}

/** 某局局长 黄涛: who speaks, on a line of its own with a gap before the name. */
function nameAfterGap(text: string, start: number): Range | null {
  const gap = /^\s{1,4}/u.exec(text.slice(start))?.[0].length ?? 0;
  const name = text.slice(start + gap).trimEnd();
  // a name of two characters is set as wide as one of three: 李 明
  const letters = name.replace(/^(\p{Script=Han})\s{1,3}(\p{Script=Han})$/u, "$1$2");
  return gap > 0 && isName(letters) ? { start: start + gap, end: start + gap + name.length } : null;
}

/** 副局长黄涛、王敏分别…: those who share the post of the one before them, one token each. */
function namesBeside(text: string, start: number): readonly Token[] {
  if (text.charAt(start) !== "、") return [];
  for (const length of [3, 2]) {
    const end = start + 1 + length;
    const next = text.charAt(end);
    if (!isName(text.slice(start + 1, end)) || (/\p{Script=Han}/u.test(next) && !afterNames.has(next))) continue;
    return [{ start: start + 1, end, kind: "name", proposed: null }, ...namesBeside(text, end)];
  }
  return [];
}

function tokenAt(view: TextView, post: Range): Token | null {
  const { text } = view;
  const isComrade = text.slice(post.start, post.end) === "同志";
  const before = nameBefore(text, post.start);
  const after = before === null && !isComrade ? (nameAfter(text, post.end) ?? nameAfterGap(text, post.end)) : null;
  const range =
    before !== null
      ? { start: before.start, end: post.end }
      : after !== null
        ? { start: post.start, end: after.end }
        : null;
  if (range === null || view.names.some((name) => overlap(name, range))) return null;
  const words = text.slice(range.start, range.end);
  const isGeneralSecretary = /总书记/u.test(text.slice(Math.max(0, range.start - 1), range.end + 3));
  if (isGeneralSecretary || protectedPeople.some((person) => words.includes(person))) return null;
  const end = range.end + (text.startsWith("同志", range.end) ? "同志".length : 0);
  return { start: range.start, end, kind: "name", proposed: null };
}

/** People with their posts: 黄涛局长, 党组书记、局长张某某, 副局长黄涛、王敏. */
export const findNames: Finder = (view, years) => [
  ...findListedNames(view, years),
  ...Array.from(view.text.matchAll(oneOrMorePosts), (match) =>
    tokenAt(view, { start: match.index, end: match.index + match[0].length }),
  )
    .filter((token) => token !== null)
    .flatMap((token) => [token, ...namesBeside(view.text, token.end)]),
];
