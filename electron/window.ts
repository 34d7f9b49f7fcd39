import { app, BrowserWindow, dialog } from "electron";
import { join } from "node:path";
import { logError } from "./log.ts";
import { deskPrefix } from "./protocol.ts";
import { sealedPreferences } from "./sealed-preferences.ts";
import { readPlace, smallestSize, writePlace } from "./window-bounds.ts";

const APP_TITLE = "年报台";
/** The ground behind the page: what shows until it is drawn. */
const GROUND_COLOUR = "#f4f3f0";

/** What to do when the page has died or hangs: the text up to the last save is on disk. */
function watchHealth(window: BrowserWindow, onPageGone: () => void): void {
  let waiting: AbortController | null = null;
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit") return;
    onPageGone();
    const question = {
      type: "error" as const,
      title: APP_TITLE,
      message: "编辑窗口意外停止了。",
      detail: "最后一次保存的内容都在。可以重新载入窗口继续写，也可以关闭程序。",
      buttons: ["重新载入", "关闭"],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    };
    void dialog.showMessageBox(window, question).then(({ response }) => {
      if (window.isDestroyed()) return;
      if (response === 0) window.webContents.reload();
      else window.destroy();
    });
  });
  window.on("unresponsive", () => {
    waiting = new AbortController();
    const question = {
      type: "warning" as const,
      title: APP_TITLE,
      message: "窗口暂时没有响应。",
      detail: "可以继续等待。强行关闭会丢失最后一次保存以后的改动。",
      buttons: ["继续等待", "强行关闭"],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal: waiting.signal,
    };
    void dialog.showMessageBox(window, question).then(({ response }) => {
      if (response === 1 && !window.isDestroyed()) window.destroy();
    });
  });
  window.on("responsive", () => waiting?.abort());
}

export type MainWindowParts = {
  /** Built preload script. */
  readonly preload: string;
  /** File that remembers where the window stands. */
  readonly placeFile: string;
  readonly onPageGone: () => void;
};

/** Makes the one window, hidden until its page is drawn. */
export function createMainWindow({ preload, placeFile, onPageGone }: MainWindowParts): BrowserWindow {
  const { maximized = false, ...bounds } = readPlace(placeFile);
  const window = new BrowserWindow({
    ...bounds,
    ...smallestSize(),
    show: false,
    title: APP_TITLE,
    backgroundColor: GROUND_COLOUR,
    autoHideMenuBar: true,
    webPreferences: { ...sealedPreferences, preload, devTools: !app.isPackaged },
  });
  window.once("ready-to-show", () => {
    if (maximized) window.maximize();
    window.show();
  });
  // "close" comes before the guard's decision and again after a cancelled one; the last place counts.
  window.on("close", () => {
    try {
      writePlace(placeFile, window);
    } catch (error) {
      logError("Window place not remembered", error);
    }
  });
  watchHealth(window, onPageGone);
  return window;
}

export const startAddress = `${deskPrefix}index.html`;

/** Built beside the main program: `out/main/main.js`, `out/preload/preload.cjs`. */
export const preloadFile = (programFolder: string): string => join(programFolder, "out", "preload", "preload.cjs");

/** Brings the window to the front, for a second start of the program. */
export function focusWindow(window: BrowserWindow | null): void {
  if (window === null || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
