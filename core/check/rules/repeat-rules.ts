import { type CheckedBlock, type CheckedReport, placeOf } from "../checked-report.ts";
import type { AcrossRule, FoundInReport } from "../rule.ts";
import { perBlock } from "../per-block.ts";
import type { SentenceDigest } from "../sentence-digests.ts";

const shortest = 15;

const placeAt = (blocks: readonly CheckedBlock[], block: number, { paragraph, start, end }: SentenceDigest) => {
  const text = blocks[block]?.texts[paragraph];
  return text === undefined ? null : placeOf(text, { start, end }, block);
};

const bare = (text: string): string => text.normalize("NFKC").replaceAll(/[\s，。；：、,.;:!?！？“”"]/gu, "");
/** A sentence as it is recognised a second time, without its place in a list and its last mark. */
const keyOf = (text: string): string =>
  bare(text.replace(/^(?:[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,3}[，,、])/u, ""));

type Keyed = { readonly sentence: SentenceDigest; readonly key: string };

/** Sentences that are long enough to be meant once. */
const sentencesToRepeat = perBlock(({ sentences }) =>
  sentences.flatMap((sentence): readonly Keyed[] => {
    const key = keyOf(sentence.text);
    return key.length < shortest || sentence.text.includes("\ufffc") ? [] : [{ sentence, key }];
  }),
);

/** The same sentence a second time. */
function repeats(_: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  const known = new Map<string, number>();
  const found: FoundInReport[] = [];
  for (const [block, checked] of blocks.entries()) {
    for (const { sentence, key } of sentencesToRepeat(checked)) {
      const first = known.get(key);
      if (first === undefined) {
        known.set(key, block);
        continue;
      }
      const place = placeAt(blocks, block, sentence);
      const where = first === block ? "本段前面" : "前文";
      if (place !== null) found.push({ place, message: `这句话与${where}的一句相同，请核对是否重复。` });
    }
  }
  return found;
}

const years = /(?:19|20)\d{2}/gu;
const figures = /\d+(?:[.,]\d+)*/gu;

type Valued = Keyed & { readonly written: string };

/** Sentences with figures; those of other years are other sentences. */
const sentencesWithValues = perBlock(({ sentences }) =>
  sentences.flatMap((sentence): readonly Valued[] => {
    if (sentence.text.length < shortest || !/\d/u.test(sentence.text)) return [];
    const key = `${sentence.key} ${(sentence.text.match(years) ?? []).join(" ")}`;
    return [{ sentence, key, written: bare(sentence.text) }];
  }),
);

type Known = { readonly section: number; readonly written: string };

/** The same sentence in two sections with other figures. */
function otherValues(_: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  const known = new Map<string, Known>();
  const found: FoundInReport[] = [];
  let section = 0;
  for (const [index, checked] of blocks.entries()) {
    const { kind } = checked.block;
    if (kind === "heading" || kind === "runInHeading" || kind === "title") section += 1;
    for (const { sentence, key, written } of sentencesWithValues(checked)) {
      const first = known.get(key);
      if (first === undefined) {
        known.set(key, { section, written });
        continue;
      }
      if (first.written === written || first.section === section) continue;
      const place = placeAt(blocks, index, sentence);
      const values = (text: string): string => (text.match(figures) ?? []).join("、");
      const message = `同样的表述在前文的数据是${values(first.written)}，这里是${values(written)}，请核对。`;
      if (place !== null) found.push({ place, message });
    }
  }
  return found;
}

const practice = { scope: "across", source: "实务", strength: "实务", severity: "提示" } as const;
const title = "青石县审计局关于2025年工作情况的报告";

export const repeatRules: readonly AcrossRule[] = [
  {
    ...practice,
    id: "RP-1",
    name: "重复的句子",
    message: "句子重复。",
    find: repeats,
    yes: [
      `${title}\n一、主要工作\n严格落实审计项目质量分级负责制和责任追究制度。\n二、下一步工作\n‹严格落实审计项目质量分级负责制和责任追究制度。›`,
    ],
    no: [
      `${title}\n一、主要工作\n严格落实质量分级负责制和责任追究制度。\n二、下一步工作\n继续加强队伍建设，提高业务能力。`,
    ],
  },
  {
    ...practice,
    id: "RP-2",
    name: "同一表述数据不同",
    message: "同样的表述，数据不同。",
    find: otherValues,
    yes: [
      `${title}\n一、主要工作\n全年组织实施各类审计项目36个，成效明显。\n二、执法情况\n‹全年组织实施各类审计项目38个，成效明显。›`,
    ],
    no: [
      `${title}\n一、主要工作\n2025年组织实施各类审计项目36个，成效明显。\n二、执法情况\n2024年组织实施各类审计项目38个，成效明显。`,
    ],
  },
];
