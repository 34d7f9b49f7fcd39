import { describe, expect, it } from "vitest";
import type { OutlineSection } from "../../../../core/document/outline.ts";
import {
  blockRange,
  depthsOf,
  moveTarget,
  parentOf,
  sectionAt,
  siblingsOf,
} from "../../../../renderer/editor/structure/sections.ts";
import { dropPlace } from "../../../../renderer/outline/drop-place.ts";

const section = (index: number, level: number, sectionId = ""): OutlineSection => ({
  index,
  sectionId,
  level,
  number: "",
  text: "",
  words: 0,
  blanks: 0,
  status: "todo",
  runIn: false,
});

/** 引言, 一 with （一） and （二）, 二 with 1. right under it, 三. */
const outline = [
  section(1, 0, "introduction"),
  section(2, 1),
  section(3, 2),
  section(5, 2),
  section(8, 1),
  section(9, 3),
  section(12, 1),
];

describe("Sections", () => {
  it("lie as deep as the headings above them", () => {
    expect(depthsOf(outline)).toEqual([0, 0, 1, 1, 0, 1, 0]);
  });
  it("reach to the next heading of their level", () => {
    expect(blockRange(outline, 1, 14)).toEqual({ start: 2, end: 8 });
    expect(blockRange(outline, 3, 14)).toEqual({ start: 5, end: 8 });
    expect(blockRange(outline, 6, 14)).toEqual({ start: 12, end: 14 });
  });
  it("are found by any of their blocks", () => {
    expect([0, 1, 2, 4, 7, 13].map((block) => sectionAt(outline, block))).toEqual([-1, 0, 1, 2, 3, 6]);
  });
  it("know their parent and the sections beside them", () => {
    expect(parentOf(outline, 5)).toBe(4);
    expect(siblingsOf(outline, 1)).toEqual([1, 4, 6]);
    expect(siblingsOf(outline, 3)).toEqual([2, 3]);
    expect(siblingsOf(outline, 0)).toEqual([]);
  });
  it("change places with their neighbour, never leaving their parent", () => {
    expect(moveTarget(outline, 4, "up", 14)).toBe(2);
    expect(moveTarget(outline, 4, "down", 14)).toBe(14);
    expect(moveTarget(outline, 3, "up", 14)).toBe(3);
    expect(moveTarget(outline, 3, "down", 14)).toBeNull();
    expect(moveTarget(outline, 5, "up", 14)).toBeNull();
  });
  it("are dropped before or after a section beside them", () => {
    expect(dropPlace(outline, 6, 1, 0.2)).toEqual({ edge: "before", target: 2 });
    expect(dropPlace(outline, 1, 4, 0.8)).toEqual({ edge: "after", target: 12 });
    expect(dropPlace(outline, 6, 3, 0.9)).toEqual({ edge: "after", target: 8 });
    expect(dropPlace(outline, 3, 4, 0.9)).toBeNull();
    expect(dropPlace(outline, 1, 4, 0.1)).toBeNull();
  });
});
