import { randomUUID } from "node:crypto";
import { readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { computerIn, thisComputer } from "../../backend/computer.ts";
import type { Emit } from "../../backend/emit.ts";
import type { Store } from "../../backend/store/store.ts";
import { watchedFileSystem } from "../backend/store/faulty-file-system.ts";
import {
  anna,
  boris,
  editWith,
  makeFolder,
  namesIn,
  openNewReport,
  openTestStore,
  reportPath,
  textOf,
} from "../backend/store/test-store.ts";

/** Two computers on one shared folder, in one process: to the files there is no difference. */

const office = { computer: { id: "aaaaaaaaaaaa", name: "办公室-01" }, user: "王芳" };
const home = { computer: { id: "bbbbbbbbbbbb", name: "法规处-02" }, user: "李强" };
const lockPath = (root: string, id: string): string => join(root, "data", "reports", `${id}.lock`);

async function holderOf(store: Store, id: string) {
  const { holder } = await store.reports.holder(id);
  if (holder === null) throw new Error("Nobody holds the lock elsewhere");
  return holder;
}

/** A lock of another computer whose process number is nobody's here. */
async function leaveLock(root: string, id: string, change: object = {}): Promise<void> {
  const claim = { pid: 4_194_999, nonce: "a", startTicks: "", claimedAtMs: Date.now(), owner: "o", windowId: "w" };
  await writeFile(lockPath(root, id), JSON.stringify({ ...claim, ...home, ...change }));
}

test("a lock of another computer is respected, whether its process number runs here or not", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root, office);
  const { id } = await openNewReport(store);
  await store.reports.close(id, anna);
  await leaveLock(root, id);
  expect((await store.reports.open(id, anna)).access).toBe("read");
  expect(await holderOf(store, id)).toMatchObject({ computer: "法规处-02", user: "李强" });
  // Also after a start, which cleans up.
  await store.close();
  const next = await openTestStore(root, office);
  expect((await next.reports.open(id, anna)).access).toBe("read");
  await expect(next.reports.trash(id, anna)).rejects.toMatchObject({ code: "report-open-elsewhere" });
});

test("a lock of a version that knew no computer is asked about, too", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root, office);
  const { id } = await openNewReport(store);
  await store.reports.close(id, anna);
  await leaveLock(root, id, { computer: undefined, user: undefined });
  expect((await store.reports.open(id, anna)).access).toBe("read");
  const { token, computer } = await holderOf(store, id);
  expect(computer).toBe("");
  expect((await store.reports.takeOver({ id, token }, anna)).access).toBe("write");
});

test("a takeover holds for the claim that was asked about and for no other", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root, office);
  const { id } = await openNewReport(store);
  await store.reports.close(id, anna);
  await leaveLock(root, id, { owner: "first" });
  const { token } = await holderOf(store, id);
  await leaveLock(root, id, { owner: "second" });
  await expect(store.reports.takeOver({ id, token }, anna)).rejects.toMatchObject({ code: "report-open-elsewhere" });
  expect(JSON.parse(await readFile(lockPath(root, id), "utf8"))).toMatchObject({ owner: "second" });
});

test("the writer whose report was taken over notices, writes nothing over, and keeps a copy", async () => {
  const root = await makeFolder();
  const heard: string[] = [];
  const emit: Emit = (event, payload) => {
    if (event === "report.accessChanged" && "access" in payload) heard.push(payload.access);
  };
  const one = await openTestStore(root, { ...office, emit });
  const two = await openTestStore(root, home);
  const report = await openNewReport(one);
  const { id } = report;
  expect((await two.reports.open(id, boris)).access).toBe("read");
  const { token } = await holderOf(two, id);
  expect((await two.reports.takeOver({ id, token }, boris)).access).toBe("write");
  const refused = one.reports.save({ id, baseRevision: 0, edit: editWith("办公室写的") }, anna);
  await expect(refused).rejects.toMatchObject({ code: "report-open-elsewhere" });
  expect(heard).toEqual(["read"]);
  await two.reports.save({ id, baseRevision: 0, edit: editWith("法规处写的") }, boris);
  const copy = await one.reports.saveCopy({ report: { ...report, ...editWith("办公室写的") } });
  expect(textOf(await one.reports.read(copy.id))).toContain("办公室写的");
  expect(textOf(await one.reports.read(id))).toContain("法规处写的");
  // The pen comes back when the other one lays it down.
  await two.reports.close(id, boris);
  await vi.waitFor(() => expect(heard).toEqual(["read", "write"]), { timeout: 5_000 });
});

test("a takeover in the middle of a save, between its first look and its last step, stops it", async () => {
  const root = await makeFolder();
  let during: (() => Promise<void>) | null = null;
  const files = watchedFileSystem(async (operation, path) => {
    const work = operation === "handle.sync" && path.endsWith(".tmp") ? during : null;
    if (work === null) return;
    during = null;
    await work();
  });
  const one = await openTestStore(root, { ...office, files });
  const two = await openTestStore(root, home);
  const { id } = await openNewReport(one);
  await two.reports.open(id, boris);
  const { token } = await holderOf(two, id);
  during = async () => {
    await two.reports.takeOver({ id, token }, boris);
    await two.reports.save({ id, baseRevision: 0, edit: editWith("接管者写的") }, boris);
  };
  const late = one.reports.save({ id, baseRevision: 0, edit: editWith("迟到的") }, anna);
  await expect(late).rejects.toHaveProperty("code");
  expect(textOf(await two.reports.read(id))).toContain("接管者写的");
});

