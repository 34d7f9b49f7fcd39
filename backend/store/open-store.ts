import { basename, dirname, join } from "node:path";
import { reasonOf, toWriteError } from "./file-errors.ts";
import { listFolder, syncFolder } from "./file.ts";
import { removeLeftovers } from "./leftovers.ts";
import { type FileSystem, nodeFileSystem } from "./file-system.ts";
import { type Folders, foldersIn } from "./folders.ts";
import { createImageFiles } from "./images.ts";
import { createImagesInUse } from "./images-in-use.ts";
import { createIndexKeeper } from "./index-keeper.ts";
import { createLibrary } from "./library.ts";
import { createLockFiles, type LockFiles } from "./lock-file.ts";
import { createLocks } from "./locks.ts";
import { createNotices, type Notices } from "./notices.ts";
import { openReadingJournal } from "./reading-journal.ts";
import { createRecycleBin } from "./recycle-bin.ts";
import { thisComputer } from "../computer.ts";
import { AppError } from "../../core/result.ts";
import { userName } from "../user-name.ts";
import { emptyWords, readOwnWords } from "../../core/check/lists/own-words.ts";
import { emptyDirectory, readDirectory } from "../../core/directory/directory.ts";
import { peopleIn } from "../../core/directory/names-of-entry.ts";
import { createHouseList } from "./house-list.ts";
import { proposeFromLibrary } from "./propose-from-library.ts";
import { createReplacing } from "./replacing.ts";
import { createReportFiles } from "./report-files.ts";
import { createReportIndex } from "./report-index.ts";
import { createReportStore } from "./reports.ts";
import { createHouseStyleStore } from "./house-style.ts";
import { createSettingsStore } from "./settings.ts";
import type { ImageStore, Store, StoredImage, StoreOptions } from "./store.ts";
import { createReportWork } from "../work/report-work.ts";
import { createTemplateStore } from "./templates.ts";

/**
 * Makes the folders that are missing. Where they cannot be made the program starts all the same: what is there can be
 * read and exported to another place, and saving says why it is refused.
 */
async function makeFolders(files: FileSystem, folders: Folders, notices: Notices): Promise<void> {
  for (const folder of [folders.data, folders.reports, folders.trash, folders.images, folders.templates]) {
    try {
      const firstMade = await files.mkdir(folder);
      // A folder's name is as mortal as a file's.
      if (firstMade !== undefined) await syncFolder(files, dirname(firstMade)).catch(() => undefined);
    } catch (error) {
      const { code, details } = toWriteError(error, "create", basename(folder));
      const reason = code === "disk-full" ? "磁盘空间已满" : String(details["reason"] ?? reasonOf(error));
      const name = folder === folders.data ? "数据文件夹" : `数据文件夹中的“${basename(folder)}”`;
      notices.add("folder-not-writable", `${name}不能建立（${reason}），现在只能查看和导出。解决后请重新打开程序。`);
      // those within it fail for the same reason
      if (folder === folders.data) return;
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

/** Opens the data folder: clears what dead programs left, checks the files against the index. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { now, emit = nobodyListens, log = nobodyListens, files = nodeFileSystem } = options;
  const { work = createReportWork() } = options;
  const folders = foldersIn(options.dataFolder);
  const notices = createNotices();
  await makeFolders(files, folders, notices);
  const journal = await openReadingJournal(files, folders.data);
  for (const folder of [folders.data, folders.reports, folders.trash, folders.images, folders.templates]) {
    await removeLeftovers(files, folder);
  }

  const { computer = thisComputer(), user = userName() } = options;
  const lockFiles = createLockFiles(files, { computer, user });
  await lockFiles.clean(folders.reports);
  const lockPath = (id: string): string => join(folders.reports, `${id}.lock`);
  const locks = createLocks(lockFiles, lockPath, {
    onGranted: (id, windowId) => emit("report.accessChanged", { id, access: "write" }, windowId),
    onLost: (id, windowId) => emit("report.accessChanged", { id, access: "read" }, windowId),
  });
  const index = createReportIndex(folders.index, files, now);
  const library = createLibrary({ files, folders, index, notices, journal });
  const keeper = createIndexKeeper({ index, library, log, onListed: () => emit("library.changed", {}) });
  const reportFiles = createReportFiles({
    folder: folders.reports,
    files,
    now,
    isOpen: locks.isOpen,
    mayWrite: locks.stillMayWrite,
  });
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
  const houseStyle = createHouseStyleStore({
    ...{ path: folders.houseStyle, files, now, notices },
    inherited: async () => ({ westernFace: (await settings.read()).westernFace }),
  });
  const directory = createHouseList({
    ...{ path: folders.directory, files, now, notices, name: "本单位名录" },
    ...{ parse: readDirectory, empty: emptyDirectory, onSaved: () => emit("house.changed", {}) },
  });
  const words = createHouseList({
    ...{ path: folders.words, files, now, notices, name: "本单位词表" },
    ...{ parse: readOwnWords, empty: emptyWords, onSaved: () => emit("house.changed", {}) },
  });
  const reports = createReportStore({
    ...{ folders, files, now, library, reportFiles, recycleBin, locks, images, imagesInUse, templates, notices, emit },
    listChanged: keeper.changed,
    people: async () => peopleIn((await directory.read()).entries),
    work,
  });
  const replacing = createReplacing({
    ...{ reportFiles, locks, now },
    reviewer: async () => (await settings.read()).reviewer || userName(),
    announce: () => {
      keeper.changed();
      emit("library.changed", {});
    },
  });
  /** A picture that does not open costs itself alone: the report goes out without it, and that is said. */
  const unlessUnreadable = async <T>(id: string, step: Promise<T>): Promise<T | null> => {
    try {
      return await step;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      notices.add(
        "file-not-readable",
        `图片文件“${id.slice(0, 8)}…”不能读取（${String(error.details["reason"] ?? "")}）。`,
      );
      return null;
    }
  };
  const readImage = (id: string): Promise<StoredImage | null> => unlessUnreadable(id, images.read(id));
  const imageStore: ImageStore = {
    add: async ({ reportId, fileName, bytes }) => {
      const added = await images.add(bytes, fileName);
      if (locks.isOpen(reportId)) imagesInUse.note(reportId, [added.imageId]);
      return added;
    },
    read: readImage,
    readAll: async (imageIds) => {
      const found = await Promise.all(imageIds.map(async (id) => [id, await readImage(id)] as const));
      return new Map(found.flatMap(([id, image]) => (image === null ? [] : [[id, image]])));
    },
    present: async (imageIds) => {
      const has = async (id: string) => ((await unlessUnreadable(id, images.has(id))) === true ? [id] : []);
      return (await Promise.all([...new Set(imageIds)].map(has))).flat();
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
    houseStyle,
    directory,
    words,
    proposeForDirectory: (signal) => proposeFromLibrary({ reports, directory, work }, signal),
    notices: notices.all,
    close: async () => {
      await keeper.close();
      await locks.close();
    },
  };
}
