import { describe, expect, it } from "vitest";
import { type ReportSummary } from "../../../core/contract.ts";
import { groupByYear, searchReports } from "../../../renderer/library/group-reports.ts";

const report = (title: string, year: number, updatedAt = "2026-01-01T00:00:00.000Z"): ReportSummary => ({
  id: "00000000-0000-4000-8000-000000000000",
  title,
  year,
  reportType: "fazhi",
  preset: "public-report",
  organ: "某县审计局",
  status: "writing",
  words: 0,
  blanks: 0,
  pending: 0,
  createdAt: updatedAt,
  updatedAt,
});

describe("the library", () => {
  it("puts the latest year first, and keeps the order of its reports, which the writer may have chosen", () => {
    const groups = groupByYear([report("旧", 2024), report("甲", 2026), report("乙", 2026), report("更旧", 2023)]);
    expect(groups.map((group) => [group.year, group.reports.map((one) => one.title)])).toEqual([
      [2026, ["甲", "乙"]],
      [2024, ["旧"]],
      [2023, ["更旧"]],
    ]);
  });

  it("finds reports by all the words of a search, in any order", () => {
    const reports = [report("某县审计局法治政府建设报告", 2025), report("某县审计局行政执法工作报告", 2026)];
    expect(searchReports(reports, "  执法 2026 ")).toEqual([reports[1]]);
    expect(searchReports(reports, "执法 2025")).toEqual([]);
    expect(searchReports(reports, " ")).toBe(reports);
  });
});
