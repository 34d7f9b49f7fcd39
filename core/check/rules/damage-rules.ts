import { matchesOf } from "../check-text.ts";
import { type CheckedBlock, type CheckedReport, placeOf } from "../checked-report.ts";
import { perBlock } from "../per-block.ts";
import { segmentWords } from "../../words/dictionary-segmenter.ts";
import type { AcrossRule, FoundInReport } from "../rule.ts";

type Quoted = { readonly words: string; readonly found: FoundInReport };

const quoted = /“(?<words>[\u4e00-\u9fff]{4,8})”/gu;
/** Pairs of words that differ in a character on purpose: 上半篇, 下半篇; 十三五, 十四五. */
const meantApart = /^[上下前后左右东西南北内外大小多少正反新旧一二三四五六七八九十两省市县区国男女长短高低]$/u;

/** What a block puts into quotation marks. */
const quotedIn = perBlock(({ texts }) =>
  texts.flatMap((text) =>
    !text.text.includes("“")
      ? []
      : matchesOf(quoted, text.text).map(({ index, groups }) => ({
          words: groups?.["words"] ?? "",
          start: index + 1,
          text,
        })),
  ),
);

type Swap = { readonly written: string; readonly meant: string; readonly next: string };
type Pair = { readonly rare: Quoted; readonly usual: string; readonly at: number };

/** “强审工程” once beside “金审工程” several times: what replacing throughout a text leaves. */
function rareNames(blocks: readonly CheckedBlock[]): readonly Pair[] {
  const places = new Map<string, Quoted[]>();
  for (const [index, checked] of blocks.entries()) {
    for (const { words, start, text } of quotedIn(checked)) {
      const place = placeOf(text, { start, end: start + words.length }, index);
      if (place === null) continue;
      const own = places.get(words);
      if (own === undefined) places.set(words, [{ words, found: { place } }]);
      else own.push({ words, found: { place } });
    }
  }
  const byWildcard = new Map<string, string>();
  for (const [name, found] of places)
    if (found.length > 1) for (const key of wildcards(name)) byWildcard.set(key, name);
  return [...places.values()].flatMap(([rare, second]): readonly Pair[] => {
    if (rare === undefined || second !== undefined) return [];
    const { words } = rare;
    const at = wildcards(words).findIndex((key, place) => {
      const usual = byWildcard.get(key);
      return usual !== undefined && !(meantApart.test(words.charAt(place)) && meantApart.test(usual.charAt(place)));
    });
    const usual = byWildcard.get(wildcards(words)[at] ?? "");
    return usual === undefined ? [] : [{ rare, usual, at }];
  });
}

/** A name with each of its characters left open: two names that differ in one have one of these in common. */
const wildcards = (name: string): readonly string[] =>
  Array.from(name, (_, at) => `${name.slice(0, at)}*${name.slice(at + 1)}`);

const isWord = (word: string): boolean => segmentWords(word).length === 1;

/** 增金审计 where “金审工程” and “强审工程” both stand: one was written over the other inside of 增强审计. */
function brokenWords(blocks: readonly CheckedBlock[], { written, meant, next }: Swap): readonly FoundInReport[] {
  return blocks.flatMap(({ texts }, index) =>
    texts.flatMap((text) => {
      const found: FoundInReport[] = [];
      for (let at = text.text.indexOf(written + next, 1); at > 0; at = text.text.indexOf(written + next, at + 1)) {
        const before = text.text.charAt(at - 1);
        const place = placeOf(text, { start: at - 1, end: at + 1 }, index);
        if (place === null || !han.test(before) || isWord(before + written) || !isWord(before + meant)) continue;
        const message = `“${before}${written}”不成词，像是把“${before}${meant}”中的字替换掉了，请核对。`;
        found.push({ place, message });
      }
      return found;
    }),
  );
}
const han = /[\u4e00-\u9fff]/u;

function damage(_: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  return rareNames(blocks).flatMap(({ rare, usual, at }) => {
    const [one, other, next] = [rare.words.charAt(at), usual.charAt(at), usual.charAt(at + 1)];
    return [
      { ...rare.found, message: `前后多处为“${usual}”，这里是“${rare.words}”，请核对是否误改。` },
      ...brokenWords(blocks, { written: other, meant: one, next }),
      ...brokenWords(blocks, { written: one, meant: other, next }),
    ];
  });
}

const title = "青石县审计局关于2025年工作情况的报告";

export const damageRules: readonly AcrossRule[] = [
  {
    scope: "across",
    id: "TY-2.replaced",
    name: "误替换的字",
    source: "实务",
    strength: "实务",
    severity: "提示",
    message: "像是全文替换留下的误改，请核对。",
    find: damage,
    yes: [
      `${title}\n一、主要工作\n推进“金审工程”建设，完善“金审工程”平台，依托“‹强审工程›”共享数据。`,
      `${title}\n一、主要工作\n推进“金审工程”建设，完善“金审工程”平台，依托“强审工程”共享数据，切实‹增金›审计监督能力。`,
    ],
    no: [
      `${title}\n一、主要工作\n坚持科技强审，推进“金审工程”和“金审工程”三期建设，做好“上半篇文章”和“下半篇文章”，增强审计监督能力。`,
    ],
  },
];
