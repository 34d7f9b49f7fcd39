import { copyFile, link, mkdir, open, readdir, readFile, rename, stat, unlink } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

/** The calls to the file system that the store makes: the seam where tests inject faults and crashes. */
export const nodeFileSystem = {
  open: (path: string, flags: string) => open(path, flags),
  readFile: (path: string): Promise<Buffer> => readFile(path),
  readdir: (path: string): Promise<string[]> => readdir(path),
  stat: (path: string) => stat(path),
  /** For its owner alone: office computers have several accounts, and drafts are nobody else's business. */
  mkdir: (path: string) => mkdir(path, { recursive: true, mode: 0o700 }),
  rename: (from: string, to: string): Promise<void> => rename(from, to),
  link: (existing: string, added: string): Promise<void> => link(existing, added),
  copyFile: (from: string, to: string): Promise<void> => copyFile(from, to),
  unlink: (path: string): Promise<void> => unlink(path),
  wait: (ms: number): Promise<undefined> => pause(ms),
} as const;

export type FileSystem = { readonly [K in keyof typeof nodeFileSystem]: (typeof nodeFileSystem)[K] };
