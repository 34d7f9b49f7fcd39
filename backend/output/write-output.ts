import { lstat } from "node:fs/promises";
import { basename } from "node:path";
import { AppError } from "../../core/result.ts";
import { writeDurably } from "../store/file.ts";
import { nodeFileSystem } from "../store/file-system.ts";

export type OutputOptions = {
  readonly overwrite: boolean;
  /** Names of the files of the same export that are on disk already, for the message. */
  readonly written?: readonly string[];
};

/**
 * Writes a file for the user: whole or not at all, never over a file that may not be overwritten, never over a folder.
 * @throws AppError file-exists, disk-full, folder-read-only, file-locked or write-failed
 */
export async function writeOutput(path: string, bytes: Uint8Array, { overwrite, written = [] }: OutputOptions) {
  const name = basename(path);
  const present = await lstat(path).catch(() => null);
  const already = { purpose: "export", written: written.join("、") };
  if (present?.isDirectory() === true) {
    throw new AppError("write-failed", { name, reason: "同名的文件夹已存在", ...already });
  }
  if (present !== null && !overwrite) throw new AppError("file-exists", { name });
  try {
    await writeDurably(nodeFileSystem, path, bytes, { keepPrevious: false });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, { ...error.details, ...already }, { cause: error });
  }
}
