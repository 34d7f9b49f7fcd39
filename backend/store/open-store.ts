import { basename, dirname, join } from "node:path";
import { toWriteError } from "./file-errors.ts";
import { listFolder, removeLeftovers, syncFolder } from "./file.ts";
import { type FileSystem, nodeFileSystem } from "./file-system.ts";
import { type Folders, foldersIn } from "./folders.ts";
import { createImageFiles } from "./images.ts";
import { createImagesInUse } from "./images-in-use.ts";
import { createIndexKeeper } from "./index-keeper.ts";
import { createLibrary } from "./library.ts";
import { createLockFiles, type LockFiles } from "./lock-file.ts";
import { createLocks } from "./locks.ts";
import { createNotices } from "./notices.ts";
import { createRecycleBin } from "./recycle-bin.ts";
import { userName } from "../user-name.ts";
import { createReplacing } from "./replacing.ts";
import { createReportFiles } from "./report-files.ts";
import { createReportIndex } from "./report-index.ts";
import { createReportStore } from "./reports.ts";
import { createSettingsStore } from "./settings.ts";
import type { ImageStore, Store, StoreOptions } from "./store.ts";
import { createTemplateStore } from "./templates.ts";

/** Makes the folders that are missing. One that exists but takes no files is found out when something is saved. */
async function makeFolders(files: FileSystem, { data, reports, trash, images, templates }: Folders): Promise<void> {
  for (const folder of [data, reports, trash, images, templates]) {
    try {
      const firstMade = await files.mkdir(folder);
      // A folder's name is as mortal as a file's.
      if (firstMade !== undefined) await syncFolder(files, dirname(firstMade)).catch(() => undefined);
    } catch (error) {
      const exists = await files.stat(folder).then(
        (stats) => stats.isDirectory(),
        () => false,
      );
      if (!exists && folder === data) throw toWriteError(error, "create", basename(folder));
    }
  }
}

async function isAnyTaken(files: FileSystem, folder: string, lockFiles: LockFiles): Promise<boolean> {
  for (const name of await listFolder(files, folder)) {
    if (name.endsWith(".lock") && (await lockFiles.isTaken(join(folder, name)))) return true;
  }
  return false;
}

const nobodyListens = (): void => undefined;

/**
 * Opens the data folder: clears what dead programs left, checks the files against the index.
 * @throws AppError folder-read-only, disk-full, write-failed when the folder can neither be made nor used
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { now, emit = nobodyListens, log = nobodyListens, files = nodeFileSystem } = options;
  const folders = foldersIn(options.dataFolder);
  await makeFolders(files, folders);
  for (const folder of [folders.data, folders.reports, folders.trash, folders.images, folders.templates]) {
    await removeLeftovers(files, folder);
  }

  const notices = createNotices();
  const lockFiles = createLockFiles(files);
  const lockPath = (id: string): string => join(folders.reports, `${id}.lock`);
  const locks = createLocks(lockFiles, lockPath, (id, windowId) =>
    emit("report.accessChanged", { id, access: "write" }, windowId),
  );
  const index = createReportIndex(folders.index, files, now);
  const library = createLibrary({ files, folders, index, notices });
  const keeper = createIndexKeeper({ index, library, log, onListed: () => emit("library.changed", {}) });
  const reportFiles = createReportFiles({ folder: folders.reports, files, now, isOpen: locks.isOpen });
  const images = createImageFiles(folders.images, files);
  const imagesInUse = createImagesInUse();
  const isShared = (): Promise<boolean> => isAnyTaken(files, folders.reports, lockFiles);
  const recycleBin = createRecycleBin({ files, folders, now, imagesInUse, isShared, log });
  const templates = createTemplateStore({
    builtInFolder: options.templatesFolder,
    ownFolder: folders.templates,
    files,
    now,
    notices,
    readReport: (id) => reports.read(id),
  });
  const settings = createSettingsStore(folders.settings, files, now, notices);
  const reports = createReportStore({
    ...{ folders, files, now, library, reportFiles, recycleBin, locks, images, imagesInUse, templates, notices, emit },
    listChanged: keeper.changed,
  });
  const replacing = createReplacing({
    ...{ reportFiles, locks, now },
    reviewer: async () => (await settings.read()).reviewer || userName(),
    announce: () => {
      keeper.changed();
      emit("library.changed", {});
    },
  });
  const imageStore: ImageStore = {
    add: async ({ reportId, fileName, bytes }) => {
      const added = await images.add(bytes, fileName);
      if (locks.isOpen(reportId)) imagesInUse.note(reportId, [added.imageId]);
      return added;
    },
    read: images.read,
    readAll: async (imageIds) => {
      const found = await Promise.all(imageIds.map(async (id) => [id, await images.read(id)] as const));
      return new Map(found.flatMap(([id, image]) => (image === null ? [] : [[id, image]])));
    },
  };

  await index.load();
  await keeper.keep();
  return {
    reports,
    replacing,
    images: imageStore,
    templates,
    settings,
    notices: notices.all,
    close: async () => {
      await keeper.close();
      await locks.close();
    },
  };
}
