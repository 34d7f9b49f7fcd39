import { describe, expect, it } from "vitest";
import type { Block } from "../../../core/document/blocks.ts";
import type { OutlineSection } from "../../../core/document/outline.ts";
import type { ReviewEntry } from "../../../core/document/review-entries.ts";
import type { Place } from "../../../core/document/place.ts";
import { entryContext } from "../../../renderer/review/entry-context.ts";
import { groupEntries, isThere, pendingOfSections } from "../../../renderer/review/review-list.ts";

const place = (block: number): Place => ({ block, start: 0, end: 3 });
const entry = (change: Partial<ReviewEntry>): ReviewEntry => ({
  id: "a-1",
  kind: "figure",
  element: null,
  text: "32个",
  proposed: null,
  state: "pending",
  by: "",
  at: null,
  now: "32个",
  place: place(1),
  ...change,
});
const section = (index: number, text: string): OutlineSection => ({
  index,
  level: 1,
  number: "一、",
  text,
  words: 1,
  blanks: 0,
  status: "writing",
  sectionId: "",
  runIn: false,
});
const outline = [section(0, "工作"), section(5, "打算")];
const entries = [
  entry({}),
  entry({ id: "a-2", kind: "year", state: "updated", place: place(2) }),
  entry({ id: "a-3", place: place(6) }),
  entry({ id: "a-4", kind: "date", element: "date", now: "", place: null }),
  entry({ id: "a-5", now: null, state: "updated", place: null }),
];

describe("The list of what is 待核", () => {
  it("is grouped by kind in a fixed order, without groups that have nothing to show", () => {
    const groups = groupEntries(entries, "kind", outline, ({ state }) => state === "pending");
    expect(groups.map(({ name, pending }) => [name, pending])).toEqual([
      ["日期", ["a-4"]],
      ["数据", ["a-1", "a-3"]],
    ]);
  });

  it("is grouped by section, 公文要素 and what was deleted at the end", () => {
    const groups = groupEntries(entries, "section", outline, () => true);
    expect(groups.map(({ name }) => name)).toEqual(["一、工作", "一、打算", "公文要素", "已删去"]);
  });

  it("counts what is 待核 by section, and leaves out what was deleted", () => {
    expect(pendingOfSections(entries, outline)).toEqual([1, 1]);
    expect(entries.filter(isThere).map(({ id }) => id)).toEqual(["a-1", "a-2", "a-3", "a-4"]);
  });
});

describe("The words around an item", () => {
  const block: Block = {
    kind: "paragraph",
    role: "body",
    content: [
      { kind: "text", text: "全县各级审计机关在县委坚强领导下完成" },
      { kind: "text", text: "32", bold: true, reviewId: "a-1" },
      { kind: "text", text: "个", reviewId: "a-1" },
      { kind: "text", text: "项目，提出审计建议并督促有关单位认真整改落实到位。" },
    ],
  };
  it("are shortened on both sides and take all of the item", () => {
    expect(entryContext(block, "a-1", 2026)).toEqual({
      before: "…委坚强领导下完成",
      words: "32个",
      after: "项目，提出审计建议并督促有关单位认真…",
    });
    expect(entryContext(block, "a-2", 2026)).toBeNull();
  });
});
