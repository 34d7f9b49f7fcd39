import { describe, expect, it } from "vitest";
import { carriedSubject, subjectOf, subjectRules } from "../../../../core/rollover/years/carried-subject.ts";

const rowsOf = (which: "yes" | "no") =>
  subjectRules.flatMap((rule) => rule[which].map((clause) => [rule.name, clause, rule.pattern, rule.subject] as const));

describe("the table of subjects", () => {
  it.each(rowsOf("yes"))("%s: %s", (_name, clause, pattern, subject) => {
    expect(new RegExp(`^(?:${pattern})`, "u").test(clause)).toBe(true);
    expect(subjectOf(clause)).toBe(subject);
  });

  it.each(rowsOf("no"))("is not %s: %s", (_name, clause, pattern) => {
    expect(new RegExp(`^(?:${pattern})`, "u").test(clause)).toBe(false);
  });
});

describe("whose doing a sentence goes on to tell", () => {
  it.each([
    ["", "none"],
    ["（二）规范执法行为。", "none"],
    ["县法院坚持能动司法。", "other"],
    ["我局加强协作。县法院坚持能动司法。", "other"],
    ["县法院坚持能动司法。我局加强协作。", "own"],
    ["县法院坚持能动司法。加强诉源治理。", "other"],
    ["县公安局交警大队：", "other"],
    ["主要成效：", "none"],
    ["平台建设历程如下：", "other"],
    ["持续优化营商环境，我局推出措施12项。", "own"],
    ["推进府院联动，县法院发出司法建议3份。", "other"],
    ["一个说不清是谁的开头。", "other"],
  ] as const)("after %s: %s", (before, subject) => {
    expect(carriedSubject(before)).toBe(subject);
  });
});
