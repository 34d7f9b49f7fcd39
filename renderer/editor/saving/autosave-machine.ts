import { type SaveState } from "../../store.ts";

/** Saving begins this long after the last change … */
const QUIET_MS = 900;
/** … and at the latest this long after the first one, however busily someone types. */
const LONGEST_WAIT_MS = 4_000;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;

export type Clock = {
  now(): number;
  /** Runs once, later. Returns the way to call it off. */
  after(delayMs: number, run: () => void): () => void;
};

export type AutosaveOptions = {
  readonly clock: Clock;
  /** Stores what stands in the window at the moment of the call. Resolves with the time of saving, ISO 8601. */
  readonly save: () => Promise<string>;
  /** What to say about a failed save, and whether trying again by itself makes sense. */
  readonly explain: (error: unknown) => { readonly message: string; readonly retry: boolean };
  readonly onState: (state: SaveState) => void;
};

export type Autosave = {
  /** Something was changed. */
  readonly changed: () => void;
  /** Saves at once what is not saved. Resolves true when everything up to now is stored. */
  readonly flush: () => Promise<boolean>;
  readonly stop: () => void;
};

/**
 * Saves by itself. One save at a time; what is changed meanwhile is saved next. A failed save keeps the text
 * where it is, in the window, and is tried again, more and more seldom.
 */
export function createAutosave({ clock, save, explain, onState }: AutosaveOptions): Autosave {
  let unsavedSince: number | null = null;
  let lastChange = 0;
  let running: Promise<boolean> | null = null;
  let callOff: (() => void) | null = null;
  let failures = 0;
  let stopped = false;

  const plan = (delayMs: number, then: () => void): void => {
    callOff?.();
    callOff = stopped ? null : clock.after(delayMs, then);
  };

  /** Saves when it has been quiet, or looks again later: typing does not set a timer anew at every key. */
  const saveWhenQuiet = (): void => {
    callOff = null;
    const now = clock.now();
    const longest = (unsavedSince ?? now) + LONGEST_WAIT_MS - now;
    const wait = Math.min(lastChange + QUIET_MS - now, longest);
    if (wait > 0) plan(wait, saveWhenQuiet);
    else void run();
  };

  const run = async (): Promise<boolean> => {
    callOff?.();
    callOff = null;
    if (running) return running;
    if (unsavedSince === null) return true;
    running = saveOnce();
    try {
      return await running;
    } finally {
      running = null;
      if (isUnsaved() && failures === 0) plan(QUIET_MS, saveWhenQuiet);
    }
  };

  const saveOnce = async (): Promise<boolean> => {
    const since = unsavedSince;
    unsavedSince = null;
    onState({ kind: "saving" });
    try {
      const at = await save();
      failures = 0;
      onState(isUnsaved() ? { kind: "dirty" } : { kind: "saved", at });
      return true;
    } catch (error) {
      unsavedSince = since ?? clock.now();
      failures += 1;
      const { message, retry } = explain(error);
      onState({ kind: "failed", message });
      if (retry) plan(Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS), () => void run());
      return false;
    }
  };

  /** Read through a function: `changed` may have run while a save was awaited. */
  const isUnsaved = (): boolean => unsavedSince !== null;

  return {
    changed() {
      lastChange = clock.now();
      const wasUnsaved = isUnsaved();
      unsavedSince ??= lastChange;
      // A save that failed stays on the screen, and its own next try stands.
      if (wasUnsaved || failures > 0 || running) return;
      onState({ kind: "dirty" });
      plan(QUIET_MS, saveWhenQuiet);
    },
    async flush() {
      // Twice: once for the save that is under way, once for what came after it began.
      if (running) await running;
      return isUnsaved() ? run() : true;
    },
    stop() {
      stopped = true;
      callOff?.();
      callOff = null;
    },
  };
}
