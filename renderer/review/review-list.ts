import { type OutlineSection } from "../../core/document/outline.ts";
import { type ReviewEntry } from "../../core/document/review-entries.ts";
import { sectionName } from "../../core/document/section-name.ts";
import { sectionAt } from "../editor/structure/sections.ts";
import { kindNames } from "./wording.ts";

export type Grouping = "kind" | "section";

export type ReviewGroup = {
  readonly key: string;
  readonly name: string;
  readonly entries: readonly ReviewEntry[];
  /** Ids of those that are 待核, also of those that a filter hides. */
  readonly pending: readonly string[];
};

/** What stands in the report; what was deleted is settled and counts no more. */
export const isThere = ({ element, now }: ReviewEntry): boolean => element !== null || now !== null;

/** The groups of the list in order; groups without an entry to show are left out. */
export function groupEntries(
  entries: readonly ReviewEntry[],
  grouping: Grouping,
  outline: readonly OutlineSection[],
  isShown: (entry: ReviewEntry) => boolean,
): readonly ReviewGroup[] {
  const groups = new Map<string, ReviewEntry[]>();
  if (grouping === "kind") for (const kind of Object.values(kindNames)) groups.set(kind, []);
  for (const entry of entries) {
    const name = grouping === "kind" ? kindNames[entry.kind] : nameOfPlace(entry, outline);
    const group = groups.get(name);
    if (group) group.push(entry);
    else groups.set(name, [entry]);
  }
  return [...groups].flatMap(([name, all]): readonly ReviewGroup[] => {
    const shown = all.filter(isShown);
    const pending = all.flatMap(({ id, state }) => (state === "pending" ? id : []));
    return shown.length === 0 ? [] : [{ key: `${grouping} ${name}`, name, entries: shown, pending }];
  });
}

function nameOfPlace({ place, element }: ReviewEntry, outline: readonly OutlineSection[]): string {
  if (element !== null) return "公文要素";
  if (place === null) return "已删去";
  const section = outline[sectionAt(outline, place.block)];
  if (!section) return "标题";
  return sectionName(section);
}

/** How many items are 待核 in each section of the outline, without its sub-sections. */
export function pendingOfSections(
  entries: readonly ReviewEntry[],
  outline: readonly OutlineSection[],
): readonly number[] {
  const counts = outline.map(() => 0);
  for (const { state, place } of entries) {
    if (state !== "pending" || place === null) continue;
    const position = sectionAt(outline, place.block);
    if (position >= 0) counts[position] = (counts[position] ?? 0) + 1;
  }
  return counts;
}
