import { randomUUID } from "node:crypto";
import { z } from "zod";
import { codeOf, isMissing } from "./file-errors.ts";
import type { FileSystem } from "./file-system.ts";
import { readWhole } from "./read-whole.ts";
import { claimByThisProcess, isAlive, processIdentitySchema } from "./process-identity.ts";

const lockSchema = processIdentitySchema.extend({ owner: z.string(), windowId: z.string() });
type Lock = z.infer<typeof lockSchema>;

/** `unavailable`: the folder takes no new file (read-only, full), so nobody can hold a lock in it. */
type LockAnswer = "held" | "taken" | "unavailable";

/** Lock files of one store: one program on the data folder knows by them what another one has open. */
export type LockFiles = {
  acquire(path: string, windowId: string): Promise<LockAnswer>;
  release(path: string): Promise<void>;
  /** Whether a living program other than this store holds the lock. */
  isTaken(path: string): Promise<boolean>;
};

/** A lock whose text is not there yet: its maker is between creating and writing it. */
const UNWRITTEN_LOCK_PAUSE_MS = 50;

export function createLockFiles(files: FileSystem): LockFiles {
  /** Tells this store from another one in the same process. */
  const owner = randomUUID();

  const read = async (path: string): Promise<Lock | "missing" | "unreadable"> => {
    try {
      return lockSchema.parse(JSON.parse((await readWhole(files, path)).bytes.toString("utf8")));
    } catch (error) {
      return isMissing(error) ? "missing" : "unreadable";
    }
  };
  const readSettled = async (path: string): Promise<Lock | "missing" | "unreadable"> => {
    const lock = await read(path);
    if (lock !== "unreadable") return lock;
    await files.wait(UNWRITTEN_LOCK_PAUSE_MS);
    return read(path);
  };
  const isForeign = (lock: Lock): boolean => lock.owner !== owner && isAlive(lock);

  const create = async (path: string, windowId: string): Promise<"created" | "exists" | "unavailable"> => {
    const lock: Lock = { ...claimByThisProcess(), owner, windowId };
    try {
      const handle = await files.open(path, "wx");
      try {
        await handle.writeFile(JSON.stringify(lock));
      } finally {
        await handle.close();
      }
      return "created";
    } catch (error) {
      return codeOf(error) === "EEXIST" ? "exists" : "unavailable";
    }
  };

  /** Moves a dead program's lock out of the way; puts it back when another program was quicker and it is alive. */
  const removeStale = async (path: string): Promise<void> => {
    const removed = `${path}.${owner}`;
    try {
      await files.rename(path, removed);
      const lock = await read(removed);
      if (typeof lock === "object" && isForeign(lock)) await files.link(removed, path);
    } catch {
      // Another program was quicker; the next attempt to create the lock will tell.
    }
    await files.unlink(removed).catch(() => undefined);
  };

  return {
    acquire: async (path, windowId) => {
      for (let attempt = 1; attempt <= 3; attempt += 1) {
        const answer = await create(path, windowId);
        if (answer !== "exists") return answer === "created" ? "held" : "unavailable";
        const lock = await readSettled(path);
        if (typeof lock === "object" && lock.owner === owner) return "held";
        if (typeof lock === "object" && isForeign(lock)) return "taken";
        await removeStale(path);
      }
      return "taken";
    },
    release: async (path) => {
      const lock = await read(path);
      // What cannot be removed now is seen to be stale by the next program.
      if (typeof lock === "object" && lock.owner === owner) await files.unlink(path).catch(() => undefined);
    },
    isTaken: async (path) => {
      const lock = await readSettled(path);
      return typeof lock === "object" && isForeign(lock);
    },
  };
}
