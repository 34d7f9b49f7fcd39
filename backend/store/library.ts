import type { Output } from "../../core/contract.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { AppError } from "../../core/result.ts";
import type { Folders } from "./folders.ts";
import { timeOfMark } from "./file.ts";
import type { FileSystem } from "./file-system.ts";
import type { Notices } from "./notices.ts";
import { summariseNewer } from "./newer-summary.ts";
import { parseReportOf } from "./report-file.ts";
import type { IndexEntry, ReportIndex, TrashEntry, UnlistedFile } from "./report-index.ts";
import { createShelfReader, type Shelf } from "./shelf.ts";
import { summariseStored } from "./stored-summary.ts";
import { parseTrashedReportOf, type TrashedReport, unwrapped } from "./trash-file.ts";

/** The list of reports, kept in step with the files whoever changed them. */
export type Library = { list(): Promise<Output<"library.list">> };

type Parts = {
  readonly files: FileSystem;
  readonly folders: Folders;
  readonly index: ReportIndex;
  readonly notices: Notices;
};

const byLastChange = (a: IndexEntry, b: IndexEntry): number => b.summary.updatedAt.localeCompare(a.summary.updatedAt);

/** Since when a file that was moved to the bin lies there; a lost one leaves its backup, which does not say. */
const timeInBin = (mark: string, { updatedAt }: { readonly updatedAt: string }): string =>
  mark === "" ? updatedAt : timeOfMark(mark).toISOString();

export function createLibrary({ files, folders, index, notices }: Parts): Library {
  const readShelf = createShelfReader(files, notices);
  const reports: Shelf<IndexEntry> = {
    folder: folders.reports,
    parse: parseReportOf,
    entryOf: (report: ReportDocument, mark) => ({ mark, summary: summariseStored(report) }),
    newer: (json, mark) => {
      const summary = summariseNewer(json);
      return summary === null ? null : { mark, summary };
    },
  };
  const trash: Shelf<TrashEntry> = {
    folder: folders.trash,
    parse: parseTrashedReportOf,
    entryOf: ({ report, trashedAt }: TrashedReport, mark) => ({
      mark,
      summary: summariseStored(report),
      trashedAt: trashedAt ?? timeInBin(mark, report),
    }),
    newer: (json, mark) => {
      const summary = summariseNewer(unwrapped(json));
      return summary === null ? null : { mark, summary, trashedAt: timeInBin(mark, summary) };
    },
  };

  /** A recycle bin that cannot be read costs itself alone. */
  const readBin = async () => {
    try {
      return await readShelf(trash, { entries: index.trash, unlisted: index.unlisted.trash });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      notices.add("file-not-readable", `回收站不能读取（${String(error.details["reason"] ?? "")}），报告不受影响。`);
      return { entries: new Map<string, TrashEntry>(), unlisted: new Map<string, UnlistedFile>() };
    }
  };

  return {
    list: async () => {
      const shelved = await readShelf(reports, { entries: index.reports, unlisted: index.unlisted.reports });
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
    },
  };
}
