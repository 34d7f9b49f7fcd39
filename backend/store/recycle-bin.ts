import { join } from "node:path";
import type { ReportDocument } from "../../core/document/schema.ts";
import { AppError } from "../../core/result.ts";
import type { Log } from "../log.ts";
import { backupPathOf, moveFile, readMark, removeDurably, syncFolder } from "./file.ts";
import { writeDurably } from "./durable-write.ts";
import type { FileSystem } from "./file-system.ts";
import type { Folders } from "./folders.ts";
import { sweepImages } from "./image-sweep.ts";
import { imagesOf, type ImagesInUse } from "./images-in-use.ts";
import { readDurably } from "./read-file.ts";
import { toReadError } from "./report-file.ts";
import { parseTrashedReportOf, type TrashedReport } from "./trash-file.ts";

/** 回收站. At every moment of each step the report lies in the bin, in the library, or in both; the library then counts. */
export type RecycleBin = {
  put(id: string): Promise<void>;
  takeBack(id: string): Promise<ReportDocument>;
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
      await moveFile(files, backupPathOf(shelfPath(id)), backupPathOf(binPath(id)));
      if (!(await moveFile(files, shelfPath(id), binPath(id)))) throw new AppError("report-not-found");
      // Since when it lies here. Without it the time of its last save stands there.
      await files.utimes(binPath(id), now()).catch(() => undefined);
      await syncBoth();
    },
    takeBack: async (id) => {
      const { report, trashedAt } = await read(id);
      if ((await readMark(files, shelfPath(id))) !== null) throw new AppError("file-exists", { name: `${id}.json` });
      if (trashedAt !== null) {
        await writeDurably(files, shelfPath(id), JSON.stringify(report), { keepPrevious: false });
        await remove(binPath(id));
        return report;
      }
      await moveFile(files, binPath(id), shelfPath(id));
      await moveFile(files, backupPathOf(binPath(id)), backupPathOf(shelfPath(id)));
      await syncBoth();
      return report;
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
