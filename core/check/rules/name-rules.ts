import type { DirectoryOrgan } from "../../directory/directory.ts";
import { namesOfEntry } from "../../directory/names-of-entry.ts";
import { organNamesOf, ownOrganIn, shortNames } from "../../rollover/organ-names.ts";
import { titleOf } from "../../document/title.ts";
import { isNameOrQuote, matchesOf } from "../check-text.ts";
import { type CheckedBlock, type CheckedReport, placeOf } from "../checked-report.ts";
import type { HouseLists } from "../house-lists.ts";
import { inAllBlocks, perBlock } from "../per-block.ts";
import type { Repair } from "../../repair/repair.ts";
import type { AcrossRule, FoundInReport } from "../rule.ts";

type Mention = FoundInReport & { readonly name: string };

const selfNames = /(?:我|本)(?:局|委|办|厅|署|院|中心)(?![\u4e00-\u9fff]?(?:长|域|面|部地区))/gu;

/** Where a report speaks of its own organ, outside names of documents and quotations. */
function mentions(blocks: readonly CheckedBlock[], pattern: RegExp): readonly Mention[] {
  return blocks.flatMap(({ block, texts }, index) => {
    if (block.kind === "title" || block.kind === "table") return [];
    return texts.flatMap((text) => {
      if (text.form !== "text") return [];
      return matchesOf(pattern, text.text).flatMap(({ 0: name, index: start }): readonly Mention[] => {
        const end = start + name.length;
        if (isNameOrQuote(text, { start, end })) return [];
        const place = placeOf(text, { start, end }, index);
        return place === null ? [] : [{ place, name }];
      });
    });
  });
}

const selfMentions = perBlock((checked) => mentions([checked], selfNames));

const longPlace = /[\u4e00-\u9fff]{1,8}[省市县区州旗]/u;

/** The organ of 名录 whose report it is; null: 名录 has it not, and what it may be called is told by the text alone. */
function ownOrgan({ blocks, meta, year }: CheckedReport, organs: readonly DirectoryOrgan[]): DirectoryOrgan | null {
  const own = organs.filter(({ isOwn }) => isOwn);
  if (own.length === 0) return null;
  const named = ownOrganIn(titleOf(blocks, year), meta);
  if (named === null) return own.length === 1 ? (own[0] ?? null) : null;
  return own.find((organ) => namesOfEntry(organ).includes(named)) ?? null;
}

const standsAlone = "(?<=^|[，。；：、由经与和对向按据从以及在])";
const goesOn = "(?![党机领干关])";

/** Other names than those that 名录 allows. Where it has no 我局 or the like, most places say which one is meant. */
function notAllowed(organ: DirectoryOrgan, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  const allowed = namesOfEntry(organ);
  const others = shortNames(organ.name).filter((name) => name.length >= 2 && !allowed.includes(name));
  const self = inAllBlocks(blocks, selfMentions).filter(
    ({ name }) =>
      !allowed.includes(name) && allowed.some((one) => /^[我本]/u.test(one) && one.slice(1) === name.slice(1)),
  );
  const short =
    others.length === 0
      ? []
      : mentions(blocks, new RegExp(`${standsAlone}(?:${[...others].sort(byLength).join("|")})${goesOn}`, "gu"));
  const named = allowed.map((name) => `“${name}”`).join("");
  return [...self, ...short].map(({ place, name }) => ({
    place,
    message: `名录中本单位称${named}，这里称“${name}”，请统一；可以这样称呼的，请加进名录。`,
  }));
}
const byLength = (one: string, other: string): number => other.length - one.length;

/** Where 名录 says what the organ may be called, it says it alone; of 我局 and 本局 only where it has one of them. */
function ownNames(
  report: CheckedReport,
  blocks: readonly CheckedBlock[],
  _: readonly Repair[],
  { organs }: HouseLists,
): readonly FoundInReport[] {
  const organ = ownOrgan(report, organs);
  if (organ === null) return namesByMajority(report, blocks);
  return namesOfEntry(organ).some((name) => /^[我本]/u.test(name)) ? [] : selfByMajority(blocks);
}

