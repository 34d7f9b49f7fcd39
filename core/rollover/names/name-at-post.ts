import type { Range } from "../ranges.ts";
import type { Token } from "../token.ts";
import { compoundSurnames } from "../vocabulary.ts";
import { afterName, oneWord } from "./after-names.ts";
import { beforeName } from "./before-names.ts";
import { hasNameShape, isOtherPart, otherName } from "./name-shapes.ts";
import { isForeignName, isNameByDoing, isNameByPost, isWordName } from "./word-names.ts";

const LONGEST_REST = 24;
const restOf = (text: string, at: number): string => text.slice(at, at + LONGEST_REST);
const lengthsAt = (text: string, start: number): readonly number[] =>
  compoundSurnames.some((surname) => text.startsWith(surname, start)) ? [4, 3] : [3, 2];

const leadingOther = new RegExp(`^${otherName}`, "u");
const followedOther = /[\p{Script=Han}·]/u;

/** 嘎玛泽登|到会, 阿不都热依木·买买提|主持: where the words go on as after a name. */
function otherNameAfter(text: string, start: number): Range | null {
  const words = restOf(text, start);
  const first = leadingOther.exec(words)?.[0];
  if (first === undefined) return null;
  const isDotted = first.includes("·");
  let found: Range | null = null;
  for (
    let length = first.length;
    length <= Math.min(words.length, isDotted ? first.length + 6 : first.length);
    length += 1
  ) {
    if (isDotted && !followedOther.test(words.charAt(length - 1))) break;
    if (!afterName.test(restOf(text, start + length))) continue;
    const isKnown = isOtherPart(words.slice(0, length).split("·").at(-1) ?? "");
    // 买买提|出席, not 买买|提出: a part that is known as a whole says more than one that only could end
    if (isKnown) return { start, end: start + length };
    found ??= { start, end: start + length };
  }
  return found;
}

/** 木合塔尔, and last 旺堆: two characters are a name only where they are one in Tibetan or Mongolian. */
const foreignLengths = [3, 4, 5, 6, 7, 2];

/** 局长|木合塔尔|主持 */
function foreignNameAfter(text: string, start: number): Range | null {
  const length = foreignLengths.find(
    (size) => start + size < text.length && isForeignName(text.slice(start, start + size), restOf(text, start + size)),
  );
  return length === undefined ? null : { start, end: start + length };
}

const isNamed = (word: string, rest: string): boolean =>
  hasNameShape(word) ? afterName.test(rest) : isNameByDoing(word, rest);

/** The name that begins where a post ends: 局长|郑海带头…. Where two lengths could be meant, the person stays whole. */
export function nameAfter(text: string, start: number): Range | null {
  const other = otherNameAfter(text, start);
  if (other !== null) return other;
  const fits = lengthsAt(text, start).filter(
    (length) =>
      start + length <= text.length && isNamed(text.slice(start, start + length), restOf(text, start + length)),
  );
  const [longer, shorter] = fits;
  if (longer === undefined) return foreignNameAfter(text, start);
  // 王任|主持, 李等|同志: the last character is a word of its own
  // 罗平|参与: a word of two characters says more than one of one
  const isCut =
    shorter !== undefined &&
    (oneWord.test(text.charAt(start + shorter)) ||
      (oneWord.test(restOf(text, start + longer)) && !oneWord.test(restOf(text, start + shorter))));
  return { start, end: start + (isCut ? shorter : longer) };
}

const endingOther = new RegExp(`${otherName}$`, "u");

/** The name that ends where a post begins: 郑海|局长. Three characters before two: 乔成杰 is not 成杰. */
export function nameBefore(text: string, end: number, postEnd = end): Range | null {
  const isComrade = text.startsWith("同志", end);
  const words = text.slice(Math.max(0, end - LONGEST_REST), end);
  const other = endingOther.exec(words);
  if (other !== null && beforeName.test(words.slice(0, other.index))) return { start: end - other[0].length, end };
  for (const length of [4, 3, 2]) {
    const start = end - length;
    if (start < 0 || (length === 4 && !lengthsAt(text, start).includes(4))) continue;
    const before = text.slice(Math.max(0, start - 4), start);
    const candidate = text.slice(start, end);
    // 以周静为|组长: what joins a person to the post is no part of the name
    if (/[为任兼是]$/u.test(candidate)) continue;
    const isName =
      hasNameShape(candidate) || (isComrade && isWordName(candidate)) || isNameByPost(candidate, restOf(text, postEnd));
    if (isName && beforeName.test(before)) return { start, end };
  }
  return null;
}

/** 某局局长 郑海: who speaks, on a line of its own with a gap before the name. */
export function nameAfterGap(text: string, start: number): Range | null {
  const gap = /^\s{1,4}/u.exec(text.slice(start, start + 5))?.[0].length ?? 0;
  const name = text.slice(start + gap, start + gap + 12).trimEnd();
  // a name of two characters is set as wide as one of three: 李 明
  const letters = name.replace(/^(\p{Script=Han})\s{1,3}(\p{Script=Han})$/u, "$1$2");
  const isWhole = start + gap + 12 >= text.length;
  return gap > 0 && isWhole && hasNameShape(letters) ? { start: start + gap, end: start + gap + name.length } : null;
}

/** 副局长郑海、王敏分别…: those who share the post of the one before them, one token each. */
export function namesBeside(text: string, start: number): readonly Token[] {
  const found: Token[] = [];
  let at = start;
  while (/[、和]/u.test(text.charAt(at))) {
    const next = nameAfter(text, at + 1);
    if (next === null) break;
    found.push({ ...next, kind: "name", proposed: null });
    at = next.end;
  }
  return found;
}
