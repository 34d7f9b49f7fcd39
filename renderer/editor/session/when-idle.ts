export type WhenIdle = { readonly soon: () => void; readonly now: () => void; readonly stop: () => void };

/**
 * Runs `work` once, some time after the last call and when the window has nothing more urgent to do: what follows
 * typing must not get in its way. A call costs next to nothing: a running timer is not set anew, it looks at its end
 * whether it is time.
 */
export function whenIdle(quietMs: number, work: () => void): WhenIdle {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle: number | undefined;
  let lastCall = 0;
  const stop = (): void => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
    timer = undefined;
    idle = undefined;
  };
  const run = (): void => {
    idle = undefined;
    work();
  };
  const look = (): void => {
    timer = undefined;
    const left = lastCall + quietMs - performance.now();
    if (left > 1) timer = setTimeout(look, left);
    else idle ??= requestIdleCallback(run, { timeout: 1_000 });
  };
  return {
    soon() {
      lastCall = performance.now();
      timer ??= setTimeout(look, quietMs);
    },
    now() {
      stop();
      work();
    },
    stop,
  };
}
