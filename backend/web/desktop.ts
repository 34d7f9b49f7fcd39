import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { AppError } from "../../core/result.ts";
import type { Folders } from "../output/folders.ts";
import { exportFolder } from "./documents-folder.ts";

const run = promisify(execFile);

/** Whether there is a screen to show a browser, a folder or a dialog on. */
export function hasDisplay(platform = process.platform, env: NodeJS.ProcessEnv = process.env): boolean {
  if (platform === "win32" || platform === "darwin") return true;
  return [env["DISPLAY"], env["WAYLAND_DISPLAY"]].some((display) => display !== undefined && display !== "");
}

/** Shows a page in the computer's browser or a folder in its file manager. False: there is nothing to show it with. */
export async function show(target: string): Promise<boolean> {
  if (!hasDisplay()) return false;
  try {
    const { default: open } = await import("open");
    const opener = await open(target);
    opener.on("error", () => undefined);
    opener.unref();
    return true;
  } catch {
    return false;
  }
}

const question = "选择导出到哪个文件夹";
const windowsDialog = [
  "Add-Type -AssemblyName System.Windows.Forms",
  "[Console]::OutputEncoding = [Text.Encoding]::UTF8",
  "$dialog = New-Object System.Windows.Forms.FolderBrowserDialog",
  `$dialog.Description = '${question}'`,
  "if ($dialog.ShowDialog() -eq 'OK') { $dialog.SelectedPath }",
].join("; ");

/** A page of a browser cannot ask for a folder by its path: the desktop's own dialog does, where there is one. */
const dialogs: Readonly<Partial<Record<NodeJS.Platform, readonly (readonly [string, ...string[]])[]>>> = {
  win32: [["powershell.exe", "-NoProfile", "-STA", "-Command", windowsDialog]],
  linux: [
    ["zenity", "--file-selection", "--directory", `--title=${question}`],
    ["kdialog", "--title", question, "--getexistingdirectory"],
  ],
};

/** Null: cancelled, or no dialog on this computer. */
async function chooseFolder(): Promise<string | null> {
  if (!hasDisplay()) return null;
  for (const [program, ...words] of dialogs[process.platform] ?? []) {
    try {
      const { stdout } = await run(program, words);
      const folder = stdout.trim();
      return folder === "" ? null : folder;
    } catch (error) {
      // Not installed: the next one. Anything else is the user's 取消.
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") return null;
    }
  }
  return null;
}

/** The folders of this computer, as browser mode can reach them. */
export const desktopFolders: Folders = {
  defaultFolder: () => exportFolder(),
  choose: chooseFolder,
  reveal: async (folder) => {
    if (!(await show(folder))) throw new AppError("folder-not-shown", { folder });
  },
};
