import { AppError } from "../../core/result.ts";
import { runInThread, type ThreadLimits } from "../thread/run-in-thread.ts";
import type { GivenSheet } from "./read-sheet.ts";
import type { SheetRows } from "./sheet-rows.ts";

/** A list of 20,000 rows takes a second. */
const defaults: ThreadLimits = { withinMs: 15_000, maxHeapMb: 512 };

/**
 * Reads a sheet in a thread of its own, within limits of time and memory.
 * @throws AppError what `readSheet` throws; sheet-unreadable where a limit is reached; cancelled
 */
export async function readSheetInThread(
  sheet: GivenSheet,
  signal: AbortSignal = new AbortController().signal,
  limits: ThreadLimits = defaults,
): Promise<SheetRows> {
  const { name } = sheet;
  const { code } = await import("./sheet-worker.ts?code");
  return runInThread<SheetRows>({
    ...{ code, task: sheet, limits, signal },
    tooSlow: () => new AppError("sheet-unreadable", { name, reason: "读取用时过长" }),
    tooLarge: (cause) => new AppError("sheet-unreadable", { name, reason: "内容过大" }, { cause }),
  });
}
