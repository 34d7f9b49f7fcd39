import { basename } from "node:path";
import { MAX_FILE_MB } from "../../core/import/largest-file.ts";
import { AppError } from "../../core/result.ts";
import { retried, retriedRead } from "./file-errors.ts";
import { type FileMark, markOf } from "./file.ts";
import type { FileSystem } from "./file-system.ts";

/** Larger files are not read; so none is written that is to be read again. */
export const MOST_BYTES = MAX_FILE_MB * 1024 * 1024;

export type WholeFile = { readonly bytes: Buffer; readonly mark: FileMark };
export type ReadingPatience = "patient" | "once";

/**
 * Reads a regular file, and nothing else: a pipe would never end, a device has no end, and a file of gigabytes would
 * take the memory of the program.
 * @param patience whether a file that another program holds is tried again for a second
 * @throws AppError file-unreadable for what is no file, or too large a one; otherwise the system's error
 */
export async function readWhole(
  files: FileSystem,
  path: string,
  patience: ReadingPatience = "patient",
): Promise<WholeFile> {
  return withRegularFile(files, path, patience, async (handle, mark) => ({ bytes: await handle.readFile(), mark }));
}

/** That `readWhole` would open the file, without a byte of it being read. @throws as `readWhole` does */
export async function checkReadable(files: FileSystem, path: string): Promise<void> {
  await withRegularFile(files, path, "patient", () => Promise.resolve());
}

type Handle = Awaited<ReturnType<FileSystem["open"]>>;

async function withRegularFile<T>(
  files: FileSystem,
  path: string,
  patience: ReadingPatience,
  use: (handle: Handle, mark: FileMark) => Promise<T>,
): Promise<T> {
  const open = (): ReturnType<FileSystem["open"]> => files.open(path, "r");
  const handle = await (patience === "patient" ? retriedRead(files, open) : retried(files, open, () => false));
  try {
    const stats = await handle.stat();
    const name = basename(path);
    const refuse = (reason: string): AppError => new AppError("file-unreadable", { name, reason });
    if (stats.isDirectory()) throw refuse("这是文件夹，不是文件");
    if (!stats.isFile()) throw refuse("这不是普通文件");
    if (stats.size > MOST_BYTES) throw refuse(`超过 ${MAX_FILE_MB} MB`);
    return await use(handle, markOf(stats));
  } finally {
    await handle.close();
  }
}
