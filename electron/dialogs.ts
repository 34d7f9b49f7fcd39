import { app, type BrowserWindow, dialog, type OpenDialogOptions, shell } from "electron";
import { join } from "node:path";
import type { Folders } from "../backend/output/folders.ts";
import { AppError } from "../core/result.ts";

const question: OpenDialogOptions = {
  title: "选择导出到哪个文件夹",
  buttonLabel: "导出到这里",
  properties: ["openDirectory", "createDirectory"],
};

/** The folders that exports go to, as the desktop offers them. Paths stay on this side of the window. */
export function createFolders(window: () => BrowserWindow | null): Folders {
  return {
    defaultFolder: () => Promise.resolve(join(app.getPath("documents"), "年报台")),
    choose: async () => {
      const owner = window();
      const { canceled, filePaths } = await (owner === null
        ? dialog.showOpenDialog(question)
        : dialog.showOpenDialog(owner, question));
      return canceled ? null : (filePaths[0] ?? null);
    },
    reveal: async (folder) => {
      if ((await shell.openPath(folder)) !== "") throw new AppError("folder-not-found");
    },
  };
}
