import log from "electron-log/node";
import { join } from "node:path";
import type { Log } from "../log.ts";

/** Keeps a rotating log file beside the reports. The terminal shows the start link and nothing else. */
export function createFileLog(dataFolder: string): Log {
  log.transports.file.resolvePathFn = () => join(dataFolder, "logs", "browser.log");
  log.transports.file.maxSize = 2 * 1024 * 1024;
  log.transports.file.level = "info";
  log.transports.console.level = false;
  return (place, error) => log.error(place, error);
}
