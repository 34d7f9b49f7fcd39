import { expect, it } from "vitest";
import { checkReport } from "../../core/check/check-report.ts";
import { emptyHouse } from "../../core/check/house-lists.ts";
import { rules } from "../../core/check/rules.ts";
import type { HeadingStop } from "../../core/layout/rules/house-style.ts";
import { heading, paragraph, sampleReport, title } from "../core/export/sample-report.ts";

const report = sampleReport([
  title("某某县档案馆2025年工作报告"),
  heading(1, "主要工作"),
  heading(2, "开放利用。"),
  paragraph("把办事指南写清楚。"),
  heading(2, "库房管理。"),
  paragraph("把温度湿度记清楚。"),
]);
const found = (headingStop: HeadingStop): readonly string[] =>
  checkReport(
    report,
    rules.filter(({ id }) => id === "PU-10"),
    { ...emptyHouse, headingStop },
  ).findings.map(({ message }) => message);

it("holds headings against what 本单位版式 has behind them, and against each other where it has nothing", () => {
  expect(found("asWritten")).toEqual([]);
  expect(found("never")).toEqual(Array(2).fill("按本单位版式，标题末尾不加句号。"));
  expect(found("always")).toEqual(["按本单位版式，标题末尾加句号。"]);
});
