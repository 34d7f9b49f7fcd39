import { describe, expect, it } from "vitest";
import { createAutosave } from "../../../../renderer/editor/saving/autosave-machine.ts";
import type { SaveState } from "../../../../renderer/store.ts";

/** A clock that stands still until it is told to go on. */
function createClock() {
  let time = 0;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => time,
    after(delayMs: number, run: () => void) {
      const timer = { at: time + delayMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async pass(ms: number) {
      const end = time + ms;
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        time = Math.max(time, next.at);
        timers = timers.filter((other) => other !== next);
        next.run();
        await settle();
      }
      time = end;
      await settle();
    },
    pending: () => timers.length,
  };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

function open(options: { fail?: (attempt: number) => Error | null; retry?: boolean; slow?: boolean } = {}) {
  const clock = createClock();
  const states: SaveState[] = [];
  const saves: number[] = [];
  let text = 0;
  const stored: number[] = [];
  let finish: (() => void) | null = null;
  let overlapping = 0;
  let running = 0;
  const autosave = createAutosave({
    clock,
    async save() {
      running += 1;
      overlapping = Math.max(overlapping, running);
      saves.push(clock.now());
      const taken = text;
      if (options.slow) await new Promise<void>((resolve) => (finish = resolve));
      running -= 1;
      const error = options.fail?.(saves.length) ?? null;
      if (error) throw error;
      stored.push(taken);
      return "2026-03-01T02:21:00.000Z";
    },
    explain: (error) => ({ message: String(error), retry: options.retry ?? true }),
    onState: (state) => states.push(state),
  });
  return {
    clock,
    autosave,
    states,
    saves,
    stored,
    type() {
      text += 1;
      autosave.changed();
    },
    finish: async () => {
      finish?.();
      await settle();
    },
    overlapping: () => overlapping,
    kinds: () => states.map(({ kind }) => kind),
  };
}

describe("Saving by itself", () => {
  it("begins within two seconds of the last keystroke", async () => {
    const desk = open();
    desk.type();
    await desk.clock.pass(2_000);
    expect(desk.saves).toHaveLength(1);
    expect(desk.kinds()).toEqual(["dirty", "saving", "saved"]);
    expect(desk.clock.pending()).toBe(0);
  });

  it("does not wait for a writer who never pauses", async () => {
    const desk = open();
    for (let key = 0; key < 100; key += 1) {
      desk.type();
      await desk.clock.pass(100);
    }
    expect(desk.saves.length).toBeGreaterThanOrEqual(2);
    expect(desk.saves[0]).toBeLessThanOrEqual(4_100);
  });

  it("tells the window once that there is something unsaved, not at every key", () => {
    const desk = open();
    for (let key = 0; key < 20; key += 1) desk.type();
    expect(desk.kinds()).toEqual(["dirty"]);
  });

  it("never saves twice at the same time, and saves again what was typed meanwhile", async () => {
    const desk = open({ slow: true });
    desk.type();
    await desk.clock.pass(1_000);
    desk.type();
    await desk.clock.pass(10_000);
    expect(desk.saves).toHaveLength(1);
    await desk.finish();
    expect(desk.kinds().at(-1)).toBe("dirty");
    await desk.clock.pass(2_000);
    await desk.finish();
    expect(desk.stored).toEqual([1, 2]);
    expect(desk.overlapping()).toBe(1);
    expect(desk.kinds().at(-1)).toBe("saved");
  });

  it("keeps what could not be saved and tries again by itself until it works", async () => {
    const desk = open({ fail: (attempt) => (attempt <= 3 ? new Error("disk full") : null) });
    desk.type();
    await desk.clock.pass(900);
    expect(desk.states.at(-1)).toEqual({ kind: "failed", message: "Error: disk full" });
    desk.type();
    await desk.clock.pass(60_000);
    expect(desk.stored).toEqual([2]);
    expect(desk.kinds().at(-1)).toBe("saved");
  });

  it("tries more and more seldom, but never stops", async () => {
    const desk = open({ fail: () => new Error("locked") });
    desk.type();
    await desk.clock.pass(5 * 60_000);
    const gaps = desk.saves.slice(1).map((at, index) => at - (desk.saves[index] ?? 0));
    expect(gaps.slice(0, 4)).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(gaps.slice(5).every((gap) => gap === 30_000)).toBe(true);
    expect(gaps.length).toBeGreaterThan(8);
  });

  it("does not repeat by itself what cannot help, but does when asked", async () => {
    const desk = open({ fail: (attempt) => (attempt === 1 ? new Error("changed elsewhere") : null), retry: false });
    desk.type();
    await desk.clock.pass(60_000);
    expect(desk.saves).toHaveLength(1);
    expect(await desk.autosave.flush()).toBe(true);
    expect(desk.stored).toEqual([1]);
  });

  it("flushes at once, also what came while a save was under way", async () => {
    const desk = open({ slow: true });
    desk.type();
    const first = desk.autosave.flush();
    await settle();
    desk.type();
    const second = desk.autosave.flush();
    await desk.finish();
    await desk.finish();
    expect(await first).toBe(true);
    expect(await second).toBe(true);
    expect(desk.stored).toEqual([1, 2]);
  });

  it("says after a flush when something is left unsaved", async () => {
    const desk = open({ fail: () => new Error("read-only") });
    desk.type();
    expect(await desk.autosave.flush()).toBe(false);
    expect(desk.kinds().at(-1)).toBe("failed");
  });

  it("has nothing to flush when nothing was changed", async () => {
    const desk = open();
    expect(await desk.autosave.flush()).toBe(true);
    expect(desk.saves).toHaveLength(0);
  });

  it("leaves no timer behind when it is stopped", async () => {
    const desk = open();
    desk.type();
    desk.autosave.stop();
    await desk.clock.pass(60_000);
    expect(desk.saves).toHaveLength(0);
    expect(desk.clock.pending()).toBe(0);
  });
});
