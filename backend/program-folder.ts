import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder that holds the program: the repository in development, the archive when installed. */
function findProgramFolder(start: string): string {
  let folder = start;
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No package.json above ${start}`);
    folder = parent;
  }
  return folder;
}

const programFolder = findProgramFolder(import.meta.dirname);

/** What ships with the program and is read while it runs. */
export const programFolders = {
  root: programFolder,
  /** Built-in report templates. */
  templates: join(programFolder, "templates"),
  /** The built window. */
  window: join(programFolder, "out", "renderer"),
  /** `fonts.css` and the open faces. */
  fonts: join(programFolder, "out", "renderer", "fonts"),
  /** The same faces as whole files. */
  faces: join(programFolder, "out", "faces"),
} as const;

/** The program's version, as `package.json` has it. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(join(programFolder, "package.json"), "utf8")) as { version: string };
  return version;
}
