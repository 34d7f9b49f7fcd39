import type { Inline } from "./blocks.ts";
import { isWritten, wordsOf } from "./inline-traits.ts";

/** Code points that count one each: Chinese characters, kana, and the marks set as wide as they are. */
const wideRanges: readonly (readonly [first: number, last: number])[] = [
  [0x2e80, 0x33ff], // radicals, marks 、。《》, kana, ㈠
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3ffff],
];
/** Marks that Chinese text sets wide though they stand among the Western ones. */
const wideMarks = new Set(Array.from("—…“”‘’·℃①②③④⑤⑥⑦⑧⑨⑩", (mark) => mark.charCodeAt(0)));

const BASIC_PLANE = 0x10000;
/** One look for each character: a library of thousands of reports is counted at its first start. */
const isWideInBasicPlane = new Uint8Array(BASIC_PLANE);
for (const [first, last] of wideRanges) isWideInBasicPlane.fill(1, first, last + 1);
for (const mark of wideMarks) isWideInBasicPlane[mark] = 1;

function isWide(code: number): boolean {
  if (code < BASIC_PLANE) return isWideInBasicPlane[code] === 1;
  return wideRanges.some(([first, last]) => code >= first && code <= last);
}

const isSpace = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0xa0 ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200b);

/** 字数 as Word counts it: every Chinese character and mark is one, and every Western word or number is one. */
export function countWords(text: string): number {
  let words = 0;
  let insideWord = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) ?? 0;
    if (code > 0xffff) index += 1;
    if (isSpace(code)) {
      insideWord = false;
    } else if (isWide(code)) {
      words += 1;
      insideWord = false;
    } else if (!insideWord) {
      words += 1;
      insideWord = true;
    }
  }
  return words;
}

/** The written words of a paragraph. A blank is nothing written yet, so its label does not count. */
export function countWrittenWords(content: readonly Inline[], year: number): number {
  let text = "";
  for (const inline of content) text += isWritten(inline) ? wordsOf(inline, year) : " ";
  return countWords(text);
}
