import { readStored, writeStored } from "../stored.ts";

const NAME = "nianbao.deadlines-read";
const MOST = 200;

const readIds = (): readonly string[] => {
  const stored = readStored(NAME);
  return Array.isArray(stored) ? stored.filter((id): id is string => typeof id === "string") : [];
};

/** True when the deadlines of a report were on the screen before, long enough to be read. */
export const hasRead = (reportId: string): boolean => readIds().includes(reportId);

export function markRead(reportId: string): void {
  if (!hasRead(reportId)) writeStored(NAME, [...readIds(), reportId].slice(-MOST));
}
