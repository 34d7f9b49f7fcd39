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
import { setTimeout as pause } from "node:timers/promises";

/**
 * Opening to read must not wait: a pipe that somebody put in the place of a report would hold it for ever. Windows
 * has no such flag and no such pipes.
 */
const READING = constants.O_RDONLY | (process.platform === "win32" ? 0 : constants.O_NONBLOCK);
/** For its owner alone: office computers have several accounts, and drafts are nobody else's business. */
const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;

/** The calls to the file system that the store makes: the seam where tests inject faults and crashes. */
export const nodeFileSystem = {
  open: (path: string, flags: string) => open(path, flags === "r" ? READING : flags, PRIVATE_FILE),
  readdir: (path: string): Promise<string[]> => readdir(path),
  stat: (path: string) => stat(path),
  lstat: (path: string) => lstat(path),
  mkdir: (path: string) => mkdir(path, { recursive: true, mode: PRIVATE_FOLDER }),
  rename: (from: string, to: string): Promise<void> => rename(from, to),
  link: (existing: string, added: string): Promise<void> => link(existing, added),
  copyFile: (from: string, to: string): Promise<void> => copyFile(from, to),
  unlink: (path: string): Promise<void> => unlink(path),
  chmod: (path: string, mode: number): Promise<void> => chmod(path, mode),
  utimes: (path: string, time: Date): Promise<void> => utimes(path, time, time),
  wait: (ms: number): Promise<undefined> => pause(ms),
} as const;

export type FileSystem = { readonly [K in keyof typeof nodeFileSystem]: (typeof nodeFileSystem)[K] };
