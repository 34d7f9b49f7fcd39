import type { ReportType } from "./schema.ts";

/** Until when, inclusive, a report of a type is handed in: a day of the year after 报告年度. */
type DueDay = { readonly month: number; readonly day: number };

/**
 * 期限 by type, where a rule of the whole country names one: 法治政府建设与责任落实督察工作规定 (before 1 March);
 * 国办发〔2018〕118号 on the three systems of administrative enforcement (before 31 January). Plans and other documents
 * have none.
 */
const dueDays: Readonly<Record<ReportType, DueDay | null>> = {
  fazhi: { month: 3, day: 1 },
  enforcement: { month: 1, day: 31 },
  "audit-plan": null,
  other: null,
};

export type DueDate = DueDay & { readonly year: number };

/** 期限 of a report, by its type and 报告年度; null where no rule names one. */
export function dueDateOf(reportType: ReportType, reportYear: number): DueDate | null {
  const day = dueDays[reportType];
  return day && { year: reportYear + 1, ...day };
}

/** Whole days from one day to a due date; 0 on the day itself, negative behind it. The hour does not count. */
export function daysUntil({ year, month, day }: DueDate, now: Date): number {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((Date.UTC(year, month - 1, day) - today) / 86_400_000);
}
