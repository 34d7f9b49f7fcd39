import { AppError } from "../../core/result.ts";
import { type GivenFile, isQuicklyRead, isReportFile } from "../file-kind.ts";
import { type ImportedReport, readOwnReport } from "../read-own-report.ts";
import { createSerialQueue } from "../store/serial-queue.ts";
import { runInThread, type ThreadLimits } from "../thread/run-in-thread.ts";
import type { ReadingTask } from "./import-worker.ts";
import { throwIfCancelled } from "../throw-if-cancelled.ts";

/** Makes reports of files, one at a time, without keeping whoever asks from other work. */
export type FileReader = {
  /** @throws AppError file-too-slow, cancelled when `signal` says so, and what `readReportFile` throws */
  read(file: GivenFile, signal?: AbortSignal): Promise<ImportedReport>;
  /** Gives up what is being read. */
  close(): Promise<void>;
};

/** A report takes a tenth of a second, one of 200 pages a second: what takes so long was made to, or is no report. */
const READ_WITHIN_MS = 9_000;
/** A report of 200 pages takes 150 MB. Pictures are not counted: the size of the file bounds them. */
const MAX_HEAP_MB = 768;

/** Reads in a thread of its own. */
function readInThread(
  code: string,
  task: ReadingTask,
  limits: ThreadLimits,
  signal: AbortSignal,
): Promise<ImportedReport> {
  const { name } = task.file;
  return runInThread<ImportedReport>({
    ...{ code, task, limits, signal },
    tooSlow: () => new AppError("file-too-slow", { name }),
    tooLarge: (cause) => new AppError("file-too-complex", { name, reason: "读取它需要的内存过多" }, { cause }),
  });
}

/** The readers of other programs' files are a megabyte of code: a start of the program does without them. */
async function readQuickly(file: GivenFile, now: Date): Promise<ImportedReport> {
  if (isReportFile(file.bytes, file.name)) return readOwnReport(file);
  const { readReportFile } = await import("../read-report-file.ts");
  return readReportFile(file, now);
}

/**
 * @param options limits for tests
 */
export function createFileReader(now: () => Date, options: Partial<ThreadLimits> = {}): FileReader {
  const limits = { withinMs: READ_WITHIN_MS, maxHeapMb: MAX_HEAP_MB, ...options };
  const inTurn = createSerialQueue();
  const closing = new AbortController();

  const readNow = async (file: GivenFile, signal: AbortSignal): Promise<ImportedReport> => {
    throwIfCancelled(signal);
    // A short text is read sooner than a thread is started.
    if (isQuicklyRead(file)) return readQuickly(file, now());
    const { code } = await import("./import-worker.ts?code");
    return readInThread(code, { file, now: now() }, limits, signal);
  };
  return {
    read: (file, signal) => {
      const signals = signal === undefined ? [closing.signal] : [closing.signal, signal];
      return inTurn("file", () => readNow(file, AbortSignal.any(signals)));
    },
    close: async () => {
      closing.abort();
      await inTurn("file", () => Promise.resolve());
    },
  };
}
