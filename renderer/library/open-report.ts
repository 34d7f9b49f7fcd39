import { call } from "../desk.ts";
import { dropDraft, readDraft } from "../editor/saving/drafts.ts";
import { type OpenedReport } from "../../core/contract.ts";
import { loadWorkspace } from "../panels/load-workspace.ts";
import { addNotices, setPanels, showReport, useStore } from "../store.ts";
import { announceFailure } from "../ui/toast.tsx";
import { refreshLibrary, refreshTemplates } from "./library-actions.ts";
import { recoveryMessage } from "./recovery-message.ts";

/** Opens a report of the library in the editor, or says why it cannot be opened. */
export async function openReport(id: string): Promise<void> {
  try {
    const code = loadWorkspace().catch(() => undefined);
    const opened = await call("report.open", { id });
    await code;
    showReport(opened);
    tellRecovery(opened);
    await offerDraft(opened);
    // The template's deadlines stand beside the guidance; the text need not wait for them.
    if (!useStore.getState().templates) await refreshTemplates();
  } catch (error) {
    announceFailure(error);
  }
}

/** Opens a report with 去年对照 beside it. */
export async function openToCompare(id: string): Promise<void> {
  await openReport(id);
  if (useStore.getState().opened?.report.id === id) setPanels({ compare: true, preview: false });
}

/** The browser may hold a text of this report that never reached the disk. */
async function offerDraft({ report }: OpenedReport): Promise<void> {
  const draft = await readDraft(report.id);
  if (draft === null || useStore.getState().opened?.report.id !== report.id) return;
  if (JSON.stringify(draft.report.body) === JSON.stringify(report.body)) await dropDraft(report.id);
  else useStore.setState({ draft });
}

/** The stored file was damaged and an older version was opened: says so until the user has seen it. */
function tellRecovery({ report, recovery }: OpenedReport): void {
  if (!recovery) return;
  const message = recoveryMessage(recovery.damagedFileName, new Date(recovery.restoredFrom), new Date());
  addNotices([{ id: `recovery ${report.id}`, tone: "warning", message }]);
}

/** Saves what is not saved yet. True when nothing would be lost by leaving the text now. */
async function isSafeToLeave(): Promise<boolean> {
  const { opened, editor } = useStore.getState();
  if (opened?.access !== "write" || !editor) return true;
  return editor.flush();
}

/**
 * Opens a report in the place of the one at hand, which is saved first. False: that could not be done, and the user is
 * asked what to do.
 */
export async function switchReport(id: string): Promise<boolean> {
  const { opened } = useStore.getState();
  if (!(await isSafeToLeave())) {
    useStore.setState({ leaving: "library" });
    return false;
  }
  if (opened && opened.report.id !== id) {
    // the page of the old report goes before the new one comes
    useStore.setState({ editor: null });
    await call("report.close", { id: opened.report.id });
  }
  await openReport(id);
  return true;
}

/** Goes back to the library; asks when the text could not be saved. */
export async function closeReport(): Promise<void> {
  if (await isSafeToLeave()) await leaveEditor();
  else useStore.setState({ leaving: "library" });
}

/** The shell wants to close the window: saves, then lets it; asks when the text could not be saved. */
export async function closeWindow(): Promise<void> {
  if (await isSafeToLeave()) await call("app.readyToClose", {});
  else useStore.setState({ leaving: "window" });
}

/** Leaves although the last changes are not on disk: the user has agreed to lose them. */
export async function leaveUnsaved(): Promise<void> {
  const { leaving } = useStore.getState();
  useStore.setState({ leaving: null });
  if (leaving === "window") await call("app.readyToClose", {});
  else await leaveEditor();
}

async function leaveEditor(): Promise<void> {
  const { opened } = useStore.getState();
  useStore.setState((state) => ({
    route: { kind: "library", shelf: "reports" },
    opened: null,
    fields: null,
    editor: null,
    saveState: { kind: "saved", at: null },
    draft: null,
    draftKept: null,
    notices: state.notices.filter((notice) => notice.id === "start" || notice.id === "notices"),
  }));
  if (opened) await call("report.close", { id: opened.report.id });
  await refreshLibrary();
  if (opened) focusReport(opened.report.id);
}

/** Puts the keyboard where the user came from, once the list is on the screen. */
function focusReport(id: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`[data-report-row="${id}"]`)?.focus({ focusVisible: false });
  });
}
