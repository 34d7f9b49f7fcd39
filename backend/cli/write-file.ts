import { lstat, stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import type { ReportDocument } from "../../core/document/schema.ts";
import { AppError } from "../../core/result.ts";
import { otherThanFile, writeOutput } from "../output/write-output.ts";

const folderEnd = /[/\\]$/u;

/** Whether two paths lead to one file, also by links and in another spelling. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  if (resolve(one) === resolve(other)) return true;
  const [found, otherFound] = await Promise.all([one, other].map((path) => stat(path).catch(() => null)));
  // `stat` of some network drives knows no numbers
  if (found === null || otherFound === null || found === undefined || otherFound === undefined) return false;
  return found.ino !== 0 && found.ino === otherFound.ino && found.dev === otherFound.dev;
}

/** What is made must not take the place of what it is made from. @throws AppError argument-invalid */
export async function assertOtherFile(source: string, out: string): Promise<void> {
  if (!(await isSameFile(source, out))) return;
  throw new AppError("argument-invalid", { option: "--out", value: out, reason: "不能与原文件同名，以免原文被覆盖" });
}

/**
 * Finds out before any work whether a file can be written there.
 * @throws AppError folder-not-found, file-exists, write-failed
 */
export async function checkTarget(path: string, overwrite: boolean): Promise<void> {
  const folder = dirname(resolve(path));
  const name = basename(path);
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new AppError("folder-not-found", { folder: dirname(path) });
  // 报告/ asks for a file in a folder and does not name it
  if (folderEnd.test(path)) throw new AppError("folder-not-found", { folder: path });
  const present = await lstat(path).catch(() => null);
  const kind = present === null ? "" : otherThanFile(present);
  if (kind !== "") throw new AppError("write-failed", { name, reason: kind });
  if (present?.isDirectory() === true) throw new AppError("write-failed", { name, reason: "同名的文件夹已存在" });
  if (present !== null && !overwrite) throw new AppError("file-exists", { name });
}

/** @throws AppError as `checkTarget`, and disk-full, folder-read-only, file-locked */
export async function writeReportFile(path: string, report: ReportDocument, overwrite: boolean): Promise<void> {
  await checkTarget(path, overwrite);
  await writeOutput(resolve(path), Buffer.from(`${JSON.stringify(report, null, 1)}\n`), { overwrite });
}
