import { thisComputer } from "../computer.ts";
import { listFolder, removeIfThere } from "./file.ts";
import type { FileSystem } from "./file-system.ts";
import { isLabelAlive } from "./process-identity.ts";

/** `temporaryPathOf` the other way round: computer, process and its run. */
const temporaryName = /\.([0-9a-f]{12})-(\d+)-([0-9a-f]+)-\d+\.tmp$/u;
/** How they were called before they named their computer. */
const oldTemporaryName = /(?<!-)\.\d+-[0-9a-f]+-\d+\.tmp$/u;
/** So long nobody writes one file, whatever the clocks of two computers say. */
const OLD_MS = 7 * 24 * 60 * 60 * 1000;

async function isOld(files: FileSystem, path: string): Promise<boolean> {
  try {
    return (await files.stat(path)).mtimeMs < Date.now() - OLD_MS;
  } catch {
    return false;
  }
}

/** Whether a file is a temporary one of a process of this computer that ended. */
export function isLeftover(name: string, thisComputerId: string): boolean {
  const [, computer, pid, nonce] = temporaryName.exec(name) ?? [];
  if (computer === undefined || pid === undefined || nonce === undefined) return false;
  return computer === thisComputerId && !isLabelAlive(Number(pid), nonce);
}

/**
 * Removes the temporary files of processes of this computer that ended before they could; those of others may be in
 * the making. A folder that cannot be read has none.
 */
export async function removeLeftovers(files: FileSystem, folder: string): Promise<void> {
  for (const name of await listFolder(files, folder).catch(() => [])) {
    const path = `${folder}/${name}`;
    const isDead = isLeftover(name, thisComputer().id) || (oldTemporaryName.test(name) && (await isOld(files, path)));
    if (isDead) await removeIfThere(files, path);
  }
}
