import {
  chmod,
  constants,
  copyFile,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  rename,
  stat,
  unlink,
  utimes,
} from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Opening to read must not wait: a pipe that somebody put in the place of a report would hold it for ever. Windows
 * has no such flag and no such pipes.
 */
const READING = constants.O_RDONLY | (process.platform === "win32" ? 0 : constants.O_NONBLOCK);
/** For its owner alone: office computers have several accounts, and drafts are nobody else's business. */
const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;

/** With all folders above it. Returns the first one that was made. */
async function makeFolder(path: string): Promise<string | undefined> {
  try {
    return await mkdir(path, { recursive: true, mode: PRIVATE_FOLDER });
  } catch (error) {
    const above = dirname(path);
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || above === path) throw error;
    // On a disk that is read-only, making several at once says that they are not there; making one says why.
    const firstMade = await makeFolder(above);
    await mkdir(path, { mode: PRIVATE_FOLDER });
    return firstMade ?? path;
  }
}

/** The calls to the file system that the store makes: the seam where tests inject faults and crashes. */
export const nodeFileSystem = {
  open: (path: string, flags: string) => open(path, flags === "r" ? READING : flags, PRIVATE_FILE),
  readdir: (path: string): Promise<string[]> => readdir(path),
  stat: (path: string) => stat(path),
  lstat: (path: string) => lstat(path),
  mkdir: makeFolder,
  rename: (from: string, to: string): Promise<void> => rename(from, to),
  link: (existing: string, added: string): Promise<void> => link(existing, added),
  copyFile: (from: string, to: string): Promise<void> => copyFile(from, to),
  unlink: (path: string): Promise<void> => unlink(path),
  chmod: (path: string, mode: number): Promise<void> => chmod(path, mode),
  utimes: (path: string, time: Date): Promise<void> => utimes(path, time, time),
  wait: (ms: number): Promise<undefined> => pause(ms),
} as const;

export type FileSystem = { readonly [K in keyof typeof nodeFileSystem]: (typeof nodeFileSystem)[K] };
