import { AppError } from "../../core/result.ts";
import { startThread } from "./start-thread.ts";
import { valueOf, type ThreadAnswer } from "./thread-answer.ts";

export type ThreadLimits = { readonly withinMs: number; readonly maxHeapMb: number };

type ThreadRun = {
  /** The script of the thread (`…?code`) and what it is started with. */
  readonly code: string;
  readonly task: unknown;
  readonly limits: ThreadLimits;
  readonly signal: AbortSignal;
  /** What is said when time or memory runs out. */
  readonly tooSlow: () => AppError;
  readonly tooLarge: (cause: Error) => AppError;
};

export const isOutOfMemory = (error: Error): boolean =>
  (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";

/**
 * Does a piece of work in a thread of its own, which ends with its answer, or is ended when time, memory or patience
 * runs out; whoever asked goes on with other work meanwhile.
 * @throws AppError cancelled, what `tooSlow` and `tooLarge` make, and what the work itself throws
 */
export function runInThread<T>({ code, task, limits, signal, tooSlow, tooLarge }: ThreadRun): Promise<T> {
  const thread = startThread(code, { maxHeapMb: limits.maxHeapMb, task });
  return new Promise<T>((resolve, reject) => {
    // A thread that has answered ends by itself; ending one by force is left for those that would not.
    let reason: AppError | null = null;
    const giveUp = (error: AppError): void => {
      reason = error;
      void thread.terminate();
    };
    const timer = setTimeout(() => giveUp(tooSlow()), limits.withinMs);
    const onAbort = (): void => giveUp(new AppError("cancelled"));
    signal.addEventListener("abort", onAbort, { once: true });
    thread.once("message", (answer: ThreadAnswer<T>) => {
      resolve(Promise.resolve(answer).then(valueOf));
    });
    thread.once("error", (error: Error) => {
      reject(isOutOfMemory(error) ? tooLarge(error) : error);
    });
    thread.once("exit", (exitCode) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
      reject(reason ?? new Error(`A thread ended without an answer (${exitCode})`));
    });
  });
}
