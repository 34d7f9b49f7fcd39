import { isElementPlace } from "../../core/check/finding.ts";
import { type KnownFinding } from "../../core/check/known-findings.ts";
import { kindOfRule, type RuleKind, ruleKinds } from "../../core/check/rule-kind.ts";
import { type OutlineSection } from "../../core/document/outline.ts";
import { sectionName } from "../../core/document/section-name.ts";
import { sectionAt } from "../editor/structure/sections.ts";
import { type Grouping } from "./check-store.ts";

/** A heading of the panel's list, or a finding under it. */
export type CheckLine =
  | { readonly kind: "group"; readonly key: string; readonly name: string; readonly count: number }
  | { readonly kind: "finding"; readonly key: string; readonly finding: KnownFinding };

const kindOrder = Object.keys(ruleKinds) as readonly RuleKind[];

function nameOfPlace({ place }: KnownFinding, outline: readonly OutlineSection[]): string {
  if (isElementPlace(place)) return "公文要素";
  const section = outline[sectionAt(outline, place.block)];
  return section ? sectionName(section) : "标题";
}

/** How many findings are open in each section of the outline, without its sub-sections. */
export function findingsOfSections(
  findings: readonly KnownFinding[],
  outline: readonly OutlineSection[],
): readonly number[] {
  const counts = outline.map(() => 0);
  for (const { place } of findings) {
    if (isElementPlace(place)) continue;
    const position = sectionAt(outline, place.block);
    if (position >= 0) counts[position] = (counts[position] ?? 0) + 1;
  }
  return counts;
}

/** The findings in groups, by section in the order of the text or by what their rules are about. */
export function linesOf(
  findings: readonly KnownFinding[],
  grouping: Grouping,
  outline: readonly OutlineSection[],
): readonly CheckLine[] {
  const groups = new Map<string, KnownFinding[]>();
  if (grouping === "kind") for (const kind of kindOrder) groups.set(ruleKinds[kind], []);
  for (const finding of findings) {
    const name = grouping === "kind" ? ruleKinds[kindOfRule(finding.rule)] : nameOfPlace(finding, outline);
    const group = groups.get(name);
    if (group) group.push(finding);
    else groups.set(name, [finding]);
  }
  return [...groups].flatMap(([name, all]): readonly CheckLine[] =>
    all.length === 0
      ? []
      : [
          { kind: "group", key: `${grouping} ${name}`, name, count: all.length },
          ...all.map((finding): CheckLine => ({ kind: "finding", key: finding.id, finding })),
        ],
  );
}

/** What can be fixed at once: findings of one rule with a certain fix. */
export type SafeGroup = { readonly rule: string; readonly name: string; readonly findings: readonly KnownFinding[] };

/** By rule, the most first. */
export function safeGroups(findings: readonly KnownFinding[]): readonly SafeGroup[] {
  const groups = new Map<string, KnownFinding[]>();
  for (const finding of findings) {
    if (finding.fix?.isSafe !== true) continue;
    const group = groups.get(finding.rule);
    if (group) group.push(finding);
    else groups.set(finding.rule, [finding]);
  }
  return [...groups]
    .map(([rule, all]) => ({ rule, name: all[0]?.name ?? rule, findings: all }))
    .toSorted((one, other) => other.findings.length - one.findings.length);
}
