import type { ReportSummary } from "../../core/contract.ts";
import { timeOfMark } from "./file.ts";
import { isNewerVersion, summariseNewer } from "./newer-summary.ts";
import { parseJsonFile } from "./parse-json-file.ts";
import { parseReportOf } from "./report-file.ts";
import type { IndexEntry, TrashEntry } from "./report-index.ts";
import { summariseStored } from "./stored-summary.ts";
import { parseTrashedReportOf, unwrapped } from "./trash-file.ts";

/** One file as it was read: whose it should be, and what names its content. */
export type FileOfShelf = { readonly id: string; readonly mark: string; readonly bytes: Buffer };

/** A report of a newer version stays in the list as far as it can be understood; opening it says why it cannot. */
function orNewer<E>(understand: () => E, json: unknown, entryOf: (summary: ReportSummary) => E): E {
  try {
    return understand();
  } catch (error) {
    const summary = isNewerVersion(error) ? summariseNewer(json) : null;
    if (summary === null) throw error;
    return entryOf(summary);
  }
}

/** Since when a file that was moved to the bin lies there; a lost one leaves its backup, which does not say. */
const timeInBin = (mark: string, { updatedAt }: { readonly updatedAt: string }): string =>
  mark === "" ? updatedAt : timeOfMark(mark).toISOString();

function reportEntry({ id, mark, bytes }: FileOfShelf): IndexEntry {
  const json = parseJsonFile(bytes);
  return orNewer(
    () => ({ mark, summary: summariseStored(parseReportOf(id)(json)) }),
    json,
    (summary) => ({ mark, summary }),
  );
}

function trashEntry({ id, mark, bytes }: FileOfShelf): TrashEntry {
  const json = parseJsonFile(bytes);
  return orNewer(
    () => {
      const { report, trashedAt } = parseTrashedReportOf(id)(json);
      return { mark, summary: summariseStored(report), trashedAt: trashedAt ?? timeInBin(mark, report) };
    },
    unwrapped(json),
    (summary) => ({ mark, summary, trashedAt: timeInBin(mark, summary) }),
  );
}

/**
 * The row that a file becomes, one function for each folder of reports. They need nothing but the bytes, so that a
 * thread can do the same.
 * @throws whatever is wrong with the file
 */
export const entryOfFile = { reports: reportEntry, trash: trashEntry } as const;

export type ShelfName = keyof typeof entryOfFile;
export type EntryOf<N extends ShelfName> = ReturnType<(typeof entryOfFile)[N]>;
