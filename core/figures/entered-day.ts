const written = /^(?<year>\d{4})(?:[-./年](?<month>\d{1,2})[-./月](?<day>\d{1,2})日?|(?<m>\d{2})(?<d>\d{2}))$/u;

/** A day as people write it, 2026-12-31, 2026年12月31日 or 2026.12.31, as `2026-12-31`; null: no day. */
export function enteredDay(words: string): string | null {
  const { year, month, day, m = month, d = day } = written.exec(words.replaceAll(/\s/gu, ""))?.groups ?? {};
  if (year === undefined || m === undefined || d === undefined) return null;
  const iso = `${year}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}
