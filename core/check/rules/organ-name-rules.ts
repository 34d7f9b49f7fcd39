import type { DirectoryOrgan } from "../../directory/directory.ts";
import { isNameOrQuote } from "../check-text.ts";
import { type CheckedBlock, type CheckedReport, placeOf } from "../checked-report.ts";
import type { House, HouseLists } from "../house-lists.ts";
import { inAllBlocks, perBlock } from "../per-block.ts";
import type { Repair } from "../../repair/repair.ts";
import type { AcrossRule, FoundInReport } from "../rule.ts";

/** The name of an organ of 名录 in a text. */
type Named = FoundInReport & {
  readonly name: string;
  /** （以下简称…） */
  readonly isIntroduced: boolean;
};

const introduces = /(?:简称|统称)(?:为)?[“"：:]?$/u;
/** 市财政局 must not be found in 青石市财政局, nor 财政局 in 市财政局. */
const mayBeginBehind = /(?:^|[^\u4e00-\u9fff]|[由经与和对向按据从以及在会同请报送是为将])$/u;

function askOf({ findOrganNames }: HouseLists): (checked: CheckedBlock) => readonly Named[] {
  return perBlock(({ block, texts }): readonly Named[] => {
    if (block.kind === "title" || block.kind === "table") return [];
    return texts.flatMap((text) => {
      if (text.form !== "text") return [];
      return findOrganNames(text.text).flatMap(({ start, end, word }): readonly Named[] => {
        const before = text.text.slice(Math.max(0, start - 6), start);
        const isIntroduced = introduces.test(before);
        const place = placeOf(text, { start, end }, 0);
        if (place === null || !(isIntroduced || mayBeginBehind.test(before))) return [];
        if (!isIntroduced && isNameOrQuote(text, { start, end })) return [];
        return [{ place, name: word, isIntroduced }];
      });
    });
  });
}

const asks = new WeakMap<HouseLists, ReturnType<typeof askOf>>();

/** Where the short form of an organ stands without being explained before. */
function unexplained({ name: full, short }: DirectoryOrgan, names: readonly Named[]): readonly FoundInReport[] {
  const introducedAt = names.findIndex(({ name, isIntroduced }) => isIntroduced && name === short);
  if (introducedAt >= 0) {
    const early = names.slice(0, introducedAt).filter(({ name }) => name === short);
    return early.map(({ place }) => ({
      place,
      message: `“${short}”是简称，说明全称的地方在后面，请把全称移到第一次出现处。`,
    }));
  }
  const first = names.find(({ name }) => name === short);
  if (first === undefined || !names.some(({ name }) => name === full)) return [];
  const message = `文中有的地方写全称“${full}”，这里用简称，第一次出现时应写全称并注明（以下简称${short}）。`;
  return [{ place: first.place, message }];
}

function shortOrganNames(
  _: CheckedReport,
  blocks: readonly CheckedBlock[],
  __: readonly Repair[],
  lists: HouseLists,
): readonly FoundInReport[] {
  // what the organ whose report it is may be called is another rule's
  const organs = lists.organs.filter(({ isOwn, short }) => !isOwn && short !== "");
  if (organs.length === 0) return [];
  const ask = asks.get(lists) ?? askOf(lists);
  asks.set(lists, ask);
  const byName = new Map<string, Named[]>();
  for (const named of inAllBlocks(blocks, ask)) {
    const own = byName.get(named.name);
    if (own === undefined) byName.set(named.name, [named]);
    else own.push(named);
  }
  const order = (one: Named, other: Named): number => placeKey(one) - placeKey(other);
  return organs.flatMap((organ) => {
    const short = byName.get(organ.short);
    if (short === undefined) return [];
    return unexplained(organ, [...short, ...(byName.get(organ.name) ?? [])].sort(order));
  });
}

/** Blocks are far fewer than this many characters long. */
const LONGER_THAN_A_BLOCK = 10_000_000;
const placeKey = ({ place }: Named): number => ("block" in place ? place.block * LONGER_THAN_A_BLOCK + place.start : 0);

const house: House = {
  directory: [
    { kind: "organ", name: "青石县财政局", short: "县财政局", others: [], isOwn: false },
    { kind: "organ", name: "青石县审计局", short: "县审计局", others: ["我局"], isOwn: true },
  ],
  words: [],
};
const title = "青石县审计局关于2025年工作情况的报告\n一、主要工作\n";

export const organNameRules: readonly AcrossRule[] = [
  {
    scope: "across",
    id: "PH-4.organ",
    name: "机关名称的简称",
    source: "本单位名录",
    strength: "实务",
    severity: "提示",
    message: "机关简称第一次出现时应注明全称。",
    find: shortOrganNames,
    house,
    yes: [
      `${title}会同‹县财政局›开展检查。\n青石县财政局（以下简称县财政局）落实整改。`,
      `${title}会同‹县财政局›开展检查。\n青石县财政局印发办法。`,
    ],
    no: [
      `${title}青石县财政局（以下简称县财政局）落实整改。\n会同县财政局开展检查。`,
      `${title}会同县财政局开展检查。`,
      `${title}会同青石县财政局开展检查。`,
      `${title}青石县审计局召开会议。\n县审计局加强整改。`,
    ],
  },
];
