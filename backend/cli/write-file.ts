import { stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import type { ReportDocument } from "../../core/document/schema.ts";
import { AppError } from "../../core/result.ts";
import { writeOutput } from "../output/write-output.ts";

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
  const present = await stat(path).catch(() => null);
  if (present?.isDirectory() === true) throw new AppError("write-failed", { name, reason: "同名的文件夹已存在" });
  if (present !== null && !overwrite) throw new AppError("file-exists", { name });
}

/** @throws AppError as `checkTarget`, and disk-full, folder-read-only, file-locked */
export async function writeReportFile(path: string, report: ReportDocument, overwrite: boolean): Promise<void> {
  await checkTarget(path, overwrite);
  await writeOutput(resolve(path), Buffer.from(`${JSON.stringify(report, null, 1)}\n`), { overwrite });
}
