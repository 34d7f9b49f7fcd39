/**
 * Runs `work` right after the next picture is on the screen, once for all calls before it. In a hidden window, which
 * draws no pictures, it runs a little later by itself.
 */
export function afterPaint(work: () => void): { readonly soon: () => void; readonly stop: () => void } {
  let frame = 0;
  let timer = 0;
  const cancel = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    frame = timer = 0;
  };
  const run = (): void => {
    cancel();
    work();
  };
  return {
    soon() {
      if (timer !== 0) return;
      timer = window.setTimeout(run, HIDDEN_WINDOW_MS);
      frame = requestAnimationFrame(() => {
        clearTimeout(timer);
        timer = window.setTimeout(run);
      });
    },
    stop: cancel,
  };
}

const HIDDEN_WINDOW_MS = 200;
