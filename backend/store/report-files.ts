import { join } from "node:path";
import type { FileSystem } from "./file-system.ts";
import { createReportFile, type ReportFile } from "./report-file.ts";
import { createSerialQueue } from "./serial-queue.ts";

/** Gives out the file of a report to one piece of work at a time, and remembers it while the report is open. */
export type ReportFiles = { use<T>(id: string, work: (file: ReportFile) => Promise<T>): Promise<T> };

type Parts = {
  readonly folder: string;
  readonly files: FileSystem;
  readonly now: () => Date;
  readonly isOpen: (id: string) => boolean;
  /** Whether no other program has the right to write. */
  readonly mayWrite: (id: string) => Promise<boolean>;
};

export function createReportFiles({ folder, files, now, isOpen, mayWrite }: Parts): ReportFiles {
  const open = new Map<string, ReportFile>();
  const inTurn = createSerialQueue();
  return {
    use: (id, work) =>
      inTurn(id, async () => {
        const file = open.get(id) ?? createReportFile(id, join(folder, `${id}.json`), files, now, () => mayWrite(id));
        open.set(id, file);
        try {
          return await work(file);
        } finally {
          if (!isOpen(id)) open.delete(id);
        }
      }),
  };
}