test("a file that another program wrote in the middle of a save is not written over", async () => {
  const root = await makeFolder();
  let during: (() => Promise<void>) | null = null;
  const files = watchedFileSystem(async (operation, path) => {
    if (operation !== "handle.sync" || !path.endsWith(".tmp")) return;
    await during?.();
    during = null;
  });
  const store = await openTestStore(root, { ...office, files });
  const { id } = await openNewReport(store);
  const stored = await readFile(reportPath(root, id), "utf8");
  during = () => writeFile(reportPath(root, id), stored.replace("做了工作", "别处写的"));
  const late = store.reports.save({ id, baseRevision: 0, edit: editWith("这里写的") }, anna);
  await expect(late).rejects.toMatchObject({ code: "report-changed-elsewhere" });
  expect(await readFile(reportPath(root, id), "utf8")).toContain("别处写的");
});

test("a sign of life counts by its change; a clock that goes years wrong makes nobody dead or alive", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root, office);
  const { id } = await openNewReport(store);
  await store.reports.close(id, anna);
  for (const year of ["1999", "2026", "2099"]) {
    await leaveLock(root, id, { claimedAtMs: Date.parse(`${year}-01-01`) });
    await utimes(lockPath(root, id), new Date(`${year}-01-01`), new Date(`${year}-01-01`));
    expect((await store.reports.open(id, anna)).access).toBe("read");
    const first = await holderOf(store, id);
    expect(first.lastSign.slice(0, 4)).toBe(year === "1999" ? "1999" : year);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect((await holderOf(store, id)).quietMs).toBeGreaterThan(first.quietMs);
    await utimes(lockPath(root, id), new Date(), new Date(Date.parse(`${year}-01-02`)));
    expect((await holderOf(store, id)).quietMs).toBe(0);
    await store.reports.close(id, anna);
    await rm(lockPath(root, id));
  }
});

test("the start leaves temporary files and locks of other computers, and clears its own", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root, office);
  const { id } = await openNewReport(store);
  await store.close();
  const dead = { pid: 4_194_999, nonce: "a", startTicks: "", claimedAtMs: Date.now(), owner: "o", windowId: "w" };
  const folder = join(root, "data", "reports");
  const theirs = [
    `${id}.json.cccccccccccc-4194999-abcdef-1.tmp`,
    `${id}.json.4194999-abcdef-1.tmp`,
    `${id}.lock`,
    `${randomUUID()}.lock.${randomUUID()}`,
  ];
  for (const name of theirs) await writeFile(join(folder, name), JSON.stringify({ ...dead, ...home }));
  const ours = [
    `${id}.json.${thisComputer().id}-4194999-abcdef-1.tmp`,
    `${randomUUID()}.lock`,
    `${randomUUID()}.lock.${randomUUID()}`,
  ];
  for (const name of ours) await writeFile(join(folder, name), JSON.stringify({ ...dead, ...office }));
  await openTestStore(root, office);
  const names = await namesIn(folder);
  for (const name of theirs) expect(names).toContain(name);
  for (const name of ours) expect(names).not.toContain(name);
});

test("of any computers that open, write, take over and leave in any order no text that was acknowledged is lost", async () => {
  const step = fc.record({
    who: fc.integer({ min: 0, max: 2 }),
    what: fc.constantFrom("open", "save", "takeOver", "close"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const root = await makeFolder();
      const stores = await Promise.all(
        ["x", "y", "z"].map((name) => openTestStore(root, { computer: { id: name.repeat(12), name }, user: name })),
      );
      const { id } = await (stores[0] as Store).reports.create({ templateId: "small", year: 2026, organ: "" });
      const known = new Map<number, number>();
      let text = "做了工作";
      let revision = 0;
      for (const [count, { who, what }] of steps.entries()) {
        const { reports } = stores[who] as Store;
        const caller = { windowId: `window-${who}-only` };
        try {
          if (what === "open") known.set(who, (await reports.open(id, caller)).report.revision);
          else if (what === "close") await reports.close(id, caller);
          else if (what === "takeOver") {
            const { holder } = await reports.holder(id);
            if (holder === null) continue;
            known.set(who, (await reports.takeOver({ id, token: holder.token }, caller)).report.revision);
          } else {
            const baseRevision = known.get(who) ?? 0;
            const saved = await reports.save({ id, baseRevision, edit: editWith(`第${count}步`) }, caller);
            // Nobody saves over what he has not seen.
            expect(baseRevision).toBe(revision);
            known.set(who, saved.revision);
            revision = saved.revision;
            text = `第${count}步`;
          }
        } catch (error) {
          expect(error).toHaveProperty("code", expect.stringMatching(/^report-(?:open|changed)-elsewhere$/u));
        }
      }
      expect(textOf(await (stores[1] as Store).reports.read(id))).toContain(text);
      await Promise.all(stores.map((store) => store.close()));
    }),
    { numRuns: 25 },
  );
}, 60_000);

test("a computer is the same at every start, and another one in every folder and under every name", async () => {
  const [one, two] = [await makeFolder(), await makeFolder()];
  expect(computerIn(one, "a")).toEqual(computerIn(one, "a"));
  expect(computerIn(one, "a").id).not.toBe(computerIn(two, "a").id);
  expect(computerIn(one, "a").id).not.toBe(computerIn(one, "b").id);
  expect(computerIn(join(one, "computer-id", "no", "folder"), "a").id).toMatch(/^[0-9a-f]{12}$/u);
});
