import { afterPaint } from "./after-paint.ts";

/** All that a user can do to a text begins with one of these. */
const actions = [
  "keydown",
  "beforeinput",
  "compositionstart",
  "pointerdown",
  "mousedown",
  "contextmenu",
  "cut",
  "paste",
  "dragstart",
  "dragover",
  "drop",
] as const;

/**
 * Runs `start` once the next picture is on the screen, or before the first thing that a user does, whichever comes
 * first: a text is seen before its surroundings are made, and nothing is done to it without them. Returns the way to
 * stop both.
 */
export function whenShown(start: () => () => void): () => void {
  let stop: (() => void) | null = null;
  const begin = (): void => {
    forget();
    stop = start();
  };
  const shown = afterPaint(begin);
  const forget = (): void => {
    shown.stop();
    for (const action of actions) window.removeEventListener(action, begin, { capture: true });
  };
  for (const action of actions) window.addEventListener(action, begin, { capture: true });
  shown.soon();
  return () => {
    forget();
    stop?.();
  };
}
