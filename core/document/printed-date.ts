/** 2026-03-01 → 2026年3月1日 (GB/T 9704-2012 7.3.5.4: full year, no leading zeros). */
export function printedDate(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${year}年${Number(month)}月${Number(date)}日`;
}
