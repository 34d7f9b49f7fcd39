import { app } from "electron";
import log from "electron-log/node";
import { join } from "node:path";
import { dataFolder } from "../backend/data-folder.ts";

/** Where the log lies; the help menu opens it. */
export const logFolder = (): string => join(dataFolder(), "logs");

/**
 * Log to one rotating file (2 MB, and the one before it), nowhere else: no network, and no channel to the window.
 * The node flavour of electron-log is used because the main one listens on a channel of its own.
 */
export function setUpLog(): void {
  // Told, not found out: it would look for a package.json where the program was started.
  log.transports.file.setAppName("nianbao-desk");
  log.transports.file.resolvePathFn = () => join(logFolder(), "desk.log");
  log.transports.file.maxSize = 2 * 1024 * 1024;
  log.transports.file.level = "info";
  log.transports.console.level = app.isPackaged ? false : "info";
  log.transports.remote.level = false;
  process.on("uncaughtException", (error) => log.error("Uncaught exception", error));
  process.on("unhandledRejection", (reason) => log.error("Unhandled rejection", reason));
  app.on("render-process-gone", (_event, _contents, details) => log.error("Window process gone", details));
  app.on("child-process-gone", (_event, details) => log.error("Child process gone", details));
}

export function logError(message: string, error: unknown): void {
  log.error(message, error);
}
