import type { Caller } from "../../core/contract.ts";

/** Long work and the windows that wait for it. */
export type Waiting = {
  run<T>(caller: Caller, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** The window wants it no more, or is gone. */
  readonly cancel: (caller: Caller) => void;
};

export function createWaiting(): Waiting {
  const running = new Map<string, Set<AbortController>>();
  return {
    run: async ({ windowId }, work) => {
      const control = new AbortController();
      const own = running.get(windowId) ?? new Set();
      running.set(windowId, own.add(control));
      try {
        return await work(control.signal);
      } finally {
        own.delete(control);
        if (own.size === 0) running.delete(windowId);
      }
    },
    cancel: ({ windowId }) => {
      for (const control of running.get(windowId) ?? []) control.abort();
    },
  };
}

/** What windows wait for beside imports, each to be given up by itself, and all of it when a window is gone. */
export type LongWork = {
  readonly rolling: Waiting;
  readonly comparing: Waiting;
  /** 校核单. */
  readonly sheets: Waiting;
  /** Names from the library for 名录. */
  readonly proposing: Waiting;
  /** Pages to look at or to print. */
  readonly pages: Waiting;
  readonly leave: (caller: Caller) => void;
};

export function createLongWork(): LongWork {
  const work = {
    rolling: createWaiting(),
    comparing: createWaiting(),
    sheets: createWaiting(),
    proposing: createWaiting(),
    pages: createWaiting(),
  };
  return { ...work, leave: (caller) => Object.values(work).forEach(({ cancel }) => cancel(caller)) };
}
