import type { FileHandle } from "node:fs/promises";
import { type FileSystem, nodeFileSystem } from "../../../backend/store/file-system.ts";

/** A call of the store to the file system, as `rename` or, on an open file, `handle.sync`. */
export type Operation = Exclude<keyof FileSystem, "wait"> | "handle.writeFile" | "handle.sync";
type Before = (operation: Operation, path: string) => void | Promise<void>;

class Crash extends Error {
  override readonly name = "Crash";
}

export const systemError = (code: string): Error => Object.assign(new Error(code), { code });

/** A file opened through the seam. A write that fails has written half of its content, as a crash would leave it. */
function watchHandle(handle: FileHandle, path: string, before: Before): FileHandle {
  return new Proxy(handle, {
    get(target, property) {
      if (property === "writeFile") {
        return async (content: string | Uint8Array) => {
          try {
            await before("handle.writeFile", path);
          } catch (error) {
            await target.writeFile(content.slice(0, content.length / 2));
            throw error;
          }
          await target.writeFile(content);
        };
      }
      if (property === "sync") {
        return async () => {
          await before("handle.sync", path);
          await target.sync();
        };
      }
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}

/** The real file system, with `before` called ahead of each operation: it throws to make the operation fail. */
export function watchedFileSystem(before: Before): FileSystem {
  return {
    open: async (path, flags) => {
      await before("open", path);
      return watchHandle(await nodeFileSystem.open(path, flags), path, before);
    },
    readdir: async (path) => {
      await before("readdir", path);
      return nodeFileSystem.readdir(path);
    },
    stat: async (path) => {
      await before("stat", path);
      return nodeFileSystem.stat(path);
    },
    lstat: async (path) => {
      await before("lstat", path);
      return nodeFileSystem.lstat(path);
    },
    chmod: async (path, mode) => {
      await before("chmod", path);
      await nodeFileSystem.chmod(path, mode);
    },
    utimes: async (path, time) => {
      await before("utimes", path);
      await nodeFileSystem.utimes(path, time);
    },
    mkdir: async (path) => {
      await before("mkdir", path);
      return nodeFileSystem.mkdir(path);
    },
    rename: async (from, to) => {
      await before("rename", to);
      await nodeFileSystem.rename(from, to);
    },
    link: async (existing, added) => {
      await before("link", existing);
      await nodeFileSystem.link(existing, added);
    },
    copyFile: async (from, to) => {
      await before("copyFile", from);
      await nodeFileSystem.copyFile(from, to);
    },
    unlink: async (path) => {
      await before("unlink", path);
      await nodeFileSystem.unlink(path);
    },
    // Pauses between tries pass at once.
    wait: () => Promise.resolve(undefined),
  };
}

/** A computer that stops at one operation: it and all later ones fail, so that no clean-up runs either. */
export function crashingFileSystem(crashAt: number): {
  readonly files: FileSystem;
  readonly hasCrashed: () => boolean;
} {
  let operations = 0;
  const files = watchedFileSystem(() => {
    operations += 1;
    if (operations >= crashAt) throw new Crash();
  });
  return { files, hasCrashed: () => operations >= crashAt };
}
