import { randomUUID } from "node:crypto";
import { AppError } from "../../core/result.ts";

/** What the shell can do with folders of this computer. */
export type Folders = {
  /** Where exports go when nothing else was chosen; need not exist yet. */
  defaultFolder(): Promise<string>;
  /** Lets the user choose. Null: cancelled, or this shell has no dialog for it. */
  choose(): Promise<string | null>;
  /** Shows the folder in the file manager. */
  reveal(folder: string): Promise<void>;
};

/** Tokens that stand for folders in front of the window, which never sends a path. */
export type FolderTokens = { issue(folder: string): string; folderOf(token: string): string };

export function createFolderTokens(): FolderTokens {
  const folders = new Map<string, string>();
  return {
    issue: (folder) => {
      const known = [...folders].find(([, path]) => path === folder)?.[0];
      const token = known ?? randomUUID();
      folders.set(token, folder);
      return token;
    },
    folderOf: (token) => {
      const folder = folders.get(token);
      if (folder === undefined) throw new AppError("folder-not-found");
      return folder;
    },
  };
}
