import { AppError, type ErrorCode } from "../../core/result.ts";
import type { FileSystem } from "./file-system.ts";

/** Pauses between the tries, 1.3 s in all: a virus scanner or an indexer lets go of a new file within a second. */
const retryPausesMs = [10, 20, 40, 80, 160, 320, 640] as const;
/** What Windows answers while another program holds a file, and a system that is short of handles. */
const passingCodes = new Set(["EBUSY", "EPERM", "EACCES", "EAGAIN", "EMFILE", "ENFILE"]);

/** The system's code of a file error, as `ENOENT`; empty for anything else. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === "string" ? code : "";
}

export const isMissing = (error: unknown): boolean => codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR";

/**
 * What may pass when a file is read. Elsewhere than on Windows a refusal is one of rights and stays; waiting for it
 * would cost every start its time.
 */
const passesForReading = (code: string): boolean =>
  passingCodes.has(code) && (process.platform === "win32" || (code !== "EPERM" && code !== "EACCES"));

/** Runs `step` again after a pause while it fails for a reason that may pass. Rejects with the last error. */
export async function retried<T>(
  files: FileSystem,
  step: () => Promise<T>,
  mayPass: (code: string) => boolean = (code) => passingCodes.has(code),
): Promise<T> {
  for (const pauseMs of retryPausesMs) {
    try {
      return await step();
    } catch (error) {
      if (!mayPass(codeOf(error))) throw error;
      await files.wait(pauseMs);
    }
  }
  return step();
}

/** As `retried`, for a step that only reads. */
export const retriedRead = <T>(files: FileSystem, step: () => Promise<T>): Promise<T> =>
  retried(files, step, passesForReading);

/** What a system's code means, as a reason in brackets; the code itself where nothing better is known. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "没有权限",
  EPERM: "系统不允许",
  EROFS: "磁盘是只读的",
  EBUSY: "正被其他程序占用",
  ETXTBSY: "正被其他程序占用",
  EIO: "磁盘读写出错",
  ENOSPC: "磁盘空间已满",
  EDQUOT: "磁盘空间已满",
  ELOOP: "链接指来指去，没有尽头",
  ENAMETOOLONG: "名称太长",
  ENXIO: "这不是普通文件",
  EISDIR: "这是文件夹，不是文件",
  ENOTDIR: "路径中有一段不是文件夹",
  EEXIST: "同名的文件已存在",
  ENOENT: "文件或文件夹不见了",
  ENODEV: "磁盘或 U 盘不见了",
  EMFILE: "打开的文件太多",
  ENFILE: "打开的文件太多",
  EFBIG: "超过这个磁盘允许的文件大小",
  ESTALE: "网络文件夹的连接断开了",
  ETIMEDOUT: "网络文件夹没有应答",
  EHOSTDOWN: "网络文件夹没有应答",
  ENOTCONN: "网络文件夹的连接断开了",
};
export const reasonOf = (error: unknown): string => reasons[codeOf(error)] ?? codeOf(error);

/** What to tell the user about a file of the data folder that cannot be read. */
export function toFileReadError(error: unknown, name: string): AppError {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  const isHeld = code === "EBUSY" || code === "ETXTBSY" || (process.platform === "win32" && code === "EPERM");
  if (isHeld) return new AppError("file-locked", { name, purpose: "read" }, { cause: error });
  return new AppError("file-unreadable", { name, reason: reasonOf(error) }, { cause: error });
}

/**
 * What to tell the user about a failed write. On Windows a refusal while an existing file is replaced means that
 * another program holds it; everywhere else, and while a new file is made, the folder is closed to us.
 */
export function toWriteError(
  error: unknown,
  step: "create" | "replace",
  name: string,
  platform: NodeJS.Platform = process.platform,
): AppError {
  if (error instanceof AppError) return error;
  const code = writeErrorCode(codeOf(error), step === "replace" && platform === "win32");
  const reason = code === "folder-read-only" || code === "write-failed" ? reasonOf(error) : "";
  return new AppError(code, { name, ...(reason === "" ? {} : { reason }) }, { cause: error });
}

function writeErrorCode(code: string, refusedIsHeld: boolean): ErrorCode {
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return "disk-full";
    case "ENAMETOOLONG":
      return "name-too-long";
    case "EROFS":
      return "folder-read-only";
    case "EBUSY":
    case "ETXTBSY":
      return "file-locked";
    case "EACCES":
    case "EPERM":
      return refusedIsHeld ? "file-locked" : "folder-read-only";
    default:
      return "write-failed";
  }
}
