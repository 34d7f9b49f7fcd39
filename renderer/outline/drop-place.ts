import { type OutlineSection } from "../../core/document/outline.ts";
import { blockRange, parentOf, siblingsOf } from "../editor/structure/sections.ts";

/** Where a dragged section would go. */
export type DropPlace = {
  /** Edge of the row under the pointer that the line is shown at. */
  readonly edge: "before" | "after";
  /** Block to move the section before; infinite: to the end. */
  readonly target: number;
};

/**
 * Where a section goes when it is let go over another row: before or after a section beside it, also when the pointer
 * is over something inside that one. Null where it would not move, or would leave its parent.
 *
 * @param share how far down the row the pointer is, 0–1
 */
export function dropPlace(
  outline: readonly OutlineSection[],
  dragged: number,
  over: number,
  share: number,
): DropPlace | null {
  const siblings = siblingsOf(outline, dragged);
  let sibling = over;
  while (sibling >= 0 && !siblings.includes(sibling)) sibling = parentOf(outline, sibling);
  if (sibling < 0 || sibling === dragged) return null;
  const edge = over === sibling && share < 0.5 ? "before" : "after";
  const from = siblings.indexOf(dragged);
  const to = siblings.indexOf(sibling);
  if ((edge === "before" && to === from + 1) || (edge === "after" && to === from - 1)) return null;
  const range = blockRange(outline, sibling, Number.POSITIVE_INFINITY);
  return { edge, target: edge === "before" ? range.start : range.end };
}
