import type { Worker } from "node:worker_threads";
import { AppError } from "../../core/result.ts";
import { createSerialQueue } from "../store/serial-queue.ts";
import { isOutOfMemory, type ThreadLimits } from "./run-in-thread.ts";
import { startThread } from "./start-thread.ts";
import { valueOf, type ThreadAnswer } from "./thread-answer.ts";
import { throwIfCancelled } from "../throw-if-cancelled.ts";

export type StandingThreadOptions = {
  /** The script of the thread (`…?code`), loaded when it is needed. It answers each message with a `ThreadAnswer`. */
  readonly load: () => Promise<{ readonly code: string }>;
  readonly limits: ThreadLimits;
  /** How long the thread is kept without a task. */
  readonly idleMs: number;
  /** What is said when time or memory runs out, and when the thread dies of what it was given. */
  readonly failed: (reason: string, cause?: Error) => AppError;
};

/**
 * A thread that is kept from one task to the next, so that what it has read once stays read. One task at a time; a
 * task that is given up, or that takes too long, takes the thread with it, and the next one starts another.
 */
export type StandingThread<Task> = {
  /** @throws AppError cancelled, what `failed` makes, and what the task itself throws */
  ask<T>(task: Task, signal?: AbortSignal): Promise<T>;
  /** Starts the thread ahead of its first task, beside whatever is done meanwhile. What goes wrong shows at the task. */
  warmUp(): void;
  /** Ends the thread and whatever it does. A later task starts another. */
  close(): Promise<void>;
};

type Waiting = Pick<StandingThreadOptions, "limits" | "failed"> & { readonly signal: AbortSignal };

/** The answer of a thread to a task. Rejects when there will be none: the thread is of no more use then. */
function answerOf<T>(thread: Worker, task: unknown, { signal, limits, failed }: Waiting): Promise<ThreadAnswer<T>> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
      thread.off("message", onAnswer).off("error", onError).off("exit", onExit);
    };
    const giveUp = (error: AppError): void => {
      settle();
      reject(error);
    };
    const onAnswer = (answer: ThreadAnswer<T>): void => {
      settle();
      resolve(answer);
    };
    const onAbort = (): void => giveUp(new AppError("cancelled"));
    const onError = (error: Error): void => giveUp(failed(isOutOfMemory(error) ? "需要的内存过多" : "", error));
    const onExit = (exitCode: number): void => giveUp(failed("", new Error(`A thread ended (${exitCode})`)));
    const timer = setTimeout(() => giveUp(failed("花费的时间过长")), limits.withinMs);
    signal.addEventListener("abort", onAbort);
    thread.on("message", onAnswer).on("error", onError).on("exit", onExit);
    if (signal.aborted) onAbort();
    else thread.postMessage(task);
  });
}

export function createStandingThread<Task>(options: StandingThreadOptions): StandingThread<Task> {
  const { load, limits, idleMs, failed } = options;
  const inTurn = createSerialQueue();
  let closing = new AbortController();
  let thread: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;

  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = thread;
    thread = null;
    await ending?.terminate();
  };
  const start = async (): Promise<Worker> => {
    const { code } = await load();
    const started = startThread(code, { maxHeapMb: limits.maxHeapMb });
    // One that dies between two tasks is nobody's failure: the next task starts another.
    started.on("error", () => undefined).once("exit", () => (thread = thread === started ? null : thread));
    return started;
  };
  const askNow = async <T>(task: Task, signal: AbortSignal): Promise<T> => {
    throwIfCancelled(signal);
    clearTimeout(idle);
    const asked = (thread ??= await start());
    asked.ref();
    try {
      return valueOf(
        await answerOf<T>(asked, task, { signal, limits, failed }).catch((error: unknown) => {
          void end();
          throw error;
        }),
      );
    } finally {
      // It is there for the next task, and keeps no program from ending.
      asked.unref();
      idle = setTimeout(() => void end(), idleMs).unref();
    }
  };
  return {
    warmUp: () => {
      const starting = inTurn("task", async () => {
        thread ??= await start();
        thread.unref();
      });
      starting.catch(() => undefined);
    },
    ask: (task, given) => {
      const { signal } = closing;
      return inTurn("task", () => askNow(task, given === undefined ? signal : AbortSignal.any([signal, given])));
    },
    close: async () => {
      closing.abort();
      closing = new AbortController();
      await inTurn("task", end);
    },
  };
}
