import type { FileSystem } from "../../../backend/store/file-system.ts";
import { systemError, watchedFileSystem } from "./faulty-file-system.ts";

/** A disk that has no room for the files of one report, once that is asked for. */
export function diskThatFills(): { readonly files: FileSystem; fillFor(reportId: string): void } {
  let full: string | null = null;
  const files = watchedFileSystem((operation, path) => {
    if (operation === "handle.writeFile" && full !== null && path.includes(`${full}.json`)) throw systemError("ENOSPC");
  });
  return { files, fillFor: (reportId) => (full = reportId) };
}
