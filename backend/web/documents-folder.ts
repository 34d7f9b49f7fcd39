import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

const FOLDER_NAME = "年报台";

/** `XDG_DOCUMENTS_DIR="$HOME/文档"` as the desktop's settings have it. */
export function documentsOf(userDirs: string, home: string): string | null {
  const path = /^XDG_DOCUMENTS_DIR="(.+)"$/mu.exec(userDirs)?.[1]?.replace(/^\$HOME(?=\/|$)/u, home);
  // The home folder itself stands for a desktop without a documents folder.
  return path === undefined || path.replace(/\/+$/u, "") === home ? null : path;
}

/** Where exports go when nothing else was chosen: `NIANBAO_EXPORT`, or 文档/年报台. It need not exist yet. */
export async function exportFolder(home = homedir()): Promise<string> {
  const chosen = process.env["NIANBAO_EXPORT"];
  if (chosen !== undefined && chosen !== "") return resolve(chosen);
  if (process.platform === "win32" || process.platform === "darwin") return join(home, "Documents", FOLDER_NAME);
  const config = process.env["XDG_CONFIG_HOME"] ?? join(home, ".config");
  const userDirs = await readFile(join(config, "user-dirs.dirs"), "utf8").catch(() => "");
  return join(documentsOf(userDirs, home) ?? home, FOLDER_NAME);
}
