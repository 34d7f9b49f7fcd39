/**
 * Reads a day as people write it (`2026年3月1日`, `2026-3-1`, `2026.03.01`, `2026/3/1`, `20260301`).
 * @returns `2026-03-01`, "" for an empty field, or null when it is no day of the calendar.
 */
export function parseDay(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === "") return "";
  const match =
    /^(\d{4})\s*[年\-./]\s*(\d{1,2})\s*[月\-./]\s*(\d{1,2})\s*[日号]?$/u.exec(trimmed) ??
    /^(\d{4})(\d{2})(\d{2})$/u.exec(trimmed);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1949 ? date.toISOString().slice(0, 10) : null;
}

/** `2026-03-01` as official documents write it: no leading zeros (GB/T 9704-2012 7.3.5.4). */
export function dayText(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return year && month && date ? `${year}年${month}月${date}日` : "";
}
