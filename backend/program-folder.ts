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
/** What threads read lies beside the archive, which not all of them see into (`asarUnpack` in electron-builder.yml). */
const besideArchive = programFolder.endsWith(".asar") ? `${programFolder}.unpacked` : programFolder;

/** What ships with the program and is read while it runs. */
export const programFolders = {
  root: programFolder,
  /** Built-in report templates. */
  templates: join(programFolder, "templates"),
  /** The built window. */
  window: join(programFolder, "out", "renderer"),
  /** The open faces as whole files. */
  faces: join(besideArchive, "out", "faces"),
} as const;

/** The program's version, as `package.json` has it. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(join(programFolder, "package.json"), "utf8")) as { version: string };
  return version;
}
