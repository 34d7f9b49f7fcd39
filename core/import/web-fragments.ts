import { isBareLabel, residueOfLine } from "./residue.ts";
import { parseOrdinal } from "../document/parse-ordinal.ts";

const separator = /^[>＞»›→|｜/]{1,3}$/u;
const home = /^(?:网站|返回)?首页$/u;
const longestName = 16;
const isName = (text: string): boolean => text.length <= longestName && !/[。；，：！？;,:]/u.test(text);

/** Parts of 字号：【大 中 小】 打印 that stand on lines of their own. */
const sizePart =
  /^(?:[【[（(]?\s?(?:字号|字体|字体大小)\s?[：:]?\s?[【[（(]?|[【[（(]?[大中小][】\]）)]?|[【】[\]（）()|｜]|打印|关闭)$/u;
const fewestSizes = 2;

/** A breadcrumb whose names and arrows stand one below the other, from `start` on; where it ends. */
function endOfBreadcrumb(texts: readonly string[], start: number): number {
  let end = start;
  if (!home.test(texts[start] ?? "")) return start;
  while (separator.test(texts[end + 1] ?? "") && isName(texts[end + 2] ?? ".。")) end += 2;
  return end === start ? start : end + 1;
}

/** Buttons for the size of the letters, from `start` on; where they end. */
function endOfSizes(texts: readonly string[], start: number): number {
  let [end, sizes] = [start, 0];
  while (sizePart.test(texts[end] ?? "")) {
    if (/[大中小]/u.test(texts[end] ?? "")) sizes += 1;
    end += 1;
  }
  return sizes >= fewestSizes ? end : start;
}

const longestValue = 40;
const fileName = /[^.\s]\.(?:docx?|wps|pdf|ofd|xlsx?|et|pptx?|rar|zip|txt|jpe?g|png)$/iu;

/** A file to be taken from a page, as 1.项目清单.doc: no heading. */
export const isFileName = (text: string): boolean => text.length <= 80 && fileName.test(text) && !/[。；]/u.test(text);

/** 索引号： and what it says on the next line; 附件下载： and the files below it. Where they end. */
function endOfField(texts: readonly string[], start: number): number {
  if (!isBareLabel(texts[start] ?? "")) return start;
  let end = start + 1;
  while (isFileName(texts[end] ?? "")) end += 1;
  if (end > start + 1) return end;
  const value = texts[end] ?? "";
  const isValue = value !== "" && value.length <= longestValue && !/[。；！？]/u.test(value);
  return isValue && residueOfLine(value) === null && parseOrdinal(value) === null ? end + 1 : start;
}

/**
 * Parts of the frame of a web page that a copy has put on lines of their own: 首页, > and 政务信息, or 小, 中, 大 and 】.
 * Alone they are any words; together they go as a whole.
 * @param texts one a line; "" for what is no line of text
 * @returns each line of a fragment with the label that says what it is; "" for buttons and ways
 */
export function findWebFragments(texts: readonly string[]): ReadonlyMap<number, string> {
  const fragments = new Map<number, string>();
  let at = 0;
  while (at < texts.length) {
    const end = Math.max(endOfBreadcrumb(texts, at), endOfSizes(texts, at));
    const field = end > at ? at : endOfField(texts, at);
    const label = field > at ? (texts[at] ?? "") : "";
    for (let part = at; part < Math.max(end, field); part += 1) fragments.set(part, label);
    at = Math.max(at + 1, end, field);
  }
  return fragments;
}
