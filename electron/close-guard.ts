import { type BrowserWindow, dialog } from "electron";

/** Time that saving may take; a save takes a tenth of a second. */
const SAVE_WITHIN_MS = 8_000;
/** Time in which a page that is alive answers anything at all. */
const ANSWER_WITHIN_MS = 1_000;
/** Who presses the close button again so soon means it, and waits no longer than this. */
const AGAIN_WITHIN_MS = 60_000;
const SAVE_AGAIN_WITHIN_MS = 2_000;
const CLOSE_ANYWAY = 0;

export type CloseGuard = {
  /** The page has saved everything, or the user agreed there to lose it. */
  readonly readyToClose: () => void;
};

async function isPageAlive(window: BrowserWindow): Promise<boolean> {
  const answer = window.webContents.executeJavaScript("true").then(
    () => true,
    () => false,
  );
  const silence = new Promise<false>((resolve) => setTimeout(resolve, ANSWER_WITHIN_MS, false));
  return Promise.race([answer, silence]);
}

async function userInsists(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: "warning",
    title: "年报台",
    message: "最近的改动还没有存好。",
    detail: "程序没有等到保存完成。可以先取消，回到窗口按提示处理；如果仍要关闭，最后一次保存以后的改动会丢失。",
    buttons: ["仍要关闭", "取消"],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === CLOSE_ANYWAY;
}

/**
 * Lets the window go only after its page has saved. However the window is to close — its button, the menu, the end
 * of the program, the end of the Windows session — the page is asked to save first. When saving fails, the page
 * itself talks with the user; the shell asks only for a page that does not answer, or when the user insists. A page
 * that has died or is still being loaded has nothing to save.
 *
 * @param askToSave sends `app.closing` to the page
 */
export function guardClosing(window: BrowserWindow, askToSave: () => void): CloseGuard {
  let state: "open" | "saving" | "closed" = "open";
  let lastTry = Number.NEGATIVE_INFINITY;
  let limit: NodeJS.Timeout | undefined;

  const close = (): void => {
    state = "closed";
    clearTimeout(limit);
    if (!window.isDestroyed()) window.destroy();
  };
  const giveUpWaiting = async (isInsisting: boolean): Promise<void> => {
    const isAnswered = !isInsisting && (await isPageAlive(window));
    const mayClose = !isAnswered && !window.isDestroyed() && (await userInsists(window));
    if (window.isDestroyed()) return;
    if (mayClose) close();
    else state = "open";
  };
  const begin = (): void => {
    if (state !== "open") return;
    if (window.webContents.isCrashed() || window.webContents.isLoadingMainFrame()) {
      close();
      return;
    }
    const isInsisting = Date.now() - lastTry < AGAIN_WITHIN_MS;
    state = "saving";
    lastTry = Date.now();
    limit = setTimeout(() => void giveUpWaiting(isInsisting), isInsisting ? SAVE_AGAIN_WITHIN_MS : SAVE_WITHIN_MS);
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

  return { readyToClose: close };
}
