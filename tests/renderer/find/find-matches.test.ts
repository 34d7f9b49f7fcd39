import { describe, expect, it } from "vitest";
import { findMatches, hitText } from "../../../renderer/editor/find/find-matches.ts";

const loose = { matchCase: false, wholeWord: false };

describe("Finding", () => {
  it("finds every place from left to right without overlaps", () => {
    expect(findMatches("审计审计审", "审计", loose)).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ]);
    expect(findMatches("。。。", "。。", loose)).toHaveLength(1);
  });
  it("looks at case only when asked", () => {
    expect(findMatches("OA与oa", "oa", loose)).toHaveLength(2);
    expect(findMatches("OA与oa", "oa", { ...loose, matchCase: true })).toEqual([{ start: 3, end: 5 }]);
  });
  it("cuts no number and no Western word when whole words are wanted", () => {
    const whole = { ...loose, wholeWord: true };
    expect(findMatches("12项、2项、120项", "2", whole)).toEqual([{ start: 4, end: 5 }]);
    expect(findMatches("增强审计", "强审", whole)).toHaveLength(1);
  });
  it("shows a hit with the words around it", () => {
    const text = "一".repeat(30) + "审计" + "二".repeat(30);
    expect(hitText(text, 30, 32)).toEqual({
      before: `…${"一".repeat(16)}`,
      match: "审计",
      after: `${"二".repeat(16)}…`,
    });
  });
  it("finds nothing for an empty query", () => {
    expect(findMatches("审计", "", loose)).toEqual([]);
  });
});
