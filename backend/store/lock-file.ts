import { randomUUID } from "node:crypto";
import { join } from "node:path";
import * as z from "zod";
import type { Computer } from "../computer.ts";
import { codeOf, isMissing } from "./file-errors.ts";
import { listFolder } from "./file.ts";
import type { FileSystem } from "./file-system.ts";
import { claimByThisProcess, isAlive, processIdentitySchema } from "./process-identity.ts";

const lockSchema = processIdentitySchema.extend({
  owner: z.string(),
  windowId: z.string(),
  /** Left out by versions that knew no other computer. */
  computer: z.object({ id: z.string(), name: z.string() }).optional(),
  user: z.string().optional(),
});
type Lock = z.infer<typeof lockSchema>;
type Found = Lock | "missing" | "unreadable";

/** `unavailable`: the folder takes no new file (read-only, full), so nobody can hold a lock in it. */
type LockAnswer = "held" | "taken" | "unavailable";

/** Who holds a lock on another computer, as far as its file tells. */
export type LockHolder = {
  /** Names this very claim: a takeover that was confirmed for it holds for no other. */
  readonly token: string;
  /** Empty where an older version wrote the lock. */
  readonly computer: string;
  readonly user: string;
  /** By the other computer's clock, ISO 8601. */
  readonly lastSign: string;
  /** For how long this program has seen no sign of life, by its own clock. */
  readonly quietMs: number;
};

/** Lock files of one store: one program on the data folder knows by them what another one has open. */
export type LockFiles = {
  acquire(path: string, windowId: string): Promise<LockAnswer>;
  release(path: string): Promise<void>;
  /** Whether a living program other than this store holds the lock; one on another computer counts as living. */
  isTaken(path: string): Promise<boolean>;
  /** Whether the lock is still this store's; one that was deleted is made again. Gives a sign of life. */
  keep(path: string, windowId: string): Promise<boolean>;
  /** Who holds the lock on another computer; null: nobody there. */
  holder(path: string): Promise<LockHolder | null>;
  /** Takes the lock of the claim that `token` names away from its computer. `taken`: it is another claim by now. */
  takeOver(path: string, windowId: string, token: string): Promise<LockAnswer>;
  /** Removes what ended programs of this computer left; locks of other computers stay. */
  clean(folder: string): Promise<void>;
};

/** A lock whose text is not there yet: its maker is between creating and writing it. */
const UNWRITTEN_LOCK_PAUSE_MS = 50;
const LONGEST_LOCK_BYTES = 4_096;
/** A sign of life is given no oftener than this, however often a save looks at the lock. */
const SIGN_PAUSE_MS = 5_000;
const lockName = /\.lock(\.[0-9a-f-]{36})?$/u;

type Parts = { readonly computer: Computer; readonly user: string };

