import { findListedNames } from "./find-listed-names.ts";
import { findKnownPeople } from "./names/known-people.ts";
import { nameAfter, nameAfterGap, nameBefore, namesBeside } from "./names/name-at-post.ts";
import { rangeAt, type Range } from "./ranges.ts";
import type { TextView } from "./text-view.ts";
import type { Finder, Token } from "./token.ts";
import { organs, posts, protectedPeople } from "./vocabulary.ts";

const oneOrMorePosts = new RegExp(
  `同志|(?:(?:${organs})?副?(?:${posts})(?:[、兼]|(?<!组长)[,，])?){0,6}(?:${organs})?副?(?:${posts})(?![远期效足久乐]|(?<=主席)[台团]|所|医师|护师|药师|级别|们)`,
  "gu",
);

/** A person with the post that stands beside the name; 同志 is a post here. */
type NameAtPost = { readonly name: Range; readonly post: Range };

function nameAtPost(view: TextView, post: Range): NameAtPost | null {
  const { text } = view;
  const isComrade = text.slice(post.start, post.end) === "同志";
  const before = nameBefore(text, post.start, post.end);
  const after = before === null && !isComrade ? (nameAfter(text, post.end) ?? nameAfterGap(text, post.end)) : null;
  const name = before ?? after;
  if (name === null) return null;
  const range = rangeOver(name, post);
  if (rangeAt(view.names, range) !== undefined) return null;
  const words = text.slice(range.start, range.end);
  const isGeneralSecretary = /总书记/u.test(text.slice(Math.max(0, range.start - 1), range.end + 3));
  if (isGeneralSecretary || protectedPeople.some((person) => words.includes(person))) return null;
  return { name, post };
}

const rangeOver = (one: Range, other: Range): Range => ({
  start: Math.min(one.start, other.start),
  end: Math.max(one.end, other.end),
});

const postsIn = (text: string): readonly Range[] =>
  Array.from(text.matchAll(oneOrMorePosts), ({ 0: post, index }) => ({ start: index, end: index + post.length }));

/** People with their posts, each as the name and the post stand in the text. */
export const findNamesAtPosts = (view: TextView): readonly NameAtPost[] =>
  postsIn(view.text).flatMap((post) => nameAtPost(view, post) ?? []);

function tokenOf(text: string, { name, post }: NameAtPost): Token {
  const range = rangeOver(name, post);
  const end = range.end + (text.startsWith("同志", range.end) ? "同志".length : 0);
  return { start: range.start, end, kind: "name", proposed: null };
}

/** People with their posts: 郑海局长, 党组书记、局长张某某, 副局长郑海、王敏. Those of 名录 are found whole wherever they stand. */
export const findNames: Finder = (view, years) => {
  const known = findKnownPeople(view, postsIn);
  const others = [
    ...findListedNames(view, years),
    ...findNamesAtPosts(view)
      .map((found) => tokenOf(view.text, found))
      .flatMap((token) => [token, ...namesBeside(view.text, token.end)]),
  ];
  return [...known, ...others.filter((token) => rangeAt(known, token) === undefined)];
};
