import { type ReportSummary } from "../../core/contract.ts";
import { daysUntil, dueDateOf } from "../../core/document/due-date.ts";

/** Within so many days it presses. */
const URGENT_DAYS = 15;
/** What is farther away, or longer past, is told by its date alone. */
const NEAR_DAYS = 120;

export type DueText = { readonly date: string; readonly left: string; readonly isUrgent: boolean };

/** 期限 of a report as the library shows it; null: no rule names one. */
export function dueText({ reportType, year, status }: ReportSummary, now: Date): DueText | null {
  const due = dueDateOf(reportType, year);
  if (!due) return null;
  const day = `${due.month}月${due.day}日`;
  const days = daysUntil(due, now);
  const isFar = Math.abs(days) > NEAR_DAYS;
  const date = due.year === now.getFullYear() || !isFar ? day : `${due.year}年${day}`;
  if (status === "done" || isFar) return { date, left: "", isUrgent: false };
  return { date, left: leftText(days), isUrgent: days <= URGENT_DAYS };
}

function leftText(days: number): string {
  if (days > 0) return `还有 ${days} 天`;
  return days === 0 ? "今天到期" : `已过 ${-days} 天`;
}
