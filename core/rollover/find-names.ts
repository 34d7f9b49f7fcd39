import { findListedNames } from "./find-listed-names.ts";
import { nameAfter, nameAfterGap, nameBefore, namesBeside } from "./names/name-at-post.ts";
import { rangeAt, type Range } from "./ranges.ts";
import type { TextView } from "./text-view.ts";
import type { Finder, Token } from "./token.ts";
import { organs, posts, protectedPeople } from "./vocabulary.ts";

const oneOrMorePosts = new RegExp(
  `同志|(?:(?:${organs})?副?(?:${posts})(?:[、兼]|(?<!组长)[,，])?){0,6}(?:${organs})?副?(?:${posts})(?![远期效足久乐]|(?<=主席)[台团]|所|医师|护师|药师|级别|们)`,
  "gu",
);

function tokenAt(view: TextView, post: Range): Token | null {
  const { text } = view;
  const isComrade = text.slice(post.start, post.end) === "同志";
  const before = nameBefore(text, post.start, post.end);
  const after = before === null && !isComrade ? (nameAfter(text, post.end) ?? nameAfterGap(text, post.end)) : null;
  const range =
    before !== null
      ? { start: before.start, end: post.end }
      : after !== null
        ? { start: post.start, end: after.end }
        : null;
  if (range === null || rangeAt(view.names, range) !== undefined) return null;
  const words = text.slice(range.start, range.end);
  const isGeneralSecretary = /总书记/u.test(text.slice(Math.max(0, range.start - 1), range.end + 3));
  if (isGeneralSecretary || protectedPeople.some((person) => words.includes(person))) return null;
  const end = range.end + (text.startsWith("同志", range.end) ? "同志".length : 0);
  return { start: range.start, end, kind: "name", proposed: null };
}

/** People with their posts: 郑海局长, 党组书记、局长张某某, 副局长郑海、王敏. */
export const findNames: Finder = (view, years) => [
  ...findListedNames(view, years),
  ...Array.from(view.text.matchAll(oneOrMorePosts), (match) =>
    tokenAt(view, { start: match.index, end: match.index + match[0].length }),
  )
    .filter((token) => token !== null)
    .flatMap((token) => [token, ...namesBeside(view.text, token.end)]),
];
