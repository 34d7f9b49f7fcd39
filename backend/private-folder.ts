import { chmodSync, mkdirSync, statSync } from "node:fs";

const OWNER_ONLY = 0o700;
const OTHERS = 0o077;

/**
 * Makes a folder that only its user may look into, whoever of the program needs it first. One that an older version
 * made is closed too, where it is the program's own place and not one that somebody chose to share.
 * @throws the system's error when it cannot be made
 */
export function makePrivateFolder(path: string, { isOwnPlace = false } = {}): void {
  mkdirSync(path, { recursive: true, mode: OWNER_ONLY });
  if (!isOwnPlace || process.platform === "win32") return;
  const { mode, uid } = statSync(path);
  if ((mode & OTHERS) !== 0 && uid === process.getuid?.()) chmodSync(path, OWNER_ONLY);
}
