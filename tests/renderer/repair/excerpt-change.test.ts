import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptChange } from "../../../renderer/repair/excerpt-change.ts";

describe("the change between two excerpts", () => {
  it("is what differs between their equal ends", () => {
    expect(excerptChange("落实,制度", "落实，制度")).toEqual({ start: "落实", removed: ",", added: "，", end: "制度" });
    expect(excerptChange("审 计", "审计")).toEqual({ start: "审", removed: " ", added: "", end: "计" });
    expect(excerptChange("第3页", "")).toEqual({ start: "", removed: "第3页", added: "", end: "" });
  });

  it("gives both excerpts again, whatever they are", () => {
    const text = fc.string({ unit: fc.constantFrom("甲", "乙", "，", "𠮷", "😀"), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { start, removed, added, end } = excerptChange(before, after);
        expect([start + removed + end, start + added + end]).toEqual([before, after]);
      }),
    );
  });
});
