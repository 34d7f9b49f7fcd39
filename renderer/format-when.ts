const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** 10:21 */
export function clockTime(time: Date): string {
  return `${time.getHours()}:${twoDigits(time.getMinutes())}`;
}

/** A past time as people say it: 今天 10:21, 昨天 16:02, 3月1日, 2025年3月1日. */
export function formatWhen(time: Date, now: Date): string {
  const startOfDay = (day: Date): number => new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
  const daysAgo = Math.round((startOfDay(now) - startOfDay(time)) / 86_400_000);
  if (daysAgo === 0) return `今天 ${clockTime(time)}`;
  if (daysAgo === 1) return `昨天 ${clockTime(time)}`;
  const day = `${time.getMonth() + 1}月${time.getDate()}日`;
  return time.getFullYear() === now.getFullYear() ? day : `${time.getFullYear()}年${day}`;
}
