import { isHan } from "./characters.ts";
import type { FoundInText, TextFinder } from "./text-finding.ts";

const doubled = /[，、；：。,;:]{2,}/gu;
const fullWidth: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：" };
/** Two marks of which one is surely left over. */
const leftOver: Readonly<Record<string, string>> = { "，。": "。", "、，": "，", "、。": "。", "；。": "。" };

/** Marks that stand twice (PU-09). Where two marks could both be meant, neither goes. */
export const findDoubledMarks: TextFinder = ({ text }, tally) => {
  const found: FoundInText[] = [];
  for (const { 0: marks, index } of text.matchAll(doubled)) {
    const [first = "", ...rest] = Array.from(marks, (mark) => fullWidth[mark] ?? mark);
    if (!isHan(text.charAt(index - 1)) && !/[”》）]/u.test(text.charAt(index - 1))) continue;
    // ::: is no Chinese mark
    if (/^[,;:]+$/u.test(marks)) continue;
    // 。。。 stands for ……
    const isSame = rest.every((mark) => mark === first) && !(first === "。" && rest.length > 1);
    const one = isSame ? first : leftOver[first + rest.join("")];
    if (one === undefined) tally.add("marks-adjoining");
    else
      found.push({
        kind: "doubled-marks",
        isSafe: true,
        edits: [{ start: index, end: index + marks.length, text: one }],
      });
  }
  return found;
};

const documentNumber = /(?<=[\u4e00-\u9fff]{2})([[【［（(])((?:19|20)[0-9]{2})([\]】］）)])(?=\s?第?[0-9]{1,5}\s?号)/gu;

/** Brackets of 发文字号 (PU-13): 〔2023〕5号. */
export const findDocumentNumbers: TextFinder = ({ text }) =>
  Array.from(text.matchAll(documentNumber), ({ index }) => ({
    kind: "document-number" as const,
    isSafe: true,
    edits: [
      { start: index, end: index + 1, text: "〔" },
      { start: index + 5, end: index + 6, text: "〕" },
    ],
  }));

const fullWidthRun = /[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ．％]*[０-９Ａ-Ｚａ-ｚ])?/gu;
const chineseNumeral = /[一二三四五六七八九]/u;
const FULL_TO_HALF_WIDTH = 0xfee0;

/** Full-width digits and letters (PU-18); a decimal point between them goes along. Japanese keeps them; 二０二０年 has 〇. */
export const findFullWidth: TextFinder = ({ text }) => {
  if (/[\u3041-\u30fa]/u.test(text)) return [];
  return Array.from(text.matchAll(fullWidthRun), ({ 0: run, index }) => {
    const isNought = /^０+$/u.test(run) && chineseNumeral.test(text.charAt(index - 1));
    const words = isNought
      ? "〇".repeat(run.length)
      : Array.from(run, (mark) => String.fromCharCode(mark.charCodeAt(0) - FULL_TO_HALF_WIDTH)).join("");
    const edits = [{ start: index, end: index + run.length, text: words }];
    return { kind: "full-width-characters" as const, isSafe: true, edits };
  });
};
