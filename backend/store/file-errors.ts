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

/** Runs `step` again after a pause while it fails for a reason that may pass. Rejects with the last error. */
export async function retried<T>(files: FileSystem, step: () => Promise<T>): Promise<T> {
  for (const pauseMs of retryPausesMs) {
    try {
      return await step();
    } catch (error) {
      if (!passingCodes.has(codeOf(error))) throw error;
      await files.wait(pauseMs);
    }
  }
  return step();
}

/**
 * What to tell the user about a failed write. Refused while a new file is made, the folder is closed to us;
 * refused while an existing file is replaced, another program holds that file.
 */
export function toWriteError(error: unknown, step: "create" | "replace", name: string): AppError {
  if (error instanceof AppError) return error;
  const cause = { cause: error };
  return new AppError(writeErrorCode(codeOf(error), step), { name }, cause);
}

function writeErrorCode(code: string, step: "create" | "replace"): ErrorCode {
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return "disk-full";
    case "EROFS":
      return "folder-read-only";
    case "EBUSY":
    case "ETXTBSY":
      return "file-locked";
    case "EACCES":
    case "EPERM":
      return step === "create" ? "folder-read-only" : "file-locked";
    default:
      return "write-failed";
  }
}
