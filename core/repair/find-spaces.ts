import { isChinese, isHan, isSpace, isWestern } from "./characters.ts";
import { cutsWord } from "./cuts-word.ts";
import type { FoundInText, Tally, TextFinder } from "./text-finding.ts";

const gaps = /[^\S\n\t]+/gu;
const isDigit = (character: string): boolean => /[0-9０-９]/u.test(character);
const isMark = (character: string): boolean => isChinese(character) && !isHan(character) && character !== "\ufffc";
/** Words of a cell or a line that are spread or aligned: 合 计, 张 三. */
const shortest = 15;
/** 附表1 某某情况, 1.1 背景: what stands before the gap is a label. */
const label =
  /^(?:(?:附?[表图]|附件|第)\s?[0-9一二三四五六七八九十.．-]{1,5}[章节条编篇]?|[0-9]{1,2}(?:[.．][0-9]{1,2}){0,3})$/u;
/** A telephone number, a post code, a day or an account behind a name. */
const longNumber = /^[0-9][0-9/.:-]{5,}/u;

/** 张 三: single characters with nothing but marks around them. */
function isSpreadName(text: string, start: number, end: number): boolean {
  return !isHan(text.charAt(start - 2)) && !isHan(text.charAt(end + 1));
}

/** Whether a place is inside “…” or 《…》, where spaces part phrases: “学思想 强党性”. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 60), at);
  return /[“《][^”》]*$/u.test(before);
}

function judge(text: string, start: number, end: number, tally: Tally): "safe" | null {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (before === "" || after === "") return "safe";
  if (!(isChinese(before) || isDigit(before)) || !(isChinese(after) || isDigit(after))) return null;
  // （ ） is to be filled in
  if (/[（(“【]/u.test(before) && /[）)”】]/u.test(after)) {
    tally.add("wide-gap");
    return null;
  }
  if ((isDigit(before) && isDigit(after)) || before === "\ufffc" || after === "\ufffc") return null;
  if (label.test(text.slice(0, start)) || longNumber.test(text.slice(end))) return null;
  const isWide = end - start > 1 || text.charAt(start) === "\u3000";
  const isBlank = end - start > 2 && !/[。！？；]/u.test(before);
  if (isMark(before) && !isBlank && (isHan(after) || isMark(after)))
    return isWide && /[：（《“]/u.test(before) ? null : "safe";
  if (isWide) {
    tally.add("wide-gap");
    return null;
  }
  if (isMark(before) || isMark(after)) return "safe";
  if (isDigit(before) || isDigit(after)) return "safe";
  if (isSpreadName(text, start, end)) return null;
  if (!isQuoted(text, start) && cutsWord(text, start, text, end)) return "safe";
  tally.add("phrase-gap");
  return null;
}

/** Spaces within Chinese text and between Chinese and digits (PU-17). Western words keep theirs. */
export const findSpaces: TextFinder = ({ text, form }, tally) => {
  if (form === "element" || isWestern(text) || (form !== "text" && text.length < shortest)) return [];
  const isSentence = form === "text" && /[。；，：,;:]/u.test(text);
  const found: FoundInText[] = [];
  for (const { 0: gap, index } of text.matchAll(gaps)) {
    const end = index + gap.length;
    const isOuter = index === 0 || end === text.length || text.charAt(index - 1) === "\n" || text.charAt(end) === "\n";
    // words of a line that is no sentence may be set apart on purpose
    if (isOuter ? form !== "text" : !isSentence && !isMark(text.charAt(index - 1))) continue;
    const verdict = isOuter ? "safe" : judge(text, index, end, tally);
    if (
      verdict === null ||
      text
        .slice(index, end)
        .split("")
        .some((character) => !isSpace(character))
    )
      continue;
    found.push({ kind: "chinese-space", isSafe: true, edits: [{ start: index, end, text: "" }] });
  }
  return found;
};
