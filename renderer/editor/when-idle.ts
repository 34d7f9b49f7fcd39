/**
 * Runs `work` once, some time after the last call and when the window has nothing more urgent to do: what follows
 * typing must not get in its way.
 */
export function whenIdle(quietMs: number, work: () => void): { soon(): void; now(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle: number | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
    timer = undefined;
    idle = undefined;
  };
  return {
    soon() {
      stop();
      timer = setTimeout(() => {
        idle = requestIdleCallback(work, { timeout: 1_000 });
      }, quietMs);
    },
    now() {
      stop();
      work();
    },
    stop,
  };
}
