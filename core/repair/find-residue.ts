import { invisibleCharacters, isHan, unreadableCharacters } from "./characters.ts";
import type { FoundInText, TextFinder } from "./text-finding.ts";

const bookmark = /\[bookmark:[^\]\n]{0,80}\]/giu;
const fieldCode =
  /HYPERLINK\s{1,2}(?:\\[a-z]\s)?"[^"\n]{0,300}"(?:\s\\[a-z](?:\s"[^"\n]{0,80}")?)*\s?|PAGEREF\s_?[A-Za-z0-9_]{1,40}(?:\s\\[a-z])*\s?|TOC\s\\o\s"[0-9-]{1,5}"(?:\s\\[a-z])*\s?|(?:\bPAGE\s{1,3})?\\\*\s{0,2}MERGEFORMAT\s?/gu;
const fieldError = /错误[!！]\s?(?:未(?:找到|定义)|文档中)/gu;
const invisible = new RegExp(`[${invisibleCharacters}]+`, "gu");
/** Lost in a conversion: what it was nobody knows. Marks of symbol fonts and bytes of another encoding are such. */
const unreadable = new RegExp(`[${unreadableCharacters}]`, "gu");
/** Radicals that PDF files write for the characters that look like them. */
const radicals = /[\u2f00-\u2fd5]/gu;
const pageNumber = /(?<!\s)\s*[—–―─]\s{0,2}[0-9]{1,3}\s{0,2}[—–―─]\s*/gu;
/** Every one of these texts holds one of these. */
const suspicious = new RegExp(
  `[[!！—–―─${invisibleCharacters}${unreadableCharacters}\u2f00-\u2fd5]|HYPERLINK|PAGEREF|MERGEFORMAT`,
  "u",
);

function pageNumbersIn(text: string): readonly FoundInText[] {
  return Array.from(text.matchAll(pageNumber)).flatMap(({ 0: found, index }): readonly FoundInText[] => {
    const before = text.charAt(index - 1);
    const after = text.charAt(index + found.length);
    const goesOn =
      (isHan(before) || /[，、。；：”》）]/u.test(before)) && (after === "" || isHan(after) || /[“《（]/u.test(after));
    if (!goesOn) return [];
    const isSafe = /[—–―─]\s[0-9]+\s[—–―─]/u.test(found);
    return [{ kind: "page-number", isSafe, edits: [{ start: index, end: index + found.length, text: "" }] }];
  });
}

/** What conversions leave within a text: bookmarks, field codes, page numbers, characters that nobody sees. */
export const findResidue: TextFinder = ({ text, form }, tally) => {
  if (!suspicious.test(text)) return [];
  const gone = (kind: FoundInText["kind"], pattern: RegExp): readonly FoundInText[] =>
    Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
      kind,
      isSafe: true,
      edits: [{ start: index, end: index + found.length, text: "" }],
    }));
  tally.add("field-error", text.match(fieldError)?.length ?? 0);
  tally.add("unreadable-character", text.match(unreadable)?.length ?? 0);
  return [
    ...gone("bookmark", bookmark),
    ...gone("field-code", fieldCode),
    ...gone("control-character", invisible),
    ...(form === "text" ? pageNumbersIn(text) : []),
    ...Array.from(text.matchAll(radicals), ({ 0: found, index }) => ({
      kind: "look-alike-character" as const,
      isSafe: true,
      edits: [{ start: index, end: index + 1, text: found.normalize("NFKC") }],
    })),
  ];
};
