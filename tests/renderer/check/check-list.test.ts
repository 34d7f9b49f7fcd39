import { describe, expect, it } from "vitest";
import { createChecker } from "../../../core/check/create-checker.ts";
import { type KnownFinding, knownFindings } from "../../../core/check/known-findings.ts";
import { outlineOf } from "../../../core/document/outline.ts";
import { linesOf, safeGroups } from "../../../renderer/check/check-list.ts";
import { previewOf } from "../../../renderer/check/fix-preview.ts";
import { importedForCheck } from "../../core/check/checked.ts";

const report = importedForCheck(
  [
    "青石县审计局关于2025年工作情况的报告",
    "一、主要工作",
    "加强审计监督的的力度,成效明显,群众满意。",
    "二、下一步安排",
    "（1）健全整改台帐",
    "（二）规范执法",
    "（三）加强整改",
  ].join("\n"),
);
const findings = knownFindings(report, createChecker()(report));
const one = (rule: string): KnownFinding => {
  const found = findings.find((finding) => finding.rule === rule);
  if (found === undefined) throw new Error(`${rule} is not found`);
  return found;
};
const shown = (grouping: "section" | "kind") =>
  linesOf(findings, grouping, outlineOf(report.blocks, report.year)).map((line) =>
    line.kind === "group" ? `${line.name} ${line.count}` : line.finding.rule,
  );

describe("the list of findings", () => {
  it("stands by section in the order of the text, or by what the rules are about", () => {
    expect(shown("section")).toEqual([
      "一、主要工作 3",
      ...["TY-1", "PU-01", "PU-01"],
      expect.stringMatching(/健全整改台帐 2$/u),
      ...["SEQ-2", "TY-2"],
    ]);
    expect(shown("kind")).toEqual(["文字 2", "TY-1", "TY-2", "序号 1", "SEQ-2", "标点 2", "PU-01", "PU-01"]);
  });

  it("offers at once only what is certain, by rule", () => {
    const groups = safeGroups(findings).map(({ rule, findings: own }) => `${rule} ${own.length}`);
    expect(groups[0]).toBe("PU-01 2");
    expect(groups).toContain("TY-2 1");
    expect(groups.join()).not.toContain("TY-1");
  });
});

describe("the preview of a fix", () => {
  it("shows the words in some of their sentence", () => {
    expect(previewOf(one("TY-1"), "加强审计监督的的力度,成效明显,群众满意。")).toEqual({
      before: "加强审计监督",
      was: "的的",
      becomes: "的",
      after: "力度,成效明显…",
    });
  });

  it("shows an ordinal, which stands in front of its line, with its line", () => {
    const { before, was, becomes } = previewOf(one("SEQ-2"), "健全整改台帐");
    expect([before, was.startsWith("（1）"), becomes.startsWith("（一）")]).toEqual(["", true, true]);
  });
});
