import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { daysUntil, dueDateOf } from "../../../core/document/due-date.ts";
import { templateSchema } from "../../../core/document/template.ts";

const builtIn = readdirSync("templates")
  .filter((name) => name.endsWith(".json"))
  .map((name) => templateSchema.parse(JSON.parse(readFileSync(`templates/${name}`, "utf8"))));

describe("期限", () => {
  it("falls into the year after 报告年度", () => {
    expect(dueDateOf("fazhi", 2026)).toEqual({ year: 2027, month: 3, day: 1 });
    expect(dueDateOf("enforcement", 2026)).toEqual({ year: 2027, month: 1, day: 31 });
    expect(dueDateOf("audit-plan", 2026)).toBeNull();
    expect(dueDateOf("other", 2026)).toBeNull();
  });

  it.each(builtIn)("is the first day that the template $id names for every year", ({ reportType, deadlines }) => {
    const days = deadlines.flatMap((text) => /每年(\d+)月(\d+)日前/u.exec(text)?.slice(1, 3).map(Number) ?? []);
    const due = dueDateOf(reportType, 2026);
    expect(days.slice(0, 2)).toEqual(due ? [due.month, due.day] : []);
  });

  it("is counted in days of the calendar, whatever the hour", () => {
    const due = { year: 2027, month: 3, day: 1 };
    expect(daysUntil(due, new Date(2027, 1, 28, 23, 59))).toBe(1);
    expect(daysUntil(due, new Date(2027, 2, 1, 0, 1))).toBe(0);
    expect(daysUntil(due, new Date(2027, 2, 1, 23, 59))).toBe(0);
    expect(daysUntil(due, new Date(2027, 2, 2, 0, 0))).toBe(-1);
    expect(daysUntil(due, new Date(2026, 2, 1))).toBe(365);
  });
});
