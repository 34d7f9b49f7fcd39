import { basename, join } from "node:path";
import type { ReportSummary } from "../../core/contract.ts";
import { AppError } from "../../core/result.ts";
import type { Log } from "../log.ts";
import { backupPathOf, moveFile, readMark, removeDurably, syncFolder } from "./file.ts";
import { writeDurably } from "./durable-write.ts";
import type { FileSystem } from "./file-system.ts";
import type { Folders } from "./folders.ts";
import { sweepImages } from "./image-sweep.ts";
import { imagesOf, type ImagesInUse } from "./images-in-use.ts";
import { isNewerVersion, summariseNewer } from "./newer-summary.ts";
import { inspectFile, readDurably } from "./read-file.ts";
import { toReadError } from "./report-file.ts";
import { summariseStored } from "./stored-summary.ts";
import { parseTrashedReportOf, type TrashedReport } from "./trash-file.ts";

/** 回收站. At every moment of each step the report lies in the bin, in the library, or in both; the library then counts. */
export type RecycleBin = {
  put(id: string): Promise<void>;
  /** Returns what the list shows of the report. */
  takeBack(id: string): Promise<ReportSummary>;
  purge(ids: readonly string[]): Promise<void>;
};

type Parts = {
  readonly files: FileSystem;
  readonly folders: Folders;
  readonly now: () => Date;
  readonly imagesInUse: ImagesInUse;
  /** Whether another program works in the same data folder now. */
  readonly isShared: () => Promise<boolean>;
  readonly log: Log;
};

export function createRecycleBin({ files, folders, now, imagesInUse, isShared, log }: Parts): RecycleBin {
  const shelfPath = (id: string): string => join(folders.reports, `${id}.json`);
  const binPath = (id: string): string => join(folders.trash, `${id}.json`);

  const syncBoth = async (): Promise<void> => {
    for (const folder of [folders.trash, folders.reports]) await syncFolder(files, folder);
  };
  const read = async (id: string): Promise<TrashedReport> => {
    const reading = await readDurably(files, binPath(id), parseTrashedReportOf(id), now).catch((error: unknown) => {
      throw toReadError(error, `${id}.json`);
    });
    if (reading === null) throw new AppError("report-not-found");
    return reading.value;
  };
  /** A report of a newer version goes back as it came; `unpacked` is the content of one that was put in an envelope. */
  const lookInto = async (id: string): Promise<{ summary: ReportSummary; unpacked: string | null }> => {
    try {
      const { report, trashedAt } = await read(id);
      return { summary: summariseStored(report), unpacked: trashedAt === null ? null : JSON.stringify(report) };
    } catch (error) {
      if (!isNewerVersion(error)) throw error;
      for (const path of [binPath(id), backupPathOf(binPath(id))]) {
        const finding = await inspectFile(files, path, summariseNewer).catch(() => null);
        if (finding?.kind === "sound" && finding.value !== null) return { summary: finding.value, unpacked: null };
      }
      throw error;
    }
  };
  /** The backup goes first: alone it would look like a report whose file was lost. */
  const remove = async (path: string): Promise<void> => {
    await removeDurably(files, backupPathOf(path));
    await removeDurably(files, path);
  };
  const imagesIn = async (id: string): Promise<readonly string[]> => {
    try {
      return imagesOf((await read(id)).report.body);
    } catch (error) {
      // A damaged report can be purged like any other; its images stay until they are old.
      if (error instanceof AppError) return [];
      throw error;
    }
  };

  return {
    put: async (id) => {
      // The backup goes first: left alone on the shelf it would come back as a report whose file was lost.
      const hadBackup = await moveFile(files, backupPathOf(shelfPath(id)), backupPathOf(binPath(id)));
      const hadFile = await moveFile(files, shelfPath(id), binPath(id));
      if (!hadBackup && !hadFile) throw new AppError("report-not-found");
      // Since when it lies here. Without it the time of its last save stands there.
      await files.utimes(binPath(id), now()).catch(() => undefined);
      await syncBoth();
    },
    takeBack: async (id) => {
      const { summary, unpacked } = await lookInto(id);
      for (const path of [shelfPath(id), backupPathOf(shelfPath(id))]) {
        if ((await readMark(files, path)) !== null) throw new AppError("file-exists", { name: basename(path) });
      }
      if (unpacked !== null) {
        await writeDurably(files, shelfPath(id), unpacked, { keepPrevious: false });
        await remove(binPath(id));
        return summary;
      }
      await moveFile(files, binPath(id), shelfPath(id));
      await moveFile(files, backupPathOf(binPath(id)), backupPathOf(shelfPath(id)));
      await syncBoth();
      return summary;
    },
    purge: async (ids) => {
      const released = new Set((await Promise.all(ids.map(imagesIn))).flat());
      for (const id of ids) await remove(binPath(id));
      if (await isShared()) return;
      const textFolders = [folders.reports, folders.trash, folders.templates];
      const sweep = { imagesFolder: folders.images, textFolders, inUse: imagesInUse.all(), released };
      // What the user asked for is done; images that are left over cost room, not text, and go with the next purge.
      await sweepImages(files, sweep).catch((error: unknown) => log("sweeping images", error));
    },
  };
}
