import { describeError } from "../../core/error-wording.ts";
import { type RepairableReport } from "../../core/repair/apply-repairs.ts";
import { type RepairPlan } from "../../core/repair/repair.ts";
import { type WorkerLike } from "../ask-in-turn.ts";
import { CallError } from "../desk.ts";

/** A report of 200 pages takes a second. */
const LOOK_WITHIN_MS = 60_000;

const startWorker = (): Worker => new Worker(new URL("./repair-worker.ts", import.meta.url), { type: "module" });

/**
 * What the doctor finds in a report, looked for beside the window. `signal` gives it up: the promise then rejects.
 * @param start the seam for tests
 * @throws CallError work-too-slow
 */
export function planRepairs(
  report: RepairableReport,
  signal?: AbortSignal,
  start: () => WorkerLike = startWorker,
): Promise<RepairPlan> {
  return new Promise((resolve, reject) => {
    const worker = start();
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", giveUp);
      worker.terminate();
    };
    const giveUp = (): void => {
      end();
      reject(new DOMException("", "AbortError"));
    };
    const timer = setTimeout(() => {
      end();
      reject(new CallError("work-too-slow", describeError("work-too-slow", { work: "repairs" })));
    }, LOOK_WITHIN_MS);
    signal?.addEventListener("abort", giveUp);
    worker.addEventListener("message", (event) => {
      end();
      resolve((event as MessageEvent<RepairPlan>).data);
    });
    worker.addEventListener("error", (event) => {
      end();
      reject(new Error(event.message));
    });
    worker.postMessage(report);
  });
}
