import { basename, dirname } from "node:path";
import { codeOf, isMissing, reasonOf, retried, retriedRead, toWriteError } from "./file-errors.ts";
import { AppError } from "../../core/result.ts";
import type { FileSystem } from "./file-system.ts";
import { temporaryPathOf } from "./temporary-name.ts";

/** Where the version before the present one lies. */
export const backupPathOf = (path: string): string => `${path}.bak`;

/** Tells one content of a file from another without reading it: place on disk, size and time of the last change. */
export type FileMark = string;
export const markOf = (stats: { ino: number; size: number; mtimeMs: number }): FileMark =>
  `${stats.ino}:${stats.size}:${stats.mtimeMs}`;

/** When the file that a mark names was changed last. */
export const timeOfMark = (mark: FileMark): Date => new Date(Number(mark.split(":")[2] ?? 0));

/** The mark of the file as it is now; null: there is none. */
export async function readMark(files: FileSystem, path: string): Promise<FileMark | null> {
  try {
    return markOf(await retriedRead(files, () => files.stat(path)));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** An open file or folder. */
export type Handle = Awaited<ReturnType<FileSystem["open"]>>;

/** Opens a folder to make the names in it durable; null on Windows, which cannot: NTFS journals renames. */
export const openFolder = async (files: FileSystem, folder: string): Promise<Handle | null> =>
  process.platform === "win32" ? null : files.open(folder, "r");

/** Makes the names in an opened folder durable, and closes it. */
export async function syncOpened(handle: Handle): Promise<void> {
  try {
    await handle.sync();
  } catch (error) {
    if (!["EINVAL", "ENOTSUP", "EBADF", "EISDIR"].includes(codeOf(error))) throw error;
  } finally {
    await handle.close();
  }
}

/**
 * Makes the names in a folder durable. Some network and FUSE folders refuse it; there the rename itself is all there
 * is.
 */
export async function syncFolder(files: FileSystem, folder: string): Promise<void> {
  const handle = await openFolder(files, folder);
  if (handle !== null) await syncOpened(handle);
}

/** A second name for a file's content; a copy where the disk knows no hard links (exFAT sticks, some shares). */
async function linkOrCopy(files: FileSystem, from: string, to: string): Promise<void> {
  try {
    await files.link(from, to);
  } catch (error) {
    if (isMissing(error) || codeOf(error) === "EEXIST") throw error;
    await copyDurably(files, from, to);
  }
}

/** Copies a file's content and sees to it that it is on disk. */
export async function copyDurably(files: FileSystem, from: string, to: string): Promise<void> {
  await files.copyFile(from, to);
  const handle = await files.open(to, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes a file that may as well stay. */
export async function removeIfThere(files: FileSystem, path: string): Promise<void> {
  try {
    await files.unlink(path);
  } catch {
    // Not there any more, or the clean-up at the next start will get it.
  }
}

/** Gives a damaged file a second name under which it stays, `<name>.damaged-<time>.json`. Returns that name. */
export async function setAside(files: FileSystem, path: string, now: Date): Promise<string> {
  const time = now
    .toISOString()
    .replace(/[-:]|\.\d+Z$/gu, "")
    .replace("T", "-");
  for (let attempt = 1; ; attempt += 1) {
    const suffix = attempt === 1 ? "" : `-${attempt}`;
    const asidePath = path.replace(/\.json$/u, `.damaged-${time}${suffix}.json`);
    try {
      await linkOrCopy(files, path, asidePath);
      return basename(asidePath);
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw toWriteError(error, "create", basename(path));
    }
  }
}

/** Removes a file and makes that durable. A file that is not there is no error. */
export async function removeDurably(files: FileSystem, path: string): Promise<void> {
  try {
    await retried(files, () => files.unlink(path));
    await syncFolder(files, dirname(path));
  } catch (error) {
    if (!isMissing(error)) throw toWriteError(error, "replace", basename(path));
  }
}

/**
 * Moves a file to another folder, over whatever is there. Takes no room on the disk, so that it works on a full one.
 * False: there is no such file. The folders are not synced.
 * @throws AppError disk-full, folder-read-only, file-locked, write-failed
 */
export async function moveFile(files: FileSystem, from: string, to: string): Promise<boolean> {
  try {
    await retried(files, () => files.rename(from, to));
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    if (codeOf(error) !== "EXDEV") throw toWriteError(error, "replace", basename(from));
  }
  // The folder lies on another disk, by a link.
  const temporary = temporaryPathOf(to);
  try {
    await linkOrCopy(files, from, temporary);
    await files.rename(temporary, to);
    await files.unlink(from);
    return true;
  } catch (error) {
    await removeIfThere(files, temporary);
    throw toWriteError(error, "create", basename(from));
  }
}

/**
 * The names in a folder; none when it does not exist.
 * @throws AppError file-unreadable
 */
export async function listFolder(files: FileSystem, folder: string): Promise<readonly string[]> {
  try {
    return await files.readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw new AppError("file-unreadable", { name: basename(folder), reason: reasonOf(error) }, { cause: error });
  }
}
