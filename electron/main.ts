import { app, type BrowserWindow, dialog, session } from "electron";
import { join } from "node:path";
import { cacheFolder, dataFolder, isOwnDataFolder } from "../backend/data-folder.ts";
import { createDispatch } from "../backend/dispatch.ts";
import type { Emit } from "../backend/emit.ts";
import { createHandlers } from "../backend/handlers.ts";
import { createFileReader } from "../backend/import/file-reader.ts";
import { createReportWork } from "../backend/work/report-work.ts";
import { createLongWork } from "../backend/work/waiting.ts";
import { createImports } from "../backend/import/imports.ts";
import { createFolderMemory } from "../backend/output/folder-memory.ts";
import { createOutputService } from "../backend/output/output-service.ts";
import { createThreadPrinter } from "../backend/pdf/thread-printer.ts";
import { makePrivateFolder } from "../backend/private-folder.ts";
import { programFolders } from "../backend/program-folder.ts";
import { openStore } from "../backend/store/open-store.ts";
import { describeError } from "../core/error-wording.ts";
import { AppError } from "../core/result.ts";
import { guardClosing } from "./close-guard.ts";
import { createFolders } from "./dialogs.ts";
import { sendEvent, setUpIpc, windowIdOf } from "./ipc.ts";
import { lockSession, setUpLockdown, setUpSwitches } from "./lockdown.ts";
import { logError, logFolder, setUpLog } from "./log.ts";
import { setUpContextMenu, setUpMenu } from "./menu.ts";
import { deskPrefix, registerAppScheme, setUpProtocol } from "./protocol.ts";
import { createMainWindow, focusWindow, preloadFile, startAddress } from "./window.ts";

let mainWindow: BrowserWindow | null = null;
const currentWindow = (): BrowserWindow | null => mainWindow;
const now = (): Date => new Date();

/** Chromium's own files: beside the reports what must stay, in the cache folder what may go. */
function setUpFolders(): void {
  const userData = join(dataFolder(), "window");
  const sessionData = join(cacheFolder(), "window");
  for (const folder of [userData, sessionData]) makePrivateFolder(folder);
  app.setPath("userData", userData);
  app.setPath("sessionData", sessionData);
}

async function start(): Promise<void> {
  await app.whenReady();
  const emit: Emit = (event, payload) => sendEvent(mainWindow, event, payload);
  const templatesFolder = programFolders.templates;
  const reader = createFileReader(now);
  const work = createReportWork();
  const longWork = createLongWork();
  const store = await openStore({ dataFolder: dataFolder(), templatesFolder, now, emit, log: logError, work });
  const imports = createImports(reader, store.reports);
  const printer = createThreadPrinter(programFolders.faces);
  const memory = createFolderMemory(dataFolder());
  const output = createOutputService({ store, printer, folders: createFolders(currentWindow), memory, emit, work });

  lockSession(session.defaultSession, deskPrefix);
  setUpProtocol(programFolders.window, (id) => store.images.read(id));
  setUpMenu({ data: dataFolder(), logs: logFolder() });

  const placeFile = join(app.getPath("userData"), "place.json");
  const window = createMainWindow({ preload: preloadFile(programFolders.root), placeFile, onPageGone: leave });
  const windowId = windowIdOf(window);
  const guard = guardClosing(window, () => sendEvent(window, "app.closing", {}));
  const shell = { kind: "electron", version: app.getVersion(), readyToClose: guard.readyToClose } as const;
  setUpIpc(currentWindow, createDispatch(createHandlers({ store, imports, output, longWork, shell }), logError));
  setUpContextMenu(window.webContents);
  mainWindow = window;

  function leave(): void {
    imports.cancel({ windowId });
    longWork.leave({ windowId });
    store.reports.closeWindow(windowId).catch((error: unknown) => logError("Locks not ended", error));
  }
  window.on("closed", () => {
    mainWindow = null;
    leave();
    app.quit();
  });
  app.on("will-quit", (event) => {
    event.preventDefault();
    void Promise.allSettled([reader.close(), work.close(), printer.close(), store.close()]).then(() => app.exit(0));
  });
  await window.loadURL(startAddress);
}

function fail(error: unknown): void {
  logError("Start failed", error);
  const reason =
    error instanceof AppError
      ? describeError(error.code, error.details)
      : `存放文稿的文件夹不能使用，或者程序文件不完整。请检查 ${dataFolder()} 能否写入；如果仍不行，请重新安装。`;
  const message = `${reason}\n运行日志：${logFolder()}`;
  process.stderr.write(`年报台没有启动：${message}\n`);
  // Before it is ready, Electron on Linux shows no box at all.
  void app.whenReady().then(() => {
    dialog.showErrorBox("年报台没有启动", message);
    app.exit(1);
  });
}

try {
  if (process.platform === "win32") app.setAppUserModelId("cn.nianbao.desk");
  makePrivateFolder(dataFolder(), { isOwnPlace: isOwnDataFolder() });
  setUpLog();
  setUpFolders();
  setUpSwitches();
  registerAppScheme();
  setUpLockdown();
  app.on("second-instance", () => focusWindow(mainWindow));
  if (app.requestSingleInstanceLock()) start().catch(fail);
  else app.quit();
} catch (error) {
  fail(error);
}
