import { describe, expect, it } from "vitest";
import type { ReportSummary } from "../../../core/contract.ts";
import { arrangeReports, firstView } from "../../../renderer/library/arrange-reports.ts";
import { dueText } from "../../../renderer/library/due-text.ts";

const summary = (change: Partial<ReportSummary>): ReportSummary => ({
  id: "0b5a2f6e-6a3e-4a53-8f0e-3a6d5f0b1c2d",
  ...{
    title: "报告",
    year: 2026,
    reportType: "fazhi",
    preset: "public-report",
    organ: "青石县审计局",
    status: "writing",
  },
  ...{ words: 0, blanks: 0, pending: 0 },
  ...{ createdAt: "2026-12-01T00:00:00.000Z", updatedAt: "2026-12-01T00:00:00.000Z" },
  ...change,
});

describe("期限 in the library", () => {
  it.each([
    [new Date(2027, 1, 20, 9), { date: "3月1日", left: "还有 9 天", isUrgent: true }],
    [new Date(2026, 11, 20), { date: "3月1日", left: "还有 71 天", isUrgent: false }],
    [new Date(2027, 2, 1), { date: "3月1日", left: "今天到期", isUrgent: true }],
    [new Date(2027, 2, 4), { date: "3月1日", left: "已过 3 天", isUrgent: true }],
    // long before and long after it presses nobody
    [new Date(2026, 5, 1), { date: "2027年3月1日", left: "", isUrgent: false }],
    [new Date(2029, 5, 1), { date: "2027年3月1日", left: "", isUrgent: false }],
  ])("is told at %s", (now, shown) => {
    expect(dueText(summary({}), now)).toEqual(shown);
  });

  it("no longer presses who has finished, and is not made up", () => {
    expect(dueText(summary({ status: "done" }), new Date(2027, 1, 20))?.left).toBe("");
    expect(dueText(summary({ reportType: "other" }), new Date(2027, 1, 20))).toBeNull();
  });

  it("is what the library is sorted by at first: what is due first stands first, what has no 期限 last", () => {
    const reports = [
      summary({ title: "公文", reportType: "other", updatedAt: "2026-12-09T00:00:00.000Z" }),
      summary({ title: "法治", updatedAt: "2026-12-02T00:00:00.000Z" }),
      summary({ title: "法治二", updatedAt: "2026-12-03T00:00:00.000Z" }),
      summary({ title: "执法", reportType: "enforcement" }),
    ];
    const order = (view: typeof firstView): readonly string[] =>
      arrangeReports(reports, view).map(({ title }) => title);
    expect(order(firstView)).toEqual(["执法", "法治二", "法治", "公文"]);
    expect(order({ ...firstView, direction: "down" })).toEqual(["公文", "法治二", "法治", "执法"]);
  });
});
