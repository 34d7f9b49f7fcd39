import { type OutlineSection } from "../../../core/document/outline.ts";
import { INTRODUCTION_SECTION_ID } from "../../../core/document/schema.ts";

/** The sections of a report as a tree, worked out from the outline's levels. Indexes count blocks. */

const isIntroduction = (section: OutlineSection): boolean => section.sectionId === INTRODUCTION_SECTION_ID;

/** How deep a section lies: 0 for the highest headings of this report, whatever their level. */
export function depthsOf(outline: readonly OutlineSection[]): readonly number[] {
  const open: number[] = [];
  return outline.map((section) => {
    if (isIntroduction(section)) return 0;
    while (open.length > 0 && (open.at(-1) ?? 0) >= section.level) open.pop();
    open.push(section.level);
    return open.length - 1;
  });
}

/** Position in the outline of the first section after `position` that is not part of it. */
export function endOfSection(outline: readonly OutlineSection[], position: number): number {
  const section = outline[position];
  if (!section || isIntroduction(section)) return position + 1;
  let end = position + 1;
  while (end < outline.length && (outline[end]?.level ?? 0) > section.level) end += 1;
  return end;
}

/** The position in the outline that a block belongs to, or -1 before the first section. */
export function sectionAt(outline: readonly OutlineSection[], blockIndex: number): number {
  // asked at every key, and for every item of the review: sections stand in the order of the text
  let [low, high] = [0, outline.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((outline[middle]?.index ?? 0) > blockIndex) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

/** The section a section lies in, or -1. */
export function parentOf(outline: readonly OutlineSection[], position: number): number {
  const level = outline[position]?.level ?? 0;
  for (let at = position - 1; at >= 0; at -= 1) {
    const section = outline[at];
    if (section && !isIntroduction(section) && section.level < level) return at;
  }
  return -1;
}

/** The sections beside a section, itself included: same level, same parent. */
export function siblingsOf(outline: readonly OutlineSection[], position: number): readonly number[] {
  const section = outline[position];
  if (!section || isIntroduction(section)) return [];
  const parent = parentOf(outline, position);
  const positions: number[] = [];
  for (let at = parent + 1; at < outline.length; at += 1) {
    const other = outline[at];
    if (!other || isIntroduction(other)) continue;
    if (other.level < section.level) break;
    if (other.level === section.level) positions.push(at);
  }
  return positions;
}

/** Blocks of a section: from its heading up to, without, `end`. */
export function blockRange(
  outline: readonly OutlineSection[],
  position: number,
  blockCount: number,
): { readonly start: number; readonly end: number } {
  const start = outline[position]?.index ?? 0;
  return { start, end: outline[endOfSection(outline, position)]?.index ?? blockCount };
}

/** Block before which a section has to be put to change places with its neighbour; null at the end of its list. */
export function moveTarget(
  outline: readonly OutlineSection[],
  position: number,
  direction: "up" | "down",
  blockCount: number,
): number | null {
  const siblings = siblingsOf(outline, position);
  const neighbour = siblings[siblings.indexOf(position) + (direction === "up" ? -1 : 1)];
  if (neighbour === undefined) return null;
  const range = blockRange(outline, neighbour, blockCount);
  return direction === "up" ? range.start : range.end;
}
