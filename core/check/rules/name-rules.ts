import { organNamesOf } from "../../rollover/organ-names.ts";
import { titleOf } from "../../document/title.ts";
import { isNameOrQuote, matchesOf } from "../check-text.ts";
import { type CheckedBlock, type CheckedReport, placeOf } from "../checked-report.ts";
import { inAllBlocks, perBlock } from "../per-block.ts";
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

/** 我局 in most places, 本局 or the organ's full name in others. */
function ownNames(report: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  const self = inAllBlocks(blocks, selfMentions);
  const counts = new Map<string, number>();
  for (const { name } of self) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [usual] = [...counts].sort(([, one], [, other]) => other - one);
  if (usual === undefined || usual[1] < 2) return [];
  const rare = self
    .filter(({ name }) => name !== usual[0] && name.slice(1) === usual[0].slice(1))
    .map(({ place, name }) => ({ place, message: `本单位多数地方称“${usual[0]}”，这里称“${name}”，请统一。` }));
  const full = organNamesOf(titleOf(report.blocks, report.year), report.meta).filter(
    (name) => name.length >= shortestName && (longPlace.test(name) || /^[省市县区州旗]/u.test(name)),
  );
  if (full.length === 0 || usual[1] < 3) return rare;
  const named = mentions(
    blocks,
    new RegExp(`(?<=^|[，。；：、由经与和对向按据从以及在])(?:${full.join("|")})(?![党机领干关])`, "gu"),
  );
  const first = self[0]?.place;
  const later = named.filter(({ place }) => first !== undefined && isBehind(place, first));
  return [
    ...rare,
    ...later.map(({ place, name }) => ({ place, message: `本单位多数地方称“${usual[0]}”，这里称“${name}”，请统一。` })),
  ];
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
];
