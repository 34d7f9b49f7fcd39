import { basename, dirname } from "node:path";
import { AppError } from "../../core/result.ts";
import { codeOf, isMissing, retried, toWriteError } from "./file-errors.ts";
import {
  backupPathOf,
  copyDurably,
  type FileMark,
  type Handle,
  markOf,
  openFolder,
  removeIfThere,
  syncOpened,
} from "./file.ts";
import type { FileSystem } from "./file-system.ts";
import { temporaryPathOf } from "./temporary-name.ts";

const BYTES_PER_MB = 1024 * 1024;

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

export type WriteOptions = {
  /** Keep the version that is replaced as `.bak`. */
  readonly keepPrevious: boolean;
  /** Rights of the file, for one that is not for its writer alone. */
  readonly mode?: number;
  /** The largest content that will be read again. @see MOST_BYTES of `read-whole.ts` */
  readonly mostBytes?: number;
  /** Last look before the old content goes: throws when it must stay. */
  readonly confirm?: () => Promise<void>;
};

/** A write that has begun: what can be done before the content is known is under way. */
export type BegunWrite = {
  /** Ends it, as `writeDurably` says. To be called once, at once or after making the content ready. */
  finish(content: string | Uint8Array): Promise<FileMark>;
};

/** How the present version got its second name: there is no version; the disk knows no links, so it is copied later. */
type Spare = "linked" | "nothing" | "unlinkable";

const linkSpare = (files: FileSystem, path: string, spare: string): Promise<Spare> =>
  files.link(path, spare).then(
    () => "linked",
    (error: unknown) => (isMissing(error) ? "nothing" : "unlinkable"),
  );

/**
 * Gives the present version the name of the backup as well. The file itself stays where it is, and the old backup is
 * replaced in one step, so that at every moment both names lead to whole versions.
 */
async function keepPresentVersion(files: FileSystem, path: string, spare: string, state: Spare): Promise<void> {
  if (state === "nothing") return;
  try {
    if (state === "unlinkable") await copyDurably(files, path, spare);
    // After a crash the backup may be this very version. The rename then does nothing and leaves the spare name,
    // which the next start clears.
    await retried(files, () => files.rename(spare, backupPathOf(path)));
  } catch {
    // No version any more; or the backup is held by a scanner or has no room: the older backup stays whole, and
    // the writer's new text matters more than a newer backup.
    await removeIfThere(files, spare);
  }
}

/** Writes, syncs and closes; looks around for the last time while the file is closed. */
async function fill(
  handle: Handle,
  content: string | Uint8Array,
  mostBytes: number,
  confirm: (() => Promise<void>) | undefined,
): Promise<FileMark> {
  let confirmed: Promise<void> | undefined;
  let mark: FileMark;
  try {
    if (Buffer.byteLength(content) > mostBytes) {
      throw new AppError("report-too-large", { reason: `超过 ${Math.floor(mostBytes / BYTES_PER_MB)} MB` });
    }
    await handle.writeFile(content);
    await handle.sync();
    confirmed = confirm?.();
    // It is asked for below; until then its refusal waits.
    confirmed?.catch(() => undefined);
    mark = markOf(await handle.stat());
  } finally {
    await handle.close();
  }
  await confirmed;
  return mark;
}

/** Begins a write: opens the new file, the folder that will be synced, and a second name for the present version. */
export function beginWrite(files: FileSystem, path: string, options: WriteOptions): BegunWrite {
  const { keepPrevious, mode, mostBytes = Number.POSITIVE_INFINITY, confirm } = options;
  const temporary = temporaryPathOf(path);
  const spare = temporaryPathOf(path);
  const opening = retried(files, () => createFile(files, temporary));
  opening.catch(() => undefined);
  const linking = keepPrevious ? linkSpare(files, path, spare) : Promise.resolve<Spare>("nothing");
  const opensFolder = openFolder(files, dirname(path)).catch(() => null);

  return {
    finish: async (content) => {
      let step: "create" | "replace" = "create";
      try {
        const mark = await fill(await opening, content, mostBytes, confirm);
        if (mode !== undefined) await files.chmod(temporary, mode);
        await keepPresentVersion(files, path, spare, await linking);
        step = "replace";
        await retried(files, () => files.rename(temporary, path));
        const folder = (await opensFolder) ?? (await openFolder(files, dirname(path)));
        if (folder !== null) await syncOpened(folder);
        return mark;
      } catch (error) {
        await removeIfThere(files, temporary);
        if ((await linking) === "linked") await removeIfThere(files, spare);
        await (await opensFolder)?.close().catch(() => undefined);
        throw toWriteError(error, step, basename(path));
      }
    },
  };
}

/**
 * Writes a file so that a crash at any moment leaves either the old or the new content, and that the new one is safe
 * on disk when the promise resolves. Returns the new file's mark.
 * @throws AppError disk-full, folder-read-only, file-locked, write-failed, report-too-large; the old content is then untouched
 */
export const writeDurably = (
  files: FileSystem,
  path: string,
  content: string | Uint8Array,
  options: WriteOptions,
): Promise<FileMark> => beginWrite(files, path, options).finish(content);
