import { Worker } from "node:worker_threads";

/** What a thread is given to evaluate goes into a script of its own as a quoted text, which for megabytes takes longer than to compile it. */
const runWhatIsHandedOver = 'require("node:vm").runInThisContext(process.argv.pop(), { filename: "thread.js" });';

type ThreadOptions = { readonly maxHeapMb: number; readonly task?: unknown };

/**
 * Starts a thread.
 * @param code its script (`…?code`), a CommonJS text
 * @param options `task` is its `workerData`
 */
export function startThread(code: string, { maxHeapMb, task }: ThreadOptions): Worker {
  return new Worker(runWhatIsHandedOver, {
    eval: true,
    argv: [code],
    workerData: task,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
  });
}
