import { createHash, randomUUID } from "node:crypto";
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { configFolder } from "./data-folder.ts";

/** The computer that this program runs on, as others on a shared folder may know it. */
export type Computer = {
  /** The same at every start, another one on every computer and for every of its users. */
  readonly id: string;
  /** As people call it. */
  readonly name: string;
};

const ID_LENGTH = 12;

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return "";
  }
}

/** A secret of chance that stays on this computer; empty where none can be kept. */
function keptSecret(folder: string): string {
  const path = join(folder, "computer-id");
  const known = readOrEmpty(path);
  if (known !== "") return known;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // The first of two programs that start at once is the one that counts.
    const file = openSync(path, "wx", 0o600);
    writeSync(file, randomUUID());
    closeSync(file);
  } catch {
    // Read-only, full, or just made by the other one.
  }
  return readOrEmpty(path);
}

/**
 * Computers of one office are often copies of one disk, with one machine id and sometimes one name, and a home folder
 * may travel from one to the other: all three together tell them apart.
 */
export function computerIn(folder: string, name = hostname()): Computer {
  const parts = [keptSecret(folder), readOrEmpty("/etc/machine-id"), name];
  return { id: createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, ID_LENGTH), name };
}

let known: Computer | null = null;
/** This computer; found out once. */
export const thisComputer = (): Computer => (known ??= computerIn(configFolder()));