export function createLockFiles(files: FileSystem, { computer, user }: Parts): LockFiles {
  /** Tells this store from another one in the same process. */
  const owner = randomUUID();
  /** The last change of locks of other computers, and when this program first saw it: no clock is compared with another. */
  const signs = new Map<string, { readonly changedAtMs: number; readonly seenAtMs: number }>();
  /** When this program last gave a sign of life, by lock. */
  const given = new Map<string, number>();

  /** In as few steps as can be: every save waits for it. What is no file, or too long for a lock, cannot be read. */
  const read = async (path: string): Promise<Found> => {
    try {
      const handle = await files.open(path, "r");
      const { buffer, bytesRead } = await handle
        .read(Buffer.alloc(LONGEST_LOCK_BYTES), 0, LONGEST_LOCK_BYTES, 0)
        .finally(() => handle.close());
      return lockSchema.parse(JSON.parse(buffer.toString("utf8", 0, bytesRead)));
    } catch (error) {
      return isMissing(error) ? "missing" : "unreadable";
    }
  };
  const readSettled = async (path: string): Promise<Found> => {
    const lock = await read(path);
    if (lock !== "unreadable") return lock;
    await files.wait(UNWRITTEN_LOCK_PAUSE_MS);
    return read(path);
  };
  /** A process number means nothing on another computer; a lock that names none may be from any. */
  const isElsewhere = (lock: Lock): boolean =>
    lock.computer === undefined ? !isAlive(lock) : lock.computer.id !== computer.id;
  const isTakenBy = (lock: Lock): boolean => lock.owner !== owner && (isElsewhere(lock) || isAlive(lock));

  const create = async (path: string, windowId: string): Promise<"created" | "exists" | "unavailable"> => {
    const lock: Lock = { ...claimByThisProcess(), owner, windowId, computer, user };
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

  /** Moves a lock out of the way; puts it back when another program was quicker and it is none that may go. */
  const remove = async (path: string, mayGo: (lock: Lock) => boolean): Promise<void> => {
    const removed = `${path}.${owner}`;
    try {
      await files.rename(path, removed);
      const lock = await read(removed);
      if (typeof lock === "object" && !mayGo(lock)) await files.link(removed, path);
    } catch {
      // Another program was quicker; the next attempt to create the lock will tell.
    }
    await files.unlink(removed).catch(() => undefined);
  };
  const isStale = (lock: Lock): boolean => !isTakenBy(lock);

  const acquire = async (path: string, windowId: string): Promise<LockAnswer> => {
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      const answer = await create(path, windowId);
      if (answer !== "exists") return answer === "created" ? "held" : "unavailable";
      const lock = await readSettled(path);
      if (typeof lock === "object" && lock.owner === owner) return "held";
      if (typeof lock === "object" && isTakenBy(lock)) return "taken";
      await remove(path, isStale);
    }
    return "taken";
  };

  const quietMsOf = (path: string, changedAtMs: number): number => {
    const before = signs.get(path);
    const now = performance.now();
    if (before?.changedAtMs === changedAtMs) return now - before.seenAtMs;
    signs.set(path, { changedAtMs, seenAtMs: now });
    return 0;
  };

  /** A lock that its maker did not live to write, and the one that a remover did not live to remove. */
  const cleanOne = async (path: string, isMovedAway: boolean): Promise<void> => {
    const lock = await read(path);
    if (typeof lock !== "object" || !isStale(lock)) return;
    if (isMovedAway) await files.unlink(path).catch(() => undefined);
    else await remove(path, isStale);
  };

  return {
    acquire,
    release: async (path) => {
      given.delete(path);
      const lock = await read(path);
      // What cannot be removed now is seen to be stale by the next program.
      if (typeof lock === "object" && lock.owner === owner) await files.unlink(path).catch(() => undefined);
    },
    isTaken: async (path) => {
      const lock = await readSettled(path);
      return typeof lock === "object" && isTakenBy(lock);
    },
    keep: async (path, windowId) => {
      const lock = await readSettled(path);
      if (lock === "missing") return (await acquire(path, windowId)) !== "taken";
      // What cannot be read now, as while a network folder is away, is no proof that somebody else has it.
      if (lock === "unreadable") return true;
      if (lock.owner !== owner) return false;
      const now = performance.now();
      if (now - (given.get(path) ?? -SIGN_PAUSE_MS) < SIGN_PAUSE_MS) return true;
      given.set(path, now);
      await files.utimes(path, new Date()).catch(() => undefined);
      return true;
    },
    holder: async (path) => {
      const lock = await readSettled(path);
      if (typeof lock !== "object" || lock.owner === owner || !isElsewhere(lock)) return null;
      const changedAtMs = await files.stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => lock.claimedAtMs,
      );
      return {
        token: lock.owner,
        computer: lock.computer?.name ?? "",
        user: lock.user ?? "",
        lastSign: new Date(changedAtMs).toISOString(),
        quietMs: quietMsOf(path, changedAtMs),
      };
    },
    takeOver: async (path, windowId, token) => {
      const lock = await readSettled(path);
      if (typeof lock === "object" && lock.owner !== owner) {
        if (lock.owner !== token) return "taken";
        await remove(path, (found) => found.owner === token);
      }
      return acquire(path, windowId);
    },
    clean: async (folder) => {
      for (const name of await listFolder(files, folder).catch(() => [])) {
        const moved = lockName.exec(name);
        if (moved !== null) await cleanOne(join(folder, name), moved[1] !== undefined);
      }
    },
  };
}
