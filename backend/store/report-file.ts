import { basename } from "node:path";
import { Low } from "lowdb";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { readReport } from "../../core/document/migrate.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { titleOf } from "../../core/document/title.ts";
import { AppError, type ErrorCode } from "../../core/result.ts";
import { createDurableAdapter } from "./durable-adapter.ts";
import { type FileMark, readMark, removeDurably, setAside } from "./file.ts";
import type { FileSystem } from "./file-system.ts";
import type { Parse, Recovery } from "./read-file.ts";

/** One report on disk, and what this program last knew of it. The caller lets one call finish before the next. */
export type ReportFile = {
  /** The report as it is on disk now; read again only when the file changed. @throws AppError */
  current(): Promise<{ readonly report: ReportDocument; readonly recovery: Recovery | null }>;
  /**
   * The report that a save may build on; see the body for what happened behind our back. `assertRight` throws where
   * the right to write is gone, and is asked before anything of that is looked at.
   * @throws AppError
   */
  baseForSave(baseRevision: number, assertRight: () => Promise<void>): Promise<ReportDocument>;
  /** Resolves when the report is safe on disk. @throws AppError */
  write(report: ReportDocument): Promise<void>;
};

/** Reads a report and makes sure that it is the one its file's name promises. */
export const parseReportOf =
  (id: string): Parse<ReportDocument> =>
  (json) => {
    const report = readReport(json);
    if (report.id !== id) throw new AppError("report-damaged", { reason: "里面是另一份报告" });
    return report;
  };

/** What is said of a file of the library by itself; whatever else is wrong inside, to its user it is damaged. */
const ownWords: readonly ErrorCode[] = ["report-newer-version", "report-damaged", "file-locked", "file-unreadable"];
export function toReadError(error: unknown, name: string): AppError {
  const isNamed = error instanceof AppError && ownWords.includes(error.code);
  return isNamed ? error : new AppError("report-damaged", { name }, { cause: error });
}

/** The writer knows the report by its title, not by its file's name. */
function namedByTitle(error: unknown, { body, year }: ReportDocument): unknown {
  const name = titleOf(blocksFromBody(body), year);
  return error instanceof AppError && name !== ""
    ? new AppError(error.code, { ...error.details, name }, { cause: error })
    : error;
}

const isSameSave = (a: ReportDocument, b: ReportDocument | null): boolean =>
  b !== null && a.revision === b.revision && a.updatedAt === b.updatedAt;

/** @param mayWrite whether the right to write is still this program's */
export function createReportFile(
  id: string,
  path: string,
  files: FileSystem,
  now: () => Date,
  mayWrite: () => Promise<boolean>,
): ReportFile {
  /** While a save is made ready, another computer may have taken the report over, or have written it. */
  const confirm = async (mark: FileMark | null): Promise<void> => {
    const look = mark === null ? Promise.resolve(null) : readMark(files, path);
    const [may, present] = await Promise.all([mayWrite(), look]);
    if (!may) throw new AppError("report-open-elsewhere");
    if (present !== null && present !== mark) throw new AppError("report-changed-elsewhere");
  };
  const adapter = createDurableAdapter<ReportDocument | null>({ path, parse: parseReportOf(id), files, now, confirm });
  const low = new Low<ReportDocument | null>(adapter, null);
  /** A write that failed: it may have reached the disk all the same, as when only its last step failed. */
  let unconfirmed: ReportDocument | null = null;

  const readAgain = async (): Promise<{ report: ReportDocument; recovery: Recovery | null } | null> => {
    if (low.data !== null && (await adapter.isCurrent())) return { report: low.data, recovery: null };
    const report = await adapter.read().catch((error: unknown) => {
      throw toReadError(error, basename(path));
    });
    if (report === null) return null;
    low.data = report;
    return { report, recovery: adapter.recovery() };
  };

  return {
    current: async () => {
      const found = await readAgain();
      if (found === null) throw new AppError("report-not-found");
      return found;
    },

    baseForSave: async (baseRevision, assertRight) => {
      const known = low.data;
      if (known?.revision === baseRevision && (await adapter.isCurrent())) return known;
      await assertRight();
      // The window holds the newest text when it goes on from what was last known here. Then a file that was damaged
      // or deleted meanwhile is no reason to refuse it: the damaged one is kept aside, and the text is written anew.
      const isNewest = known?.revision === baseRevision;
      try {
        const found = await readAgain();
        if (isNewest && (found === null || found.recovery !== null)) return known;
        if (found === null) throw new AppError("report-not-found");
        if (isNewest && isSameSave(found.report, unconfirmed)) return known;
        return found.report;
      } catch (error) {
        if (!isNewest || !(error instanceof AppError) || error.code !== "report-damaged") throw error;
        await setAside(files, path, now());
        // Out of the way, so that it does not become the backup of what is written now.
        await removeDurably(files, path);
        return known;
      }
    },

    write: async (report) => {
      const before = low.data;
      low.data = report;
      try {
        await low.write();
        unconfirmed = null;
      } catch (error) {
        low.data = before;
        unconfirmed = report;
        throw namedByTitle(error, report);
      }
    },
  };
}
