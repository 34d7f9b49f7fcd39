import { Worker } from "node:worker_threads";
import { AppError } from "../../core/result.ts";
import { type GivenFile, type ImportedReport, isQuicklyRead, readReportFile } from "../read-report-file.ts";
import { createSerialQueue } from "../store/serial-queue.ts";
import type { ReadingAnswer, ReadingTask } from "./import-worker.ts";

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

type Limits = { readonly withinMs: number; readonly maxHeapMb: number };

/** The thread's last word as a report or an error. */
function imported(answer: ReadingAnswer): ImportedReport {
  switch (answer.kind) {
    case "read":
      return answer.imported;
    case "refused":
      throw new AppError(answer.code, answer.details);
    case "failed":
      throw answer.error instanceof Error ? answer.error : new Error("A file could not be read");
  }
}

const isOutOfMemory = (error: Error): boolean => (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";

/** Reads in a thread of its own, which ends with its answer, or is ended when time, memory or patience runs out. */
function readInThread(code: string, task: ReadingTask, limits: Limits, signal: AbortSignal): Promise<ImportedReport> {
  const { name } = task.file;
  const thread = new Worker(code, {
    eval: true,
    workerData: task,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.maxHeapMb },
  });
  return new Promise<ImportedReport>((resolve, reject) => {
    // A thread that has answered ends by itself; ending one by force is left for those that would not.
    let reason: AppError | null = null;
    const giveUp = (error: AppError): void => {
      reason = error;
      void thread.terminate();
    };
    const timer = setTimeout(() => giveUp(new AppError("file-too-slow", { name })), limits.withinMs);
    const onAbort = (): void => giveUp(new AppError("cancelled"));
    signal.addEventListener("abort", onAbort, { once: true });
    thread.once("message", (answer: ReadingAnswer) => {
      resolve(Promise.resolve(answer).then(imported));
    });
    thread.once("error", (error: Error) => {
      const details = { name, reason: "读取它需要的内存过多" };
      reject(isOutOfMemory(error) ? new AppError("file-too-complex", details, { cause: error }) : error);
    });
    thread.once("exit", (exitCode) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
      reject(reason ?? new Error(`The thread that read a file ended without an answer (${exitCode})`));
    });
  });
}

/**
 * @param options limits for tests
 */
export function createFileReader(now: () => Date, options: Partial<Limits> = {}): FileReader {
  const limits = { withinMs: READ_WITHIN_MS, maxHeapMb: MAX_HEAP_MB, ...options };
  const inTurn = createSerialQueue();
  const closing = new AbortController();

  const readNow = async (file: GivenFile, signal: AbortSignal): Promise<ImportedReport> => {
    if (signal.aborted) throw new AppError("cancelled");
    // A short text is read sooner than a thread is started.
    if (isQuicklyRead(file)) return readReportFile(file, now());
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
