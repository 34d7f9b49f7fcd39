import { memoized } from "../../memoized.ts";
import { isWestern } from "../../repair/characters.ts";
import { pairQuotes } from "../../repair/pair-quotes.ts";
import type { CheckText } from "../check-text.ts";
import type { Found, LocalRule } from "../rule.ts";

const closes: Readonly<Record<string, string>> = {
  "“": "”",
  "‘": "’",
  "《": "》",
  "〈": "〉",
  "（": "）",
  "【": "】",
  "〔": "〕",
};
const anyMark = /[“”‘’《》〈〉（）【】〔〕()]/gu;
/** 1） and 一） count and close nothing; so does an apostrophe. */
const isOrdinal = (text: string, at: number): boolean =>
  /(?:^|[。；：，、:;,\s])(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[a-zA-Z])$/u.test(text.slice(Math.max(0, at - 3), at));
const isApostrophe = (text: string, at: number): boolean => /[A-Za-z]/u.test(text.charAt(at - 1));

type Open = { readonly at: number; readonly mark: string };

/** ( counts as （: which of them is wrong is another rule's to say. */
const inFullWidth = (mark: string): string => (mark === "(" ? "（" : mark === ")" ? "）" : mark);

/** Where the mark stands that another one closes; deeper than anybody writes it is not looked for. */
function lastOpened(open: readonly Open[], mark: string): number {
  for (let at = open.length - 1; at >= Math.max(0, open.length - deepest); at -= 1) {
    if (closes[open[at]?.mark ?? ""] === mark) return at;
  }
  return -1;
}
const deepest = 32;

function unmatched({ text }: CheckText): readonly Found[] {
  if (isWestern(text)) return [];
  const open: Open[] = [];
  const lastOf = memoized((mark: string) => text.lastIndexOf(mark));
  const found: Found[] = [];
  const tell = (at: number, message: string): void => void found.push({ start: at, end: at + 1, message });
  for (const { 0: written, index } of text.matchAll(anyMark)) {
    const mark = inFullWidth(written);
    if (closes[mark] !== undefined) {
      open.push({ at: index, mark });
      continue;
    }
    if ((mark === "）" && isOrdinal(text, index)) || (mark === "’" && isApostrophe(text, index))) continue;
    const place = lastOpened(open, mark);
    if (place < 0) {
      tell(index, `“${written}”没有与之配对的前一半，请核对。`);
      continue;
    }
    // what was opened inside and is not closed yet: closed further on it is crossed, otherwise it is alone
    for (const inner of open.splice(place).slice(1)) {
      const isCrossed = lastOf(closes[inner.mark] ?? "") > index;
      tell(
        inner.at,
        isCrossed ? `“${inner.mark}”与“${written}”交叉，请核对。` : `“${inner.mark}”没有与之配对的后一半，请核对。`,
      );
    }
  }
  for (const { at, mark } of open) tell(at, `“${mark}”没有与之配对的后一半，请核对。`);
  return found;
}

/** Quotations that a paragraph opens and a later one closes are left alone where the paragraph begins with the mark. */
const goesOn = ({ text }: CheckText, { start }: Found): boolean =>
  start === 0 && text.startsWith("“") && !text.slice(1).includes("”");

function nestedAlike({ text }: CheckText): readonly Found[] {
  const found: Found[] = [];
  for (const [open, close, inner] of [
    ["“", "”", "‘ ’"],
    ["《", "》", "〈 〉"],
  ] as const) {
    let depth = 0;
    let balanced = true;
    const inside: Found[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const mark = text.charAt(at);
      if (mark === open) {
        depth += 1;
        if (depth === 2) {
          inside.push({ start: at, end: at + 1, message: `“${open}${close}”里面再用同类标点时，里层应为“${inner}”。` });
        }
      } else if (mark === close) {
        depth -= 1;
        if (depth < 0) balanced = false;
      }
    }
    if (balanced && depth === 0) found.push(...inside);
  }
  return found;
}

const straight = ({ text }: CheckText): readonly Found[] => {
  if (!text.includes('"') || isWestern(text) || pairQuotes(text) !== null) return [];
  const at = text.indexOf('"');
  return [{ start: at, end: at + 1 }];
};

const standard = { scope: "local", source: "GB/T 15834—2011", strength: "规定", severity: "错误" } as const;

export const bracketRules: readonly LocalRule[] = [
  {
    ...standard,
    id: "PU-05",
    name: "不成对的引号、书名号和括号",
    message: "标点不成对，请核对。",
    find: (text) => unmatched(text).filter((found) => !goesOn(text, found)),
    yes: [
      "落实‹“›三重一大制度。",
      "落实三重一大‹”›制度。",
      "印发《某某办法‹（›试行》。",
      "印发‹《›某某办法，并组织实施。",
      "落实‹（›含下属单位各项要求。",
      "制定《某‹“›办法》和制度”。",
    ],
    no: [
      "落实“三重一大”制度（含下属单位），印发《某某办法（试行）》。",
      "主要有：1）制度；2）机制。",
      "某审发〔2025〕3号",
      "the director's report",
    ],
  },
  {
    ...standard,
    id: "PU-05.nested",
    name: "引号、书名号的里层",
    message: "同类标点不应直接套用。",
    find: nestedAlike,
    yes: ["他说：“要落实‹“›三重一大”制度。”", "《关于印发‹《›某某办法》的通知》"],
    no: ["他说：“要落实‘三重一大’制度。”", "《关于印发〈某某办法〉的通知》", "“四个意识”“四个自信”"],
  },
  {
    ...standard,
    id: "PU-06.unpaired",
    name: "不成对的直引号",
    message: "直引号不成对，无法判断前后，请核对。",
    find: straight,
    yes: ['坚持‹"›三重一大制度。'],
    no: ['坚持"三重一大"制度。', "坚持“三重一大”制度。"],
  },
];
