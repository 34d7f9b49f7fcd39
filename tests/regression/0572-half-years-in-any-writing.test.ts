import { describe, expect, it } from "vitest";
import { findTokens } from "../../core/rollover/find-tokens.ts";
import { type TextRole, viewOf } from "../../core/rollover/text-view.ts";

const proposalsOf = (text: string, role: TextRole): readonly (readonly [string, string | null])[] =>
  findTokens(viewOf(text, { role }), { fromYear: 2024, toYear: 2025 })
    .filter(({ kind }) => kind === "year" || kind === "date")
    .map(({ start, end, proposed }) => [text.slice(start, end), proposed]);

describe("a half-year or quarter goes with its year as one item", () => {
  it.each([
    ["某区审计局二〇二四年上半年工作总结", "二〇二四年上半年", "二〇二五年上半年"],
    ["某局二○二四年第一季度工作小结", "二○二四年第一季度", "二○二五年第一季度"],
    ["2024上半年工作总结", "2024上半年", "2025上半年"],
    ["2024年1-6月工作总结", "2024年1-6月", "2025年1-6月"],
    ["2024年度上半年行政执法工作情况报告", "2024年度上半年", "2025年度上半年"],
    ["2024年半年度工作报告", "2024年", "2025年"],
    ["２０２４年上半年工作总结", "２０２４年上半年", "2025年上半年"],
  ])("in the title %s", (text, item, proposed) => {
    expect(proposalsOf(text, "title")).toEqual([[item, proposed]]);
  });

  it.each([
    ["2024年度上半年我局共办理案件32件。", "2024年度上半年", "2025年度上半年"],
    ["2024上半年，我局共办理案件32件。", "2024上半年", "2025上半年"],
    ["二〇二四年上半年，我局共办理案件32件。", "二〇二四年上半年", "二〇二五年上半年"],
  ])("in the text %s", (text, item, proposed) => {
    expect(proposalsOf(text, "body")).toEqual([[item, proposed]]);
  });

  it.each([
    ["2024年上半年，全县生产总值增长5%。", "2024年上半年"],
    ["2024年1—6月，我局受理投诉120件。", "2024年1—6月"],
    ["2024年下半年，我局成立整改办。", "2024年下半年"],
  ])("and stays where nobody can know: %s", (text, item) => {
    expect(proposalsOf(text, "body")).toEqual([[item, null]]);
  });

  it.each(["2024年上半年全省审计技能竞赛方案", "2024年9月份工作总结"])("and in the title %s", (text) => {
    expect(proposalsOf(text, "title").map(([, proposed]) => proposed)).toEqual([null]);
  });
});
