import { describe, expect, it } from "vitest";
import { withDismissed, withoutDismissed, withoutEntries } from "../../../core/check/dismissals.ts";
import { createChecker } from "../../../core/check/create-checker.ts";
import { type KnownFinding, knownFindings } from "../../../core/check/known-findings.ts";
import { importedForCheck } from "./checked.ts";

const head = "青石县审计局关于2025年工作情况的报告\n一、主要工作\n";
const foundIn = (text: string): readonly KnownFinding[] => {
  const report = importedForCheck(head + text);
  return knownFindings(report, createChecker()(report));
};
const dismissalOf = ({ rule, sentence }: KnownFinding) => ({
  rule,
  sentence,
  reason: "",
  by: "",
  at: "2026-01-05T01:02:03.000Z",
});
const only = (text: string, rule: string): KnownFinding => {
  const found = foundIn(text).find((one) => one.rule === rule);
  if (found === undefined) throw new Error(`${rule} is not found`);
  return found;
};

describe("a dismissed finding", () => {
  const dismissed = [dismissalOf(only("前一句不变。加强审计监督的的力度。后一句不变。", "TY-1"))];

  it("stays dismissed wherever its sentence goes, and whatever is written around it", () => {
    for (const text of ["加强审计监督的的力度。", "新写一句。\n另起一段，改过。加强审计监督的的力度。还有一句。"]) {
      const found = foundIn(text);
      expect(found.some(({ rule }) => rule === "TY-1")).toBe(true);
      expect(withoutDismissed(found, dismissed).some(({ rule }) => rule === "TY-1")).toBe(false);
    }
  });

  it("is open again once its sentence reads otherwise", () => {
    const found = foundIn("切实加强审计监督的的力度。");
    expect(withoutDismissed(found, dismissed).map(({ rule }) => rule)).toContain("TY-1");
  });

  it("says nothing about other rules in the same sentence", () => {
    const found = foundIn("加强审计监督的的力度,健全制度。");
    const one = found.find(({ rule }) => rule === "TY-1");
    const open = withoutDismissed(found, one === undefined ? [] : [dismissalOf(one)]);
    expect(open.map(({ rule }) => rule)).toContain("PU-01");
    expect(open.map(({ rule }) => rule)).not.toContain("TY-1");
  });

  it("knows an ordinal by itself and its line, and a missing part by what is said", () => {
    const ordinal = only("（1）加强审计监督。\n（二）加强整改。\n（三）加强队伍建设。", "SEQ-2");
    expect(ordinal.isOfOrdinal).toBe(true);
    expect(ordinal.sentence).toBe("（1）加强审计监督。 加强审计监督。");
  });

  it("gives way to the latest word on it, and goes with a sentence that is gone", () => {
    const [one] = dismissed;
    if (one === undefined) throw new Error("nothing is dismissed");
    const again = { ...one, reason: "文件原文" };
    expect(withDismissed(dismissed, [again], () => true)).toEqual([again]);
    const other = { ...one, sentence: "另一句。" };
    expect(withDismissed(dismissed, [other], ({ sentence }) => sentence !== one.sentence)).toEqual([other]);
    expect(withoutEntries([one, other], [one])).toEqual([other]);
  });
});
