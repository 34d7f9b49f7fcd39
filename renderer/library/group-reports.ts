import { type ReportSummary } from "../../core/contract.ts";

export type YearGroup = { readonly year: number; readonly reports: readonly ReportSummary[] };

/** Reports by 报告年度, the latest year first; within a year they keep their order. */
export function groupByYear(reports: readonly ReportSummary[]): readonly YearGroup[] {
  const years = [...new Set(reports.map((report) => report.year))].sort((a, b) => b - a);
  return years.map((year) => ({
    year,
    reports: reports.filter((report) => report.year === year),
  }));
}

/** Reports whose title, organ or year holds every word of the search, in any order. */
export function searchReports<R extends Pick<ReportSummary, "title" | "organ" | "year">>(
  reports: readonly R[],
  search: string,
): readonly R[] {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return reports;
  return reports.filter((report) => {
    const text = `${report.title} ${report.organ} ${report.year}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
