import { basename, dirname, join } from "node:path";
import { codeOf, isMissing, reasonOf, retried, retriedRead, toWriteError } from "./file-errors.ts";
import { AppError } from "../../core/result.ts";
import { thisComputer } from "../computer.ts";
import type { FileSystem } from "./file-system.ts";
import { isLabelAlive, processLabel } from "./process-identity.ts";

/** Where the version before the present one lies. */
export const backupPathOf = (path: string): string => `${path}.bak`;

/** What common file systems take for one name: 255 bytes, on Windows as many UTF-16 units. */
const MAX_NAME_BYTES = 255;

let temporaryFiles = 0;

/** The beginning of a name, cut where a character ends, so that name and ending together are allowed. */
function shortened(name: string, ending: string): string {
  const room = MAX_NAME_BYTES - Buffer.byteLength(ending);
  if (Buffer.byteLength(name) <= room) return name;
  // A name may be as long as is allowed; the one of its temporary file is the program's own affair.
  return new TextDecoder().decode(Buffer.from(name).subarray(0, room)).replace(/\uFFFD+$/u, "");
}

/** Beside the file, so that giving it its name is one step of one disk. */
function temporaryPathOf(path: string): string {
  const ending = `.${processLabel()}-${(temporaryFiles += 1)}.tmp`;
  return join(dirname(path), `${shortened(basename(path), ending)}${ending}`);
}
const temporaryName = /\.([0-9a-f]{12})-(\d+)-([0-9a-f]+)-\d+\.tmp$/u;
/** How they were called before they named their computer. */
const oldTemporaryName = /(?<!-)\.\d+-[0-9a-f]+-\d+\.tmp$/u;
/** So long nobody writes one file, whatever the clocks of two computers say. */
const OLD_MS = 7 * 24 * 60 * 60 * 1000;

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

/** Opens a new file; makes its folder again when somebody took it away. */
async function createFile(files: FileSystem, path: string) {
  try {
    return await files.open(path, "wx");
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    await files.mkdir(dirname(path));
    return files.open(path, "wx");
  }
}

async function writeNewFile(files: FileSystem, path: string, content: string | Uint8Array): Promise<FileMark> {
  const handle = await retried(files, () => createFile(files, path));
  try {
    await handle.writeFile(content);
    await handle.sync();
    return markOf(await handle.stat());
  } finally {
    await handle.close();
  }
}

/**
 * Makes the names in a folder durable. Windows cannot do it and needs not: NTFS journals renames. Some network and
 * FUSE folders refuse it; there the rename itself is all there is.
 */
export async function syncFolder(files: FileSystem, folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await files.open(folder, "r");
  try {
    await handle.sync();
  } catch (error) {
    if (!["EINVAL", "ENOTSUP", "EBADF", "EISDIR"].includes(codeOf(error))) throw error;
  } finally {
    await handle.close();
  }
}

/** A second name for a file's content; a copy where the disk knows no hard links (exFAT sticks, some shares). */
async function linkOrCopy(files: FileSystem, from: string, to: string): Promise<void> {
  try {
    await files.link(from, to);
  } catch (error) {
    if (isMissing(error) || codeOf(error) === "EEXIST") throw error;
    await files.copyFile(from, to);
    const handle = await files.open(to, "r+");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}

/**
 * Gives the present version the name of the backup as well. The file itself stays where it is, and the old backup is
 * replaced in one step, so that at every moment both names lead to whole versions.
 */
async function keepPresentVersion(files: FileSystem, path: string): Promise<void> {
  const spare = temporaryPathOf(path);
  try {
    await linkOrCopy(files, path, spare);
    // After a crash the backup may be this very version. The rename then does nothing and leaves the spare name,
    // which the next start clears.
    await retried(files, () => files.rename(spare, backupPathOf(path)));
  } catch (error) {
    // No version yet; or the backup is held by a scanner or has no room: the older backup stays whole, and
    // the writer's new text matters more than a newer backup.
    if (!isMissing(error)) await removeIfThere(files, spare);
  }
}

async function removeIfThere(files: FileSystem, path: string): Promise<void> {
  try {
    await files.unlink(path);
  } catch {
    // Not there any more, or the clean-up at the next start will get it.
  }
}

export type WriteOptions = {
  /** Keep the version that is replaced as `.bak`. */
  readonly keepPrevious: boolean;
  /** Rights of the file, for one that is not for its writer alone. */
  readonly mode?: number;
  /** Last look before the old content goes: throws when it must stay. */
  readonly confirm?: () => Promise<void>;
};

/**
 * Writes a file so that a crash at any moment leaves either the old or the new content, and that the new one is safe
 * on disk when the promise resolves. Returns the new file's mark.
 * @throws AppError disk-full, folder-read-only, file-locked, write-failed; the old content is then untouched
 */
export async function writeDurably(
  files: FileSystem,
  path: string,
  content: string | Uint8Array,
  { keepPrevious, mode, confirm }: WriteOptions,
): Promise<FileMark> {
  const temporary = temporaryPathOf(path);
  let step: "create" | "replace" = "create";
  try {
    const mark = await writeNewFile(files, temporary, content);
    if (mode !== undefined) await files.chmod(temporary, mode);
    await confirm?.();
    if (keepPrevious) await keepPresentVersion(files, path);
    step = "replace";
    await retried(files, () => files.rename(temporary, path));
    await syncFolder(files, dirname(path));
    return mark;
  } catch (error) {
    await removeIfThere(files, temporary);
    throw toWriteError(error, step, basename(path));
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

async function isOld(files: FileSystem, path: string): Promise<boolean> {
  try {
    return (await files.stat(path)).mtimeMs < Date.now() - OLD_MS;
  } catch {
    return false;
  }
}

/**
 * Removes the temporary files of processes of this computer that ended before they could; those of others may be in
 * the making. A folder that cannot be read has none.
 */
export async function removeLeftovers(files: FileSystem, folder: string): Promise<void> {
  for (const name of await listFolder(files, folder).catch(() => [])) {
    const path = `${folder}/${name}`;
    const [, computer, pid, nonce] = temporaryName.exec(name) ?? [];
    const isDead =
      computer === undefined || pid === undefined || nonce === undefined
        ? oldTemporaryName.test(name) && (await isOld(files, path))
        : computer === thisComputer().id && !isLabelAlive(Number(pid), nonce);
    if (isDead) await removeIfThere(files, path);
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