function unlistedNames(
  report: CheckedReport,
  blocks: readonly CheckedBlock[],
  _: readonly Repair[],
  { organs }: HouseLists,
): readonly FoundInReport[] {
  const organ = ownOrgan(report, organs);
  return organ === null ? [] : notAllowed(organ, blocks);
}

/** The name that a report gives its organ in most places, where it does so more than once. */
function usualSelf(self: readonly Mention[]): readonly [name: string, count: number] | null {
  const counts = new Map<string, number>();
  for (const { name } of self) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [usual] = [...counts].sort(([, one], [, other]) => other - one);
  return usual === undefined || usual[1] < 2 ? null : usual;
}

const notUsual = ({ place, name }: Mention, usual: string): FoundInReport => ({
  place,
  message: `本单位多数地方称“${usual}”，这里称“${name}”，请统一。`,
});

/** 我局 in most places, 本局 in others. */
function selfByMajority(blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  const self = inAllBlocks(blocks, selfMentions);
  const usual = usualSelf(self);
  if (usual === null) return [];
  return self
    .filter(({ name }) => name !== usual[0] && name.slice(1) === usual[0].slice(1))
    .map((mention) => notUsual(mention, usual[0]));
}

/** 我局 in most places, 本局 or the organ's full name in others. */
function namesByMajority(report: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  const self = inAllBlocks(blocks, selfMentions);
  const usual = usualSelf(self);
  if (usual === null) return [];
  const rare = selfByMajority(blocks);
  const full = organNamesOf(titleOf(report.blocks, report.year), report.meta).filter(
    (name) => name.length >= shortestName && (longPlace.test(name) || /^[省市县区州旗]/u.test(name)),
  );
  if (full.length === 0 || usual[1] < 3) return rare;
  const named = mentions(blocks, new RegExp(`${standsAlone}(?:${full.join("|")})${goesOn}`, "gu"));
  const first = self[0]?.place;
  const later = named.filter(({ place }) => first !== undefined && isBehind(place, first));
  return [...rare, ...later.map((mention) => notUsual(mention, usual[0]))];
}
const shortestName = 4;

function isBehind(place: FoundInReport["place"], first: FoundInReport["place"]): boolean {
  if (!("block" in place) || !("block" in first)) return false;
  return place.block > first.block || (place.block === first.block && place.start > first.start);
}

const title = "青石县审计局关于2025年工作情况的报告";

export const nameRules: readonly AcrossRule[] = [
  {
    scope: "across",
    id: "PH-5",
    name: "本单位的称呼",
    source: "实务",
    strength: "实务",
    severity: "提示",
    message: "本单位的称呼不一致。",
    find: ownNames,
    yes: [
      `${title}\n2025年，我局完成审计项目36个。我局加强整改，成效明显。\n一、主要工作\n我局修订制度三项，‹本局›干部参加培训。`,
      `${title}\n2025年，我局完成审计项目36个。我局加强整改，成效明显。\n一、主要工作\n我局修订制度三项。‹县审计局›组织培训六次。`,
    ],
    no: [
      `${title}\n2025年，县审计局认真履职。我局完成审计项目36个，我局加强整改。\n一、主要工作\n我局修订制度三项，印发《青石县审计局质量办法》。`,
    ],
  },
  {
    scope: "across",
    id: "PH-5.listed",
    name: "名录以外的本单位称呼",
    source: "本单位名录",
    strength: "实务",
    severity: "提示",
    message: "本单位的称呼不在名录中。",
    find: unlistedNames,
    house: {
      directory: [{ kind: "organ", name: "青石县审计局", short: "县审计局", others: ["我局"], isOwn: true }],
      words: [],
    },
    yes: [
      `${title}\n一、主要工作\n我局修订制度三项，‹本局›干部参加培训。`,
      `${title}\n一、主要工作\n我局修订制度三项。‹县局›组织培训六次。`,
    ],
    no: [
      `${title}\n一、主要工作\n我局修订制度三项。县审计局组织培训六次，青石县审计局印发办法。`,
      `${title}\n一、主要工作\n我局修订制度三项。市审计局组织培训六次，印发《县局质量办法》。`,
      "石河市审计局关于2025年工作情况的报告\n一、主要工作\n我局修订制度三项，本局干部参加培训。",
    ],
  },
];
