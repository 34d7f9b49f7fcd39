import { describe, expect, it } from "vitest";
import { findMissingWords } from "../../core/import/missing-words.ts";
import { importText } from "../../core/import/text.ts";

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

  it("takes time in proportion to the text", () => {
    const line = "甲乙丙".repeat(100_000);
    const started = performance.now();
    expect(findMissingWords([line], "甲乙丙".repeat(99_999))?.count).toBe(3);
    expect(
      findMissingWords(
        Array.from({ length: 50_000 }, () => "子丑寅"),
        "",
      )?.count,
    ).toBe(150_000);
    // a quadratic search takes minutes
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it("finds nothing in a text that was read whole", () => {
    const text =
      "青石县审计局2025年工作报告\n青石县人民政府：\n一、主要工作\n（一）加强学习。组织学习12次。\n青石县审计局\n2026年1月20日";
    expect(importText(text).warnings.map(({ code }) => code)).not.toContain("words-missing");
  });
});
