import { lstatSync } from "node:fs";
import log from "electron-log/node";
import { join } from "node:path";
import type { Log } from "../log.ts";
import { makePrivateFolder } from "../private-folder.ts";

/** A pipe in the place of the log would hold the program at its first line. */
function isWritableLog(file: string): boolean {
  try {
    return lstatSync(file).isFile();
  } catch {
    return true;
  }
}

/**
 * Keeps a rotating log file beside the reports. The terminal shows the start link and nothing else. Where no file can
 * be written there is no log, and everything else goes on.
 */
export function createFileLog(dataFolder: string): Log {
  const folder = join(dataFolder, "logs");
  const file = join(folder, "browser.log");
  const { file: transport } = log.transports;
  // Told, not found out: it would look for a package.json where the program was started, and fail without one.
  transport.setAppName("nianbao-desk");
  transport.resolvePathFn = () => file;
  transport.maxSize = 2 * 1024 * 1024;
  transport.writeOptions = { flag: "a", mode: 0o600, encoding: "utf8" };
  transport.level = isWritableLog(file) ? "info" : false;
  log.transports.console.level = false;
  try {
    makePrivateFolder(folder);
  } catch {
    transport.level = false;
  }
  return (place, error) => log.error(place, error);
}
