import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayText, parseDay } from "../../../renderer/meta/parse-day.ts";
import { readYear } from "../../../renderer/meta/read-year.ts";

describe("a day as people write it", () => {
  it("is read in the forms that occur in offices", () => {
    for (const text of ["2026年3月1日", "2026-3-1", "2026.03.01", "2026/3/1", "20260301", " 2026 年 3 月 1 日 "]) {
      expect(parseDay(text), text).toBe("2026-03-01");
    }
  });

  it("is refused when the calendar does not have it", () => {
    for (const text of ["2026年2月29日", "2026-13-1", "2026-4-31", "三月一日", "2026年3月"]) {
      expect(parseDay(text), text).toBeNull();
    }
    expect(parseDay("2024年2月29日")).toBe("2024-02-29");
  });

  it("may be left out", () => {
    expect(parseDay("  ")).toBe("");
    expect(dayText("")).toBe("");
  });

  it("is shown without leading zeros and read back the same", () => {
    expect(dayText("2026-03-01")).toBe("2026年3月1日");
    const days = fc.date({ min: new Date("1949-10-01"), max: new Date("2199-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        return parseDay(dayText(day)) === day;
      }),
    );
  });
});

it("reads 报告年度 with and without 年, within the years of reports", () => {
  expect(readYear("2026")).toBe(2026);
  expect(readYear(" 2026年 ")).toBe(2026);
  expect(readYear("26")).toBeNull();
  expect(readYear("1024")).toBeNull();
  expect(readYear("")).toBeNull();
});
