import { type BrowserWindow, dialog } from "electron";

/** Time that saving may take before the user is asked; a save takes a tenth of a second. */
const SAVE_LIMIT_MS = 8_000;
const CLOSE_ANYWAY = 0;

export type CloseGuard = {
  /** The page has saved everything, or the user agreed there to lose it. */
  readyToClose(): void;
};

/**
 * Lets the window go only after its page has saved. However the window is to close — its button, the menu, the
 * end of the program, the end of the Windows session — the page is asked to save first. A page that does not
 * report in time leaves the decision to the user; a page that is gone has nothing left to save.
 *
 * @param askToSave sends `app.closing` to the page
 */
export function guardClosing(window: BrowserWindow, askToSave: () => void, saveLimitMs = SAVE_LIMIT_MS): CloseGuard {
  let state: "open" | "saving" | "asking" | "closed" = "open";
  let limit: NodeJS.Timeout | undefined;

  const close = (): void => {
    state = "closed";
    clearTimeout(limit);
    window.destroy();
  };
  const askUser = async (): Promise<void> => {
    state = "asking";
    const { response } = await dialog.showMessageBox(window, {
      type: "warning",
      title: "年报台",
      message: "最近的改动还没有存好。",
      detail:
        "程序等了一会儿，仍没有等到保存完成。可以先取消，回到窗口按提示处理；如果仍要关闭，最后一次保存以后的改动会丢失。",
      buttons: ["仍要关闭", "取消"],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    });
    if (window.isDestroyed()) return;
    if (response === CLOSE_ANYWAY) close();
    else state = "open";
  };
  const begin = (): void => {
    if (state !== "open") return;
    if (window.webContents.isCrashed()) {
      close();
      return;
    }
    state = "saving";
    limit = setTimeout(() => void askUser(), saveLimitMs);
    askToSave();
  };

  window.on("close", (event) => {
    if (state === "closed") return;
    event.preventDefault();
    begin();
  });
  window.on("query-session-end", (event) => {
    // Held back only until the text is safe: the program then ends, and Windows goes on.
    if (!event.reasons.includes("critical")) event.preventDefault();
    begin();
  });
  window.on("closed", () => clearTimeout(limit));

  return {
    readyToClose: () => {
      if (state === "saving" || state === "asking") close();
    },
  };
}
