import { reportYearSchema } from "../../core/document/report-year.ts";

/** 报告年度 as typed, or null when it is no year that a report can be about. */
export function readYear(text: string): number | null {
  const digits = /^\s*(\d{4})\s*年?\s*$/u.exec(text)?.[1];
  const year = reportYearSchema.safeParse(Number(digits));
  return year.success ? year.data : null;
}
