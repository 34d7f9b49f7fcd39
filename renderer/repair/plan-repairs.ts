import { type RepairableReport } from "../../core/repair/apply-repairs.ts";
import { type RepairPlan } from "../../core/repair/repair.ts";

/** What the doctor finds in a report, looked for beside the window. `signal` gives it up: the promise then rejects. */
export function planRepairs(report: RepairableReport, signal?: AbortSignal): Promise<RepairPlan> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./repair-worker.ts", import.meta.url), { type: "module" });
    const giveUp = (): void => {
      worker.terminate();
      reject(new DOMException("", "AbortError"));
    };
    signal?.addEventListener("abort", giveUp);
    const end = (): void => {
      signal?.removeEventListener("abort", giveUp);
      worker.terminate();
    };
    worker.addEventListener("message", ({ data }: MessageEvent<RepairPlan>) => {
      end();
      resolve(data);
    });
    worker.addEventListener("error", (event) => {
      end();
      reject(new Error(event.message));
    });
    worker.postMessage(report);
  });
}
