import { type Output } from "../../../core/contract.ts";
import { type Body } from "../../../core/document/body.ts";
import { isSameBody } from "./same-body.ts";
import { call, CallError, messageOf } from "../../desk.ts";
import { isWritable, useStore } from "../../store.ts";
import { keepUnsavedText } from "./unsaved-text.ts";
import { type Autosave, type Clock, createAutosave } from "./autosave-machine.ts";

/** Failures that trying again by itself cannot mend. */
const lasting: readonly string[] = [
  "report-changed-elsewhere",
  "report-open-elsewhere",
  "report-not-found",
  "report-newer-version",
  "bad-request",
];

const LONGEST_IDLE_WAIT_MS = 400;

const browserClock: Clock = {
  now: () => performance.now(),
  after(delayMs, run) {
    let idle: number | undefined;
    // Writing the text out waits for a moment in which nobody types, but not long.
    const timer = setTimeout(() => (idle = requestIdleCallback(run, { timeout: LONGEST_IDLE_WAIT_MS })), delayMs);
    return () => {
      clearTimeout(timer);
      if (idle !== undefined) cancelIdleCallback(idle);
    };
  },
};

let known: { readonly id: string; readonly revision: number } | null = null;
/** The revision on disk that the open text goes on from. */
export const knownRevision = (reportId: string): number | null => (known?.id === reportId ? known.revision : null);

/**
 * Saves the open report by itself: text and fields together, whenever one of them changed, and at once when the
 * window loses the keyboard, is hidden or is about to go.
 *
 * @param stored what lies in the store: its revision, when it was saved, ISO 8601, and its text
 * @param getBody reads the text at the moment of saving
 */
export function startAutosave(
  reportId: string,
  stored: { readonly revision: number; readonly savedAt: string; readonly body: Body },
  getBody: () => Body,
): Autosave {
  let baseRevision = stored.revision;
  let last = { fields: useStore.getState().fields, body: stored.body, at: stored.savedAt };
  known = { id: reportId, revision: baseRevision };
  const unsaved = keepUnsavedText(reportId, () => baseRevision);
  const autosave = createAutosave({
    clock: browserClock,
    async save() {
      const { fields } = useStore.getState();
      if (!fields) throw new Error("No report is open");
      const body = getBody();
      // a text that came back to what is stored, or was only looked at, is not written again
      if (fields === last.fields && isSameBody(body, last.body)) return last.at;
      const saved: Output<"report.save"> = await call("report.save", {
        id: reportId,
        baseRevision,
        edit: { ...fields, body },
      });
      baseRevision = saved.revision;
      last = { fields, body, at: saved.savedAt };
      known = { id: reportId, revision: baseRevision };
      return saved.savedAt;
    },
    explain: (error) => ({
      message: messageOf(error),
      retry: !(error instanceof CallError && lasting.includes(error.code)),
    }),
    onState: (saveState) => {
      useStore.setState({ saveState });
      if (saveState.kind === "failed") unsaved.failed();
      else if (saveState.kind === "saved") unsaved.saved();
    },
  });
  const changed = (): void => {
    autosave.changed();
    unsaved.changed();
  };
  const stopFields = useStore.subscribe((state, previous) => {
    const isSameReport = state.opened === previous.opened && previous.fields !== null && state.fields !== null;
    if (isSameReport && state.fields !== previous.fields && isWritable(state)) changed();
  });
  const saveNow = (): void => void autosave.flush();
  const saveWhenHidden = (): void => {
    if (document.visibilityState === "hidden") saveNow();
  };
  window.addEventListener("blur", saveNow);
  window.addEventListener("pagehide", saveNow);
  document.addEventListener("visibilitychange", saveWhenHidden);
  return {
    ...autosave,
    changed,
    stop() {
      stopFields();
      window.removeEventListener("blur", saveNow);
      window.removeEventListener("pagehide", saveNow);
      document.removeEventListener("visibilitychange", saveWhenHidden);
      autosave.stop();
      unsaved.stop();
    },
  };
}
