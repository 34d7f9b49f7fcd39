import { call } from "../../desk.ts";
import { refreshLibrary } from "../../library/library-actions.ts";
import { showReport, useStore } from "../../store.ts";
import { announce, announceFailure } from "../../ui/toast.tsx";
import { knownRevision } from "./autosave.ts";

/**
 * The backend is there again, perhaps a new one that knows no window: what is unsaved goes to it first, then the
 * window asks for its pen. A text that somebody changed meanwhile is not written over, and never taken from the screen
 * as long as something in it is not saved.
 */
export async function rejoin(): Promise<void> {
  try {
    const { opened, editor, saveState } = useStore.getState();
    if (!opened || !editor) {
      await refreshLibrary();
      return;
    }
    if (saveState.kind !== "saved" && !(await editor.flush())) return;
    const { id } = opened.report;
    const found = await call("report.open", { id });
    const now = useStore.getState();
    // Typed while it was asked: what is on the screen counts, its save will tell.
    if (now.opened?.report.id !== id || now.saveState.kind !== "saved") return;
    if (found.report.revision === knownRevision(id)) {
      useStore.setState({ opened: { ...now.opened, access: found.access } });
      return;
    }
    showReport(found);
    announce({ message: "这份报告在连接断开期间在别处改过，已换成最新的内容。" });
  } catch (error) {
    announceFailure(error);
  }
}
