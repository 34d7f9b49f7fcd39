import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fontconfigFile } from "../../backend/faces/fontconfig-file.ts";
import { programFolders } from "../../backend/program-folder.ts";

/**
 * A file for fontconfig under which LibreOffice sets the official names in the program's own faces, and finds no others:
 * lines can be compared only where both set them in the same widths.
 */
export function officeFacesFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-faces-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "fonts.conf");
  const places = { folder: programFolders.faces, cacheFolder: join(folder, "cache"), withOthers: false };
  writeFileSync(file, fontconfigFile(places));
  return file;
}
