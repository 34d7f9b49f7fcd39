import { expect, test } from "vitest";
import type { OutlineSection } from "../../core/document/outline.ts";
import type { ReviewEntry } from "../../core/document/review-entries.ts";
import { sectionAt } from "../../renderer/editor/structure/sections.ts";
import { pendingOfSections } from "../../renderer/review/review-list.ts";
import { growthOf } from "../support/work.ts";

/** The section of a block is asked for at every key and for every item of a review. */

const section = (index: number): OutlineSection => ({
  ...{ index, sectionId: "", level: 1, number: "", text: "", words: 0, blanks: 0, status: "todo", runIn: false },
});
const outlineOf = (count: number): readonly OutlineSection[] =>
  Array.from({ length: count }, (_, at) => section(at * 2));
const entry = (block: number): ReviewEntry => ({
  ...{ id: String(block), kind: "year", element: null, text: "", proposed: null, state: "pending" },
  ...{ now: "", place: { block, start: 0, end: 0 }, at: null, by: "" },
});

test("a block belongs to the last section that begins at it or before it", () => {
  const outline = [3, 3, 5, 9].map(section);
  expect([0, 2, 3, 4, 5, 8, 9, 100].map((block) => sectionAt(outline, block))).toEqual([-1, -1, 1, 1, 2, 2, 3, 3]);
  expect(sectionAt([], 0)).toBe(-1);
});

test("items of a review find their sections in linear time", () => {
  const work = (count: number) => {
    const [outline, entries] = [outlineOf(count), Array.from({ length: count }, (_, at) => entry(at * 2 + 1))];
    return () => pendingOfSections(entries, outline);
  };
  expect(work(3)()).toEqual([1, 1, 1]);
  expect(growthOf(work(20_000), work(80_000), 8)).toBeLessThan(8);
});
