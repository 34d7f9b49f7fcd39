import { describe, expect, it } from "vitest";
import { findMissingWords } from "../../core/import/missing-words.ts";
import { importText } from "../../core/import/text.ts";
import { growthOf } from "../support/work.ts";

describe("the comparison of a file's characters with what was made of it", () => {
  it("is quiet where all is there, in whatever order and however spaced", () => {
    expect(findMissingWords(["一、主要 工作", "完成12个项目。"], "完成12个\n项目。\n一、主要工作")).toBeNull();
  });

  it("names what is missing and the words around it", () => {
    const made = "全年完成审计项目个，查出问题金额亿元。";
    expect(findMissingWords(["全年完成审计项目32个，查出问题金额1.5亿元。"], made)).toEqual({
      count: 5,
      places: [
        { before: "全年完成审计项目", words: "32", after: "个，查出问题金额" },
        { before: "目32个，查出问题金额".slice(-8), words: "1.5", after: "亿元。" },
      ],
    });
  });

  it("finds one of two equal paragraphs", () => {
    const missing = findMissingWords(["按期办结。", "加强学习。", "按期办结。"], "按期办结。\n加强学习。");
    expect(missing).toEqual({ count: 5, places: [{ before: "", words: "按期办结。", after: "" }] });
  });

  it("takes signs that formulas are written in for the digits they were", () => {
    expect(findMissingWords(["x2"], "x²")).toBeNull();
  });

  it("takes work in proportion to the text", () => {
    const oneLine = (count: number) => () =>
      expect(findMissingWords(["甲乙丙".repeat(count)], "甲乙丙".repeat(count - 1))?.count).toBe(3);
    const manyLines = (count: number) => () =>
      expect(findMissingWords(Array<string>(count).fill("子丑寅"), "")?.count).toBe(3 * count);
    // eight times the text: 8 times the work where it grows evenly, 64 times where it grows as a square
    expect(growthOf(oneLine(12_500), oneLine(100_000), 30)).toBeLessThan(30);
    expect(growthOf(manyLines(6_250), manyLines(50_000), 30)).toBeLessThan(30);
  });

  it("finds nothing in a text that was read whole", () => {
    const text =
      "青石县审计局2025年工作报告\n青石县人民政府：\n一、主要工作\n（一）加强学习。组织学习12次。\n青石县审计局\n2026年1月20日";
    expect(importText(text).warnings.map(({ code }) => code)).not.toContain("words-missing");
  });
});
