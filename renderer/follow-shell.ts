import { call, on } from "./desk.ts";
import { onReconnect } from "./connection.ts";
import { rejoin } from "./editor/saving/rejoin.ts";
import { refreshHouse } from "./house/house-store.ts";
import { refreshLibrary } from "./library/library-actions.ts";
import { closeWindow } from "./library/open-report.ts";
import { isHeldByFormerPage } from "./library/reopen-report.ts";
import { showReport, useStore } from "./store.ts";
import { announce, announceFailure } from "./ui/toast.tsx";

/** Follows what happens outside the window: other windows, the shell, the page being closed. Returns the way to stop. */
export function followShell(): () => void {
  const stops = [
    on("library.changed", () => {
      // Who writes does not see the library; it is read anew on the way back.
      if (useStore.getState().route.kind === "library") refreshLibrary().catch(announceFailure);
    }),
    on("house.changed", () => void refreshHouse().catch(announceFailure)),
    on("report.accessChanged", ({ id, access }) => void changeAccess(id, access)),
    on("app.closing", () => void closeWindow().catch(announceFailure)),
    onReconnect(() => void rejoin()),
    guardPage(),
  ];
  return () => stops.forEach((stop) => stop());
}

/** The lock of the open report has come to this window, or has gone to another one. */
async function changeAccess(id: string, access: "write" | "read"): Promise<void> {
  const { opened, saveState } = useStore.getState();
  if (opened?.report.id !== id || opened.access === access) return;
  if (access === "read") {
    useStore.setState({ opened: { ...opened, access } });
    // What is unsaved cannot be saved any more: that is found out, and said, at once.
    void useStore.getState().editor?.flush();
    return;
  }
  // A text that is not saved stays on the screen; its alarm says what can be done.
  if (saveState.kind !== "saved") return;
  try {
    // The other window has written meanwhile: begin from what it left.
    showReport(await call("report.open", { id }));
    if (!isHeldByFormerPage(id)) announce({ message: "另一个窗口已经关闭了这份报告，现在可以在这里编辑。" });
  } catch (error) {
    announceFailure(error);
  }
}

/**
 * In a browser tab there is no shell to wait for the last save: what is unsaved is sent at once, and the browser asks
 * before it throws anything away. In the desktop window `app.closing` does this.
 */
function guardPage(): () => void {
  const isUnsaved = (): boolean => {
    const { opened, saveState } = useStore.getState();
    return opened?.access === "write" && saveState.kind !== "saved";
  };
  const onBeforeUnload = (event: BeforeUnloadEvent): void => {
    if (useStore.getState().info?.shell !== "browser" || !isUnsaved()) return;
    void useStore.getState().editor?.flush();
    event.preventDefault();
  };
  window.addEventListener("beforeunload", onBeforeUnload);
  return () => window.removeEventListener("beforeunload", onBeforeUnload);
}
