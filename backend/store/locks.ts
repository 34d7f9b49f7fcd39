import type { LockFiles, LockHolder } from "./lock-file.ts";
import { createSerialQueue } from "./serial-queue.ts";

/** Who may write which report. The first window may; the others wait their turn. */
export type Locks = {
  /** Lets the window in; it writes when no other one does, else it reads and waits. */
  enter(id: string, windowId: string): Promise<"write" | "read">;
  /** Whether the window may write now, letting it in when nobody is there. */
  mayWrite(id: string, windowId: string): Promise<boolean>;
  /** Whether the window holds the right as far as this program knows; a last look at the disk comes before the write. */
  readonly isHeldBy: (id: string, windowId: string) => boolean;
  /** That last look: whether no other program has taken the right. */
  readonly stillMayWrite: (id: string) => Promise<boolean>;
  leave(id: string, windowId: string): Promise<void>;
  /** Who has the right on another computer; null: nobody there. */
  holderElsewhere(id: string): Promise<LockHolder | null>;
  /** Takes the right from another computer, as its user was asked. False: somebody else has it by now. */
  takeOver(id: string, windowId: string, token: string): Promise<boolean>;
  /** Returns the reports that the window may have had open. */
  leaveAll(windowId: string): Promise<readonly string[]>;
  /** Whether a window other than this one, here or in another program, has the right to write. */
  isTakenByOther(id: string, windowId: string | null): Promise<boolean>;
  /** Whether any window of this store has the report open. */
  readonly isOpen: (id: string) => boolean;
  close(): Promise<void>;
};

type Desk = {
  holder: string | null;
  /** Whether the holder's right is written down in the lock file, too. */
  onDisk: boolean;
  readonly waiting: string[];
};

/** How often a window waits for another program's lock to end. */
const FOREIGN_LOCK_POLL_MS = 1_000;
/** How often a holder shows that it lives, and looks whether its lock was taken from it. */
const SIGN_OF_LIFE_MS = 10_000;

type Listeners = {
  /** A waiting window may write from now on. */
  readonly onGranted: (id: string, windowId: string) => void;
  /** The right of a window was taken over from another computer. */
  readonly onLost: (id: string, windowId: string) => void;
};

