/** The month from which a bureau writes about the year that is running; before it, about the year that has ended. */
const FIRST_MONTH_FOR_RUNNING_YEAR = 7;

/** 报告年度 to offer for a new report: reports on a year are written from late in it until the spring after it. */
export function likelyYear(now: Date): number {
  const month = now.getMonth() + 1;
  return month >= FIRST_MONTH_FOR_RUNNING_YEAR ? now.getFullYear() : now.getFullYear() - 1;
}
