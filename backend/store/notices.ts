import type { Warning } from "../../core/contract.ts";

/** What happened to the stored files since the start, each said once. */
export type Notices = {
  add(code: NoticeCode, message: string): void;
  readonly all: () => readonly Warning[];
};

export const noticeCodes = [
  "report-damaged",
  "report-recovered",
  "report-newer-version",
  "settings-damaged",
  "house-style-damaged",
  "template-damaged",
  "list-damaged",
  "file-not-readable",
  "folder-not-writable",
] as const;
export type NoticeCode = (typeof noticeCodes)[number];

export function createNotices(): Notices {
  const notices = new Map<string, Warning>();
  return {
    add: (code, message) => void notices.set(`${code} ${message}`, { code, message }),
    all: () => [...notices.values()],
  };
}
