import { characterBefore, characterFrom, isChinese, isHan, isSpace, isWestern } from "./characters.ts";
import { countHalfWidthMarks } from "../import/half-width.ts";
import type { FoundInText, Tally, TextFinder } from "./text-finding.ts";

const fullWidth: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "?": "？",
  "!": "！",
  "(": "（",
  ")": "）",
  "｡": "。",
  "､": "、",
};
const marks = /[,;:?!()（）｡､]/gu;
/** Addresses, paths, file names and codes keep their marks. */
const codes =
  /[a-z][a-z0-9+.-]{1,15}:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+|\b[a-z]:\\[^\s，。；、）]*|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|[\w\-()\u4e00-\u9fff]{1,60}\.(?:docx?|xlsx?|pptx?|pdf|wps|et|txt|zip|rar|jpe?g|png|html?)(?![a-z])/giu;
/** A ? that ends a question; anywhere else it may stand for a character that was lost. */
const question = /[吗呢么何谁哪几否]|怎|为什|是不是|能不能|有没有/u;

/** One space between two words; wider ones may be blanks to fill in. */
const isSpaceAlone = (text: string, at: number): boolean =>
  isSpace(text.charAt(at)) &&
  text.charAt(at) !== "\u3000" &&
  [at - 1, at + 1].every((place) => text.charAt(place) !== "" && /\S/u.test(text.charAt(place)));

type Range = { readonly start: number; readonly end: number };

function protectedRanges(text: string): readonly Range[] {
  if (!/[.@]|:[\\/]/u.test(text)) return [];
  return Array.from(text.matchAll(codes), ({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

function isQuestion(text: string, at: number): boolean {
  const next = characterFrom(text, at + 1);
  const sentence = text.slice(Math.max(0, at - 30), at).replace(/^.*[。！；]/u, "");
  return (next === "" || !isHan(next) || /[。？！]/u.test(next)) && question.test(sentence);
}

const touchesChinese = (text: string, at: number): boolean =>
  isChinese(characterBefore(text, at)) || isChinese(characterFrom(text, at + 1));

/** How many characters up to each place are of a kind, so that the inside of a bracket is looked at once. */
function countUpTo(text: string, isCounted: (character: string) => boolean): Uint32Array {
  const counts = new Uint32Array(text.length + 1);
  for (let at = 0; at < text.length; at += 1) {
    counts[at + 1] = (counts[at] ?? 0) + (isCounted(text.charAt(at)) ? 1 : 0);
  }
  return counts;
}

/** The inside of a Chinese bracket, or what stands around it, is Chinese. f(x) and (1)(2) are not. */
function isChineseBracket(text: string, open: number, close: number, hasHan: boolean): boolean {
  if (hasHan) return true;
  const before = characterBefore(text, open);
  if (isChinese(before)) return true;
  return (before === "" || /[,;:]/u.test(before)) && isChinese(characterFrom(text, close + 1));
}

function findBrackets(text: string, places: readonly number[], tally: Tally): readonly FoundInText[] {
  const found: FoundInText[] = [];
  if (places.length === 0) return found;
  const open: number[] = [];
  const han = countUpTo(text, isHan);
  const visible = countUpTo(text, (character) => character.trim() !== "");
  const isWithin = (counts: Uint32Array, start: number, end: number): boolean => counts[end] !== counts[start + 1];
  const unpaired = (at: number): void => {
    if (/[()]/u.test(text.charAt(at)) && touchesChinese(text, at)) tally.add("bracket-unpaired");
  };
  for (const at of places) {
    if (/[(（]/u.test(text.charAt(at))) {
      open.push(at);
      continue;
    }
    const start = open.pop();
    if (start === undefined) {
      unpaired(at);
      continue;
    }
    const half = [start, at].filter((place) => /[()]/u.test(text.charAt(place)));
    // () is a sign of programs
    if (half.length === 0 || !isWithin(visible, start, at)) continue;
    if (half.length === 1 || isChineseBracket(text, start, at, isWithin(han, start, at))) {
      const edits = half.map((place) => ({ start: place, end: place + 1, text: fullWidth[text.charAt(place)] ?? "" }));
      found.push({ kind: "half-width-punctuation", isSafe: true, edits });
    } else if (touchesChinese(text, start) || touchesChinese(text, at)) {
      tally.add("half-width-kept", half.length);
    }
  }
  open.forEach(unpaired);
  return found;
}

/** Half-width marks that touch Chinese text (PU-01); brackets go in pairs. */
export const findHalfWidth: TextFinder = ({ text }, tally) => {
  if (isWestern(text)) {
    tally.add("half-width-kept", countHalfWidthMarks(text));
    return [];
  }
  const ranges = protectedRanges(text);
  let next = 0;
  const brackets: number[] = [];
  const found: FoundInText[] = [];
  for (const { 0: mark, index } of text.matchAll(marks)) {
    while ((ranges[next]?.end ?? Infinity) <= index) next += 1;
    if ((ranges[next]?.start ?? Infinity) <= index) {
      if (!/[（）]/u.test(mark) && touchesChinese(text, index)) tally.add("half-width-kept");
    } else if (/[()（）]/u.test(mark)) {
      brackets.push(index);
    } else if (!touchesChinese(text, index)) {
      continue;
    } else if (mark === "?" && !isQuestion(text, index)) {
      tally.add("question-mark");
    } else {
      // a full-width mark brings its own space
      const start = isSpaceAlone(text, index - 1) ? index - 1 : index;
      const end = isSpaceAlone(text, index + 1) ? index + 2 : index + 1;
      const edits = [{ start, end, text: fullWidth[mark] ?? mark }];
      found.push({ kind: "half-width-punctuation", isSafe: true, edits });
    }
  }
  return [...found, ...findBrackets(text, brackets, tally)];
};
