import type { Output } from "../../core/contract.ts";
import { AppError } from "../../core/result.ts";
import type { Folders } from "./folders.ts";
import type { FileSystem } from "./file-system.ts";
import type { Notices } from "./notices.ts";
import type { ReadingJournal } from "./reading-journal.ts";
import type { IndexEntry, ReportIndex, TrashEntry, UnlistedFile } from "./report-index.ts";
import { createSerialQueue } from "./serial-queue.ts";
import { createShelfReader } from "./shelf.ts";
import { createUnderstanding } from "./understand-file.ts";

/** The list of reports, kept in step with the files whoever changed them. */
export type Library = { list(): Promise<Output<"library.list">> };

type Parts = {
  readonly files: FileSystem;
  readonly folders: Folders;
  readonly index: ReportIndex;
  readonly notices: Notices;
  readonly journal: ReadingJournal;
};

const byLastChange = (a: IndexEntry, b: IndexEntry): number => b.summary.updatedAt.localeCompare(a.summary.updatedAt);

export function createLibrary({ files, folders, index, notices, journal }: Parts): Library {
  const readShelf = createShelfReader(files, notices, createUnderstanding(journal));

  /** A recycle bin that cannot be read costs itself alone. */
  const readBin = async () => {
    try {
      const known = { entries: index.trash, unlisted: index.unlisted.trash };
      return await readShelf({ name: "trash", folder: folders.trash }, known);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      notices.add("file-not-readable", `回收站不能读取（${String(error.details["reason"] ?? "")}），报告不受影响。`);
      return { entries: new Map<string, TrashEntry>(), unlisted: new Map<string, UnlistedFile>() };
    }
  };

  const listNow: Library["list"] = async () => {
    const known = { entries: index.reports, unlisted: index.unlisted.reports };
    const shelved = await readShelf({ name: "reports", folder: folders.reports }, known);
    const binned = await readBin();
    index.reports = shelved.entries;
    // A crash between putting a report into the bin and taking it off the shelf leaves it in both: it is not deleted.
    index.trash = new Map([...binned.entries].filter(([id]) => !index.reports.has(id)));
    index.unlisted = { reports: shelved.unlisted, trash: binned.unlisted };
    return {
      reports: [...index.reports.values()].sort(byLastChange).map(({ summary }) => summary),
      trash: [...index.trash.values()]
        .sort((a, b) => b.trashedAt.localeCompare(a.trashedAt))
        .map(({ summary, trashedAt }) => ({ ...summary, trashedAt })),
    };
  };

  // One after the other: two that look at the same time would read every new file twice.
  const inTurn = createSerialQueue();
  return { list: () => inTurn("list", () => listNow().finally(() => journal.close())) };
}
