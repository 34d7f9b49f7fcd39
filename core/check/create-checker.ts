import type { Block } from "../document/blocks.ts";
import { type Span, textKey } from "../document/place.ts";
import { findInText } from "../repair/find-in-texts.ts";
import { findStructuralRepairs } from "../repair/find-repairs.ts";
import { createTally } from "../repair/text-finding.ts";
import { rangeAt } from "../rollover/ranges.ts";
import { type CheckText, checkTextsOf, checkTextsOfMeta, isNameOrQuote } from "./check-text.ts";
import type { CheckedBlock, CheckedReport } from "./checked-report.ts";
import { compareFindings } from "./compare-findings.ts";
import { emptyHouse, type House, houseLists, type HouseLists } from "./house-lists.ts";
import { findingOfRepair } from "./finding-of-repair.ts";
import { findingOf, findingInReport } from "./make-finding.ts";
import { type Finding, isElementPlace } from "./finding.ts";
import type { AcrossRule, LocalRule, Rule } from "./rule.ts";
import { rules } from "./rules.ts";
import { sentenceDigests } from "./sentence-digests.ts";

/** Looks through a report; what it knows of blocks that say the same as before is not looked for again. */
export type Checker = (report: CheckedReport) => readonly Finding[];

/** So many blocks beyond those of the report are remembered: undo brings old ones back. */
const spareBlocks = 2000;

function findIn(text: CheckText, chosen: readonly LocalRule[], lists: HouseLists): readonly Finding[] {
  return chosen.flatMap((rule) => {
    const found = rule.find(text, lists);
    if (found.length === 0) return [];
    const { spares } = rule;
    const isSpared = (one: Span): boolean =>
      (spares === "names" && rangeAt(text.names, one) !== undefined) ||
      (spares === "quotes" && isNameOrQuote(text, one));
    return found.filter((one) => !isSpared(one)).map((one) => findingOf(rule, text, one));
  });
}

/** Two findings of one rule about the same words are one. */
function withoutDoubles(findings: readonly Finding[]): readonly Finding[] {
  const known = new Set<string>();
  return findings.filter(({ rule, place, message }) => {
    const at = isElementPlace(place) ? `${place.element}.${place.entry}` : textKey(place);
    const key = `${rule} ${at} ${place.start} ${place.end} ${message}`;
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}

const isLocal = (rule: Rule): rule is LocalRule => rule.scope === "local";
const isAcross = (rule: Rule): rule is AcrossRule => rule.scope === "across";

/**
 * A checker of the chosen rules. Its findings stand in the order of the text, those of 公文要素 first. The work grows
 * with the length of what changed, and evenly with the number of blocks.
 * @param chosen rules that are on; the default ones if not given
 * @param house lists of the house, which some rules go by
 */
export function createChecker(
  chosen: readonly Rule[] = rules.filter(({ isOff }) => isOff !== true),
  house: House = emptyHouse,
): Checker {
  const lists = houseLists(house);
  const [local, across] = [chosen.filter(isLocal), chosen.filter(isAcross)];
  const isChosen = new Set(chosen);
  const known = new Map<string, CheckedBlock>();
  /** The very same block need not even be read. */
  const read = new WeakMap<Block, { readonly year: number; readonly checked: CheckedBlock }>();

  const ofText = (text: CheckText): readonly Finding[] => [
    ...findInText(text, createTally()).flatMap((repair) => findingOfRepair(repair, [text], isChosen)),
    ...findIn(text, local, lists),
  ];

  function checkedBlock(block: Block, year: number): CheckedBlock {
    const before = read.get(block);
    if (before?.year === year) return before.checked;
    const checked = equalBlock(block, year);
    read.set(block, { year, checked });
    return checked;
  }

  function equalBlock(block: Block, year: number): CheckedBlock {
    const key = `${year} ${JSON.stringify(block)}`;
    const found = known.get(key);
    if (found !== undefined) {
      // the last to be used is the last to be forgotten
      known.delete(key);
      known.set(key, found);
      return found;
    }
    const texts = checkTextsOf(block, year);
    const made = { block, texts, sentences: sentenceDigests(texts), findings: texts.flatMap(ofText) };
    known.set(key, made);
    return made;
  }

  return (report) => {
    const { blocks, meta, year } = report;
    const checked = blocks.map((block) => checkedBlock(block, year));
    const surplus = known.size - blocks.length - spareBlocks;
    for (const key of [...known.keys()].slice(0, Math.max(0, surplus))) known.delete(key);
    const { repairs, isRemoved } = findStructuralRepairs(report);
    const ofBlocks = checked.flatMap(({ findings }, index) =>
      isRemoved(index) ? [] : findings.map((finding) => atBlock(finding, index)),
    );
    const ofStructure = repairs.flatMap((repair) =>
      findingOfRepair(repair, checked[repair.block]?.texts ?? [], isChosen),
    );
    const ofReport = across.flatMap((rule) =>
      rule.find(report, checked, repairs, lists).map((found) => findingInReport(rule, checked, found)),
    );
    const ofElements = checkTextsOfMeta(meta, year).flatMap(ofText);
    return [...withoutDoubles([...ofElements, ...ofBlocks, ...ofStructure, ...ofReport])].sort(compareFindings);
  };
}

/** A finding of a block that was looked at as if it were the first one. */
function atBlock(finding: Finding, block: number): Finding {
  const { place, fix } = finding;
  if (isElementPlace(place)) return finding;
  const actions = fix?.actions.map((action) =>
    action.kind === "edit" ? { ...action, place: { ...action.place, block } } : action,
  );
  return {
    ...finding,
    place: { ...place, block },
    fix: fix === null || actions === undefined ? fix : { ...fix, actions },
  };
}
