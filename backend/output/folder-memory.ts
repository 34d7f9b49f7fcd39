import { join } from "node:path";
import { writeDurably } from "../store/durable-write.ts";
import { nodeFileSystem } from "../store/file-system.ts";
import { parseJsonFile } from "../store/parse-json-file.ts";
import { readWhole } from "../store/read-whole.ts";

/** Where the last export went, kept over restarts. */
export type FolderMemory = { read(): Promise<string | null>; write(folder: string): Promise<void> };

export function createFolderMemory(dataFolder: string): FolderMemory {
  const file = join(dataFolder, "export-folder.json");
  return {
    read: async () => {
      try {
        const { folder } = parseJsonFile((await readWhole(nodeFileSystem, file)).bytes) as {
          folder?: unknown;
        };
        return typeof folder === "string" ? folder : null;
      } catch {
        // Never written, or damaged: the usual folder serves.
        return null;
      }
    },
    write: async (folder) => {
      // The export is done and safe; only the memory of its place would be lost.
      await writeDurably(nodeFileSystem, file, JSON.stringify({ folder }), { keepPrevious: false }).catch(() => null);
    },
  };
}
