import { AppError } from "../../core/result.ts";
import { createSerialQueue } from "../store/serial-queue.ts";
import { runInThread, type ThreadLimits } from "../thread/run-in-thread.ts";
import type { ProposedEntry } from "../../core/directory/propose-entries.ts";
import type { SampleStyle } from "../../core/layout/rules/style-from-sample.ts";
import type { RepairPlan } from "../../core/repair/repair.ts";
import type { Checked, ComparedReports, ReportTask, Rolled } from "./report-worker.ts";
import { throwIfCancelled } from "../throw-if-cancelled.ts";

type Task<K extends ReportTask["kind"]> = Omit<Extract<ReportTask, { kind: K }>, "kind">;

/** Long work on whole reports, one piece at a time, without keeping the program from other work. */
export type ReportWork = {
  /** @throws AppError work-too-slow, work-too-large, cancelled, year-not-later, repairs-outdated */
  roll(task: Task<"roll">, signal?: AbortSignal): Promise<Rolled>;
  /** @throws AppError work-too-slow, work-too-large, cancelled */
  compare(task: Task<"comparison">, signal?: AbortSignal): Promise<Uint8Array>;
  /** Sentence by sentence. @throws AppError work-too-slow, work-too-large, cancelled */
  compareSentences(task: Task<"sentences">, signal?: AbortSignal): Promise<ComparedReports>;
  /** What the doctor finds. @throws AppError work-too-slow, work-too-large, cancelled */
  findRepairs(task: Task<"repairs">, signal?: AbortSignal): Promise<RepairPlan>;
  /** What the checker finds. @throws AppError work-too-slow, work-too-large, cancelled */
  check(task: Task<"check">, signal?: AbortSignal): Promise<Checked>;
  /** 校核单. @throws AppError work-too-slow, work-too-large, cancelled */
  makeCheckSheet(task: Task<"checkSheet">, signal?: AbortSignal): Promise<Uint8Array>;
  /** 照一份 .docx 的版式. @throws AppError style-invalid, file-…, work-too-slow, work-too-large, cancelled */
  readSample(task: Task<"sample">, signal?: AbortSignal): Promise<SampleStyle>;
  /** What reports would add to 名录. @throws AppError work-too-slow, work-too-large, cancelled */
  propose(task: Task<"proposals">, signal?: AbortSignal): Promise<readonly ProposedEntry[]>;
  /** Gives up what is being done. */
  close(): Promise<void>;
};

/** A report of 200 pages is rolled in a second and compared in three. */
const WORK_WITHIN_MS = 60_000;
const MAX_HEAP_MB = 1_024;

/** @param options limits for tests */
export function createReportWork(options: Partial<ThreadLimits> = {}): ReportWork {
  const limits = { withinMs: WORK_WITHIN_MS, maxHeapMb: MAX_HEAP_MB, ...options };
  const inTurn = createSerialQueue();
  const closing = new AbortController();
  const run = <T>(task: ReportTask, given?: AbortSignal): Promise<T> => {
    const signal = AbortSignal.any(given === undefined ? [closing.signal] : [closing.signal, given]);
    const details = { work: task.kind };
    return inTurn("work", async () => {
      throwIfCancelled(signal);
      const { code } = await import("./report-worker.ts?code");
      return runInThread<T>({
        ...{ code, task, limits, signal },
        tooSlow: () => new AppError("work-too-slow", details),
        tooLarge: (cause) => new AppError("work-too-large", details, { cause }),
      });
    });
  };
  return {
    roll: (task, signal) => run({ kind: "roll", ...task }, signal),
    compare: (task, signal) => run({ kind: "comparison", ...task }, signal),
    compareSentences: (task, signal) => run({ kind: "sentences", ...task }, signal),
    findRepairs: (task, signal) => run({ kind: "repairs", ...task }, signal),
    check: (task, signal) => run({ kind: "check", ...task }, signal),
    readSample: (task, signal) => run({ kind: "sample", ...task }, signal),
    propose: (task, signal) => run({ kind: "proposals", ...task }, signal),
    makeCheckSheet: (task, signal) => run({ kind: "checkSheet", ...task }, signal),
    close: async () => {
      closing.abort();
      await inTurn("work", () => Promise.resolve());
    },
  };
}
