import lawList from "../lists/laws.json" with { type: "json" };
import { matchesOf } from "../check-text.ts";
import { type CheckedBlock, type CheckedReport, placeOf } from "../checked-report.ts";
import { inAllBlocks, perBlock } from "../per-block.ts";
import type { AcrossRule, FoundInReport } from "../rule.ts";

const country = "中华人民共和国";
/** Full names of laws by the short ones. */
const fullNames = new Map(lawList.names.map((name) => [name.slice(country.length), name]));

/** A name of a document as a block has it. */
type Named = FoundInReport & {
  readonly name: string;
  /** （以下简称《…》）, or the name as it is explained. */
  readonly isIntroduced: boolean;
};

const bookName = /《(?<name>[^《》]{2,60})》/gu;
const introduces = /(?:简称|统称|称)(?:为)?[“：:]?$/u;

/** The names of documents in the text of a block, in order. Headings and tables name them as there is room. */
const namesIn = perBlock(({ texts }): readonly Named[] =>
  texts.flatMap((text) => {
    if (text.form !== "text" || !text.text.includes("《")) return [];
    return matchesOf(bookName, text.text).flatMap(({ 0: words, index: start, groups }): readonly Named[] => {
      const place = placeOf(text, { start, end: start + words.length }, 0);
      const isIntroduced = introduces.test(text.text.slice(Math.max(0, start - 6), start));
      return place === null ? [] : [{ place, name: groups?.["name"] ?? "", isIntroduced }];
    });
  }),
);

/** 《审计法》 in a text that also names the law in full and never says which is short for which. */
function unexplainedLaws(_: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  const names = inAllBlocks(blocks, namesIn);
  const isNamed = (name: string): boolean => names.some((one) => one.name === name);
  const seen = new Set<string>();
  return names.flatMap(({ name, place }): readonly FoundInReport[] => {
    const full = fullNames.get(name);
    if (full === undefined || seen.has(name)) return [];
    seen.add(name);
    const isExplained = names.some((one) => one.name === name && one.isIntroduced);
    if (isExplained || !isNamed(full)) return [];
    return [
      {
        place,
        message: `文中有的地方写全称“《${full}》”，这里用简称，第一次出现时应写全称并注明（以下简称《${name}》）。`,
      },
    ];
  });
}

/** 《…》 in front of the place where it is introduced as a short form. */
function earlyShortForms(_: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  const names = inAllBlocks(blocks, namesIn);
  const introducedAt = new Map<string, number>();
  for (const [index, { name, isIntroduced }] of names.entries()) {
    if (isIntroduced && !introducedAt.has(name)) introducedAt.set(name, index);
  }
  return names.flatMap(({ name, place }, index): readonly FoundInReport[] => {
    const at = introducedAt.get(name);
    if (at === undefined || index >= at) return [];
    return [{ place, message: `“《${name}》”是简称，说明全称的地方在后面，请把全称移到第一次出现处。` }];
  });
}

const practice = { scope: "across", source: "实务", strength: "实务", severity: "提示" } as const;
const title = "青石县审计局关于2025年工作情况的报告\n一、主要工作\n";

export const shortNameRules: readonly AcrossRule[] = [
  {
    ...practice,
    id: "PH-4.law",
    name: "法律名称的简称",
    message: "法律第一次出现时应写全称。",
    find: unexplainedLaws,
    yes: [`${title}贯彻‹《审计法》›，完善制度。\n严格执行《中华人民共和国审计法》，依法审计。`],
    no: [
      `${title}贯彻《中华人民共和国审计法》（以下简称《审计法》），完善制度。\n严格执行《审计法》，依法审计。`,
      `${title}贯彻《审计法》，完善制度。`,
      `${title}贯彻《中华人民共和国审计法》和《某市审计条例》。`,
    ],
  },
  {
    ...practice,
    id: "PH-4.early",
    name: "用在说明前面的简称",
    message: "简称用在了说明全称的前面。",
    find: earlyShortForms,
    yes: [`${title}落实‹《实施办法》›要求。\n印发《审计整改工作实施办法》（以下简称《实施办法》），抓好落实。`],
    no: [`${title}印发《审计整改工作实施办法》（以下简称《实施办法》），抓好落实。\n落实《实施办法》要求。`],
  },
];