export function createLocks(
  lockFiles: LockFiles,
  pathOf: (id: string) => string,
  { onGranted, onLost }: Listeners,
): Locks {
  const desks = new Map<string, Desk>();
  const inTurn = createSerialQueue();
  let poll: NodeJS.Timeout | null = null;

  const deskOf = (id: string): Desk => {
    const desk = desks.get(id) ?? { holder: null, onDisk: false, waiting: [] };
    desks.set(id, desk);
    return desk;
  };
  const forgetIfEmpty = (id: string, desk: Desk): void => {
    if (desk.holder === null && desk.waiting.length === 0) desks.delete(id);
  };

  /** Takes the right to write. A folder that takes no lock file cannot stop the window from holding its text. */
  const claim = async (id: string, desk: Desk, windowId: string): Promise<boolean> => {
    const answer = await lockFiles.acquire(pathOf(id), windowId);
    if (answer === "taken") return false;
    desk.holder = windowId;
    desk.onDisk = answer === "held";
    return true;
  };

  /** Whether the holder's lock on disk is still its own. One that lost it waits for its turn like any other. */
  const keeps = async (id: string, desk: Desk, holder: string): Promise<boolean> => {
    if (!desk.onDisk || (await lockFiles.keep(pathOf(id), holder))) return true;
    desk.holder = null;
    desk.onDisk = false;
    if (!desk.waiting.includes(holder)) desk.waiting.push(holder);
    onLost(id, holder);
    watchForeignLocks();
    return false;
  };
  const signs = setInterval(() => {
    for (const id of desks.keys()) {
      void inTurn(id, async () => {
        const desk = desks.get(id);
        if (desk !== undefined && desk.holder !== null) await keeps(id, desk, desk.holder);
      }).catch(() => undefined);
    }
  }, SIGN_OF_LIFE_MS);
  signs.unref();

  const grantNext = async (id: string, desk: Desk): Promise<void> => {
    const next = desk.waiting[0];
    if (next === undefined || desk.holder !== null || !(await claim(id, desk, next))) return;
    desk.waiting.shift();
    onGranted(id, next);
  };

  const watchForeignLocks = (): void => {
    const isNeeded = [...desks.values()].some(({ holder, waiting }) => holder === null && waiting.length > 0);
    if (!isNeeded || poll !== null) return;
    poll = setTimeout(() => {
      poll = null;
      const turns = [...desks.keys()].map((id) =>
        inTurn(id, async () => {
          const desk = desks.get(id);
          if (desk !== undefined) await grantNext(id, desk);
        }),
      );
      void Promise.allSettled(turns).then(watchForeignLocks);
    }, FOREIGN_LOCK_POLL_MS);
    poll.unref();
  };

  const enter = (id: string, windowId: string, waits: boolean): Promise<"write" | "read"> =>
    inTurn(id, async () => {
      const desk = deskOf(id);
      if (desk.holder === windowId && !(await keeps(id, desk, windowId))) return "read";
      const isNext = desk.holder === null && (desk.waiting.length === 0 || desk.waiting[0] === windowId);
      if (desk.holder === windowId || (isNext && (await claim(id, desk, windowId)))) {
        // The folder takes files again: write the right down at last.
        if (!desk.onDisk) desk.onDisk = (await lockFiles.acquire(pathOf(id), windowId)) === "held";
        if (desk.waiting[0] === windowId) desk.waiting.shift();
        return "write";
      }
      if (waits && !desk.waiting.includes(windowId)) desk.waiting.push(windowId);
      forgetIfEmpty(id, desk);
      watchForeignLocks();
      return "read";
    });

  const leave = (id: string, windowId: string): Promise<void> =>
    inTurn(id, async () => {
      const desk = desks.get(id);
      if (desk === undefined) return;
      const place = desk.waiting.indexOf(windowId);
      if (place >= 0) desk.waiting.splice(place, 1);
      if (desk.holder === windowId) {
        desk.holder = null;
        if (desk.waiting.length === 0) await lockFiles.release(pathOf(id));
        else await grantNext(id, desk);
      }
      forgetIfEmpty(id, desk);
    });

  return {
    enter: (id, windowId) => enter(id, windowId, true),
    mayWrite: async (id, windowId) => (await enter(id, windowId, false)) === "write",
    isHeldBy: (id, windowId) => {
      const desk = desks.get(id);
      return desk?.onDisk === true && desk.holder === windowId;
    },
    stillMayWrite: (id) =>
      inTurn(id, async () => {
        const desk = desks.get(id);
        const holder = desk?.holder ?? null;
        return desk === undefined || holder === null ? !(await lockFiles.isTaken(pathOf(id))) : keeps(id, desk, holder);
      }),
    leave,
    leaveAll: async (windowId) => {
      const ids = [...desks.keys()];
      await Promise.all(ids.map((id) => leave(id, windowId)));
      return ids;
    },
    isTakenByOther: async (id, windowId) => {
      const holder = desks.get(id)?.holder ?? null;
      if (holder !== null) return holder !== windowId;
      return lockFiles.isTaken(pathOf(id));
    },
    holderElsewhere: (id) =>
      (desks.get(id)?.holder ?? null) === null ? lockFiles.holder(pathOf(id)) : Promise.resolve(null),
    takeOver: (id, windowId, token) =>
      inTurn(id, async () => {
        const desk = deskOf(id);
        if (desk.holder !== null && desk.holder !== windowId) return false;
        const answer = await lockFiles.takeOver(pathOf(id), windowId, token);
        if (answer === "taken") {
          forgetIfEmpty(id, desk);
          return false;
        }
        desk.holder = windowId;
        desk.onDisk = answer === "held";
        desk.waiting.splice(0, desk.waiting.length, ...desk.waiting.filter((waiting) => waiting !== windowId));
        return true;
      }),
    isOpen: (id) => desks.has(id),
    close: async () => {
      clearInterval(signs);
      if (poll !== null) clearTimeout(poll);
      const holders = [...desks].filter(([, { holder }]) => holder !== null);
      desks.clear();
      await Promise.all(holders.map(([id]) => lockFiles.release(pathOf(id))));
    },
  };
}
