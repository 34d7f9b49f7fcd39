import { join } from "node:path";
import type { Output } from "../../core/contract.ts";
import { summariseReport } from "../../core/document/summarise.ts";
import { AppError } from "../../core/result.ts";
import { type FileMark, backupPathOf, listFolder, readMark } from "./file.ts";
import type { FileSystem } from "./file-system.ts";
import type { Folders } from "./folders.ts";
import type { Notices } from "./notices.ts";
import { summariseNewer } from "./newer-summary.ts";
import { inspectFile, type Parse } from "./read-file.ts";
import { parseReportOf } from "./report-file.ts";
import { entryFor, type IndexEntry, type ReportIndex, type TrashEntry } from "./report-index.ts";
import { parseTrashedReportOf } from "./trash-file.ts";

const reportFileName = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.json(?:\.bak)?$/u;

/** The ids that have a file, or at least a backup, in a folder. */
async function reportIdsIn(files: FileSystem, folder: string): Promise<readonly string[]> {
  const names = await listFolder(files, folder);
  return [...new Set(names.flatMap((name) => reportFileName.exec(name)?.[1] ?? []))];
}

/** The list of reports, kept in step with the files whoever changed them. */
export type Library = { list(): Promise<Output<"library.list">> };

type Parts = {
  readonly files: FileSystem;
  readonly folders: Folders;
  readonly index: ReportIndex;
  readonly notices: Notices;
};

export function createLibrary({ files, folders, index, notices }: Parts): Library {
  /** The file or its backup, read without repairing anything: that is done when the report is opened. */
  const readSound = async <T>(path: string, id: string, parse: Parse<T>): Promise<T | null> => {
    let isDamaged = false;
    for (const candidate of [path, backupPathOf(path)]) {
      const finding = await inspectFile(files, candidate, parse);
      if (finding.kind === "sound") return finding.value;
      isDamaged ||= finding.kind === "damaged";
    }
    // Deleted between being listed and being read.
    if (!isDamaged) return null;
    notices.add(
      "report-damaged",
      `报告文件“${id}.json”已损坏，备份也不能读取。两个文件都保留在数据文件夹中，没有改动，请从别处的备份中找回。`,
    );
    return null;
  };

  const noteUnlisted = (id: string, error: AppError): void => {
    if (error.code === "report-newer-version") {
      const advice = "没有列出。请升级程序后再打开，文件没有改动。";
      notices.add("report-newer-version", `文件“${id}.json”由更新版本的年报台保存，${advice}`);
    } else {
      notices.add("file-not-readable", `文件“${id}.json”正被其他程序占用，暂时没有列出。请关闭占用它的程序后重试。`);
    }
  };

  const readReportEntry = async (path: string, id: string, mark: FileMark): Promise<IndexEntry | null> => {
    try {
      const report = await readSound(path, id, parseReportOf(id));
      return report === null ? null : { mark, summary: summariseReport(report) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // A report of a newer version stays in the list as far as it can be understood; opening it says why it cannot.
      const newer = error.code === "report-newer-version" ? await inspectFile(files, path, summariseNewer) : null;
      if (newer?.kind === "sound" && newer.value !== null) return { mark, summary: newer.value };
      noteUnlisted(id, error);
      return null;
    }
  };

  const readTrashEntry = async (path: string, id: string, mark: FileMark): Promise<TrashEntry | null> => {
    try {
      const trashed = await readSound(path, id, parseTrashedReportOf(id));
      return trashed === null ? null : { mark, summary: summariseReport(trashed.report), trashedAt: trashed.trashedAt };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      noteUnlisted(id, error);
      return null;
    }
  };

  /** The entries of a folder: those whose file is unchanged from the index, the others from their files. */
  const scan = async <E extends IndexEntry>(
    folder: string,
    known: ReadonlyMap<string, E>,
    read: (path: string, id: string, mark: FileMark) => Promise<E | null>,
  ): Promise<Map<string, E>> => {
    const entries = new Map<string, E>();
    for (const id of await reportIdsIn(files, folder)) {
      const path = join(folder, `${id}.json`);
      const mark = await readMark(files, path);
      // A lost file leaves its backup, which is read each time until the report is opened and put right.
      const entry = (mark === null ? null : entryFor(known, id, mark)) ?? (await read(path, id, mark ?? ""));
      if (entry !== null) entries.set(id, entry);
    }
    return entries;
  };

  const byLastChange = (a: IndexEntry, b: IndexEntry): number => b.summary.updatedAt.localeCompare(a.summary.updatedAt);

  return {
    list: async () => {
      index.reports = await scan(folders.reports, index.reports, readReportEntry);
      const trash = await scan(folders.trash, index.trash, readTrashEntry);
      // A crash between putting a report into the bin and taking it off the shelf leaves it in both: it is not deleted.
      index.trash = new Map([...trash].filter(([id]) => !index.reports.has(id)));
      return {
        reports: [...index.reports.values()].sort(byLastChange).map(({ summary }) => summary),
        trash: [...index.trash.values()]
          .sort((a, b) => b.trashedAt.localeCompare(a.trashedAt))
          .map(({ summary, trashedAt }) => ({ ...summary, trashedAt })),
      };
    },
  };
}
