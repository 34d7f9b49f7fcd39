import { basename } from "node:path";
import { AppError } from "../../core/result.ts";
import { codeOf, isMissing, toFileReadError } from "./file-errors.ts";
import { backupPathOf, type FileMark, setAside } from "./file.ts";
import { writeDurably } from "./durable-write.ts";
import type { FileSystem } from "./file-system.ts";
import { parseJsonFile } from "./parse-json-file.ts";
import { type ReadingPatience, readWhole, type WholeFile } from "./read-whole.ts";

/** Turns parsed JSON into a value or throws. `report-newer-version` is not damage; every other error is. */
export type Parse<T> = (json: unknown) => T;

/** A file that was damaged and came back from its backup. */
export type Recovery = { readonly damagedFileName: string };

/** One file as it was found, nothing repaired. */
export type Finding<T> =
  | { readonly kind: "missing" }
  | { readonly kind: "sound"; readonly value: T; readonly bytes: Uint8Array; readonly mark: FileMark }
  | { readonly kind: "damaged"; readonly error: unknown };

/**
 * Reads one file and makes a value of its bytes.
 * @throws AppError report-newer-version; file-locked, file-unreadable when it cannot be read
 */
export async function inspectBytes<T>(
  files: FileSystem,
  path: string,
  understand: (whole: WholeFile) => T | Promise<T>,
  patience?: ReadingPatience,
): Promise<Finding<T>> {
  let found: WholeFile;
  try {
    found = await readWhole(files, path, patience);
  } catch (error) {
    if (isMissing(error)) return { kind: "missing" };
    // A sector that cannot be read is damage; a file that is held is not.
    if (codeOf(error) === "EIO") return { kind: "damaged", error };
    throw toFileReadError(error, basename(path));
  }
  try {
    return { kind: "sound", value: await understand(found), ...found };
  } catch (error) {
    if (error instanceof AppError && error.code === "report-newer-version") throw error;
    return { kind: "damaged", error };
  }
}

/**
 * Reads and checks one file.
 * @throws AppError report-newer-version; file-locked, file-unreadable when it cannot be read
 */
export const inspectFile = <T>(files: FileSystem, path: string, parse: Parse<T>): Promise<Finding<T>> =>
  inspectBytes(files, path, ({ bytes }) => parse(parseJsonFile(bytes)));

/** Puts the backup in the place of a damaged or missing file. The damaged one stays under a name of its own. */
async function restoreBackup(
  files: FileSystem,
  path: string,
  backup: Uint8Array,
  { isMissing: nothingToKeep, now }: { isMissing: boolean; now: Date },
): Promise<{ mark: FileMark | null; recovery: Recovery }> {
  try {
    const damagedFileName = nothingToKeep ? basename(path) : await setAside(files, path, now);
    return { mark: await writeDurably(files, path, backup, { keepPrevious: false }), recovery: { damagedFileName } };
  } catch (error) {
    // A folder that cannot be written to: what can be read is shown all the same, the damaged file stays in its place.
    if (!(error instanceof AppError)) throw error;
    return { mark: null, recovery: { damagedFileName: basename(path) } };
  }
}

export type Reading<T> = {
  readonly value: T;
  /** Null: the file in its place is not what was read. */
  readonly mark: FileMark | null;
  readonly recovery: Recovery | null;
};

/**
 * Reads a file, or its backup when it is damaged or lost, which then takes its place. Null: there is neither.
 * @throws the parse error of the file when both are damaged (nothing is touched then); see also `inspectFile`
 */
export async function readDurably<T>(
  files: FileSystem,
  path: string,
  parse: Parse<T>,
  now: () => Date,
): Promise<Reading<T> | null> {
  const finding = await inspectFile(files, path, parse);
  if (finding.kind === "sound") return { value: finding.value, mark: finding.mark, recovery: null };
  const backup = await inspectFile(files, backupPathOf(path), parse);
  if (backup.kind === "sound") {
    const circumstances = { isMissing: finding.kind === "missing", now: now() };
    return { value: backup.value, ...(await restoreBackup(files, path, backup.bytes, circumstances)) };
  }
  if (finding.kind === "damaged") throw finding.error;
  if (backup.kind === "damaged") throw backup.error;
  return null;
}
