import type { Stats } from "node:fs";
import { lstat } from "node:fs/promises";
import { basename } from "node:path";
import { AppError } from "../../core/result.ts";
import { writeDurably } from "../store/durable-write.ts";
import { nodeFileSystem } from "../store/file-system.ts";

export type OutputOptions = {
  readonly overwrite: boolean;
  /** Names of the files of the same export that are on disk already, for the message. */
  readonly written?: readonly string[];
};

const NEW_FILE = 0o666;
const RIGHTS = 0o777;

/** What stands in a file's place and is none; empty for a file and for a folder. */
export function otherThanFile(found: Stats): string {
  if (found.isSymbolicLink()) return "同名的链接已存在，请写到它指向的文件，或换一个文件名";
  return found.isFile() || found.isDirectory() ? "" : "同名的设备或管道已存在";
}

/**
 * Writes a file for the user: whole or not at all, never over a file that may not be overwritten, never over a folder, a link,
 * a pipe or a device.
 * @throws AppError file-exists, disk-full, folder-read-only, file-locked or write-failed
 */
export async function writeOutput(path: string, bytes: Uint8Array, { overwrite, written = [] }: OutputOptions) {
  const name = basename(path);
  const present = await lstat(path).catch(() => null);
  const already = { purpose: "export", written: written.join("、") };
  if (present?.isDirectory() === true) {
    throw new AppError("write-failed", { name, reason: "同名的文件夹已存在", ...already });
  }
  const kind = present === null ? "" : otherThanFile(present);
  // Also when it may be overwritten: a link would be replaced by a file, a device or a pipe would be no more.
  if (kind !== "") throw new AppError("write-failed", { name, reason: kind, ...already });
  if (present !== null && !overwrite) throw new AppError("file-exists", { name });
  try {
    // In the making it is its writer's alone; finished it may be read like any file of the folder.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one way to learn it; read once, in no hurry
    const mode = present === null ? NEW_FILE & ~process.umask() : present.mode & RIGHTS;
    await writeDurably(nodeFileSystem, path, bytes, { keepPrevious: false, mode });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, { ...error.details, ...already }, { cause: error });
  }
}
