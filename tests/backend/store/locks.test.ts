import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { thisComputer } from "../../../backend/computer.ts";
import type { Emit } from "../../../backend/emit.ts";
import { systemError, watchedFileSystem } from "./faulty-file-system.ts";
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
} from "./test-store.ts";

const clara = { windowId: "window-clara" };
/** A listener that writes down who was granted access to which report. */
function hearing() {
  const granted: string[] = [];
  const emit: Emit = (event, payload, windowId) => {
    if (event === "report.accessChanged" && "access" in payload) granted.push(`${windowId ?? "all"} ${payload.access}`);
  };
  return { granted, emit };
}
const lockPath = (root: string, id: string): string => join(root, "data", "reports", `${id}.lock`);

test("the second window on a report reads only and cannot save", async () => {
  const store = await openTestStore(await makeFolder());
  const { id } = await openNewReport(store);
  expect((await store.reports.open(id, boris)).access).toBe("read");
  const attempt = store.reports.save({ id, baseRevision: 0, edit: editWith("不行") }, boris);
  await expect(attempt).rejects.toMatchObject({ code: "report-open-elsewhere" });
  expect((await store.reports.save({ id, baseRevision: 0, edit: editWith("可以") }, anna)).revision).toBe(1);
});

test("opening twice in one window, as after a reload, keeps the right to write", async () => {
  const store = await openTestStore(await makeFolder());
  const { id } = await openNewReport(store);
  expect((await store.reports.open(id, anna)).access).toBe("write");
});

test("when the first window closes the next one in line may write and is told so", async () => {
  const { granted, emit } = hearing();
  const store = await openTestStore(await makeFolder(), { emit });
  const { id } = await openNewReport(store);
  await store.reports.open(id, boris);
  await store.reports.open(id, clara);
  await store.reports.close(id, anna);
  expect(granted).toEqual(["window-boris write"]);
  await store.reports.close(id, clara);
  await store.reports.close(id, boris);
  expect(granted).toEqual(["window-boris write"]);
});

test("a window that goes without a word loses its locks", async () => {
  const { granted, emit } = hearing();
  const root = await makeFolder();
  const store = await openTestStore(root, { emit });
  const first = await openNewReport(store);
  const second = await openNewReport(store);
  await store.reports.open(first.id, boris);
  await store.reports.closeWindow(anna.windowId);
  expect(granted).toEqual(["window-boris write"]);
  await store.reports.closeWindow(boris.windowId);
  expect((await store.reports.open(second.id, boris)).access).toBe("write");
  expect((await namesIn(root, "data", "reports")).filter((name) => name.endsWith(".lock"))).toEqual([
    `${second.id}.lock`,
  ]);
});

test("a window that came to write must not overwrite what was saved while it waited", async () => {
  const store = await openTestStore(await makeFolder());
  const { id } = await openNewReport(store);
  await store.reports.open(id, boris);
  await store.reports.save({ id, baseRevision: 0, edit: editWith("安娜的") }, anna);
  await store.reports.close(id, anna);
  const attempt = store.reports.save({ id, baseRevision: 0, edit: editWith("鲍里斯的") }, boris);
  await expect(attempt).rejects.toMatchObject({ code: "report-changed-elsewhere" });
  expect(textOf((await store.reports.open(id, boris)).report)).toContain("安娜的");
  expect((await store.reports.save({ id, baseRevision: 1, edit: editWith("接着写") }, boris)).revision).toBe(2);
});

test("a window that never opened the report, as after a restart of the program, may save when nobody else has it", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { id } = await openNewReport(store);
  await store.close();
  const next = await openTestStore(root);
  expect((await next.reports.save({ id, baseRevision: 0, edit: editWith("接着写") }, anna)).revision).toBe(1);
  expect((await next.reports.open(id, boris)).access).toBe("read");
});

test("two programs on one folder see each other's locks, and the right passes on", async () => {
  const root = await makeFolder();
  const { granted, emit } = hearing();
  const one = await openTestStore(root);
  const two = await openTestStore(root, { emit });
  const { id } = await openNewReport(one);
  expect((await two.reports.open(id, boris)).access).toBe("read");
  await expect(two.reports.trash(id, boris)).rejects.toMatchObject({ code: "report-open-elsewhere" });
  await one.reports.save({ id, baseRevision: 0, edit: editWith("第一个程序写的") }, anna);
  await one.reports.close(id, anna);
  await vi.waitFor(() => expect(granted).toEqual(["window-boris write"]), { timeout: 5_000 });
  const attempt = two.reports.save({ id, baseRevision: 0, edit: editWith("旧的") }, boris);
  await expect(attempt).rejects.toMatchObject({ code: "report-changed-elsewhere" });
  expect(textOf((await two.reports.open(id, boris)).report)).toContain("第一个程序写的");
});

test.each([
  ["of a process that is gone", { pid: 4_194_999, nonce: "a", startTicks: "", claimedAtMs: Date.now() }],
  [
    "of another run of a process with this number",
    { pid: process.pid, nonce: "a", startTicks: "", claimedAtMs: Date.now() },
  ],
  [
    "of a process whose number another one has now",
    { pid: process.ppid, nonce: "a", startTicks: "1", claimedAtMs: Date.now() },
  ],
  ["from before the computer was started", { pid: process.ppid, nonce: "a", startTicks: "", claimedAtMs: 1_000 }],
])("a lock %s is taken over", async (_, claim) => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { id } = await openNewReport(store);
  await store.reports.close(id, anna);
  await writeFile(
    lockPath(root, id),
    JSON.stringify({ ...claim, owner: "somebody", windowId: "w", computer: thisComputer(), user: "li" }),
  );
  expect((await store.reports.open(id, anna)).access).toBe("write");
  expect(JSON.parse(await readFile(lockPath(root, id), "utf8"))).toMatchObject({ pid: process.pid });
});

test.each(["", "{half", "[]"])("a lock file that says nothing (%j) is taken over", async (content) => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { id } = await openNewReport(store);
  await store.reports.close(id, anna);
  await writeFile(lockPath(root, id), content);
  expect((await store.reports.open(id, anna)).access).toBe("write");
});

test("a lock of a living process is respected", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { id } = await openNewReport(store);
  await store.reports.close(id, anna);
  const claim = { pid: process.ppid, nonce: "a", startTicks: "", claimedAtMs: Date.now(), owner: "x", windowId: "w" };
  await writeFile(lockPath(root, id), JSON.stringify(claim));
  expect((await store.reports.open(id, anna)).access).toBe("read");
  await rm(lockPath(root, id));
});

test("of two programs that open a report at the same moment one may write", async () => {
  const root = await makeFolder();
  const one = await openTestStore(root);
  const two = await openTestStore(root);
  for (let round = 0; round < 20; round += 1) {
    const { id } = await one.reports.create({ templateId: "small", year: 2026, organ: "" });
    const opened = await Promise.all([one.reports.open(id, anna), two.reports.open(id, boris)]);
    expect(opened.map(({ access }) => access).sort()).toEqual(["read", "write"]);
  }
});

test("a folder that takes no lock file does not lock the writer out", async () => {
  const root = await makeFolder();
  let isFull = false;
  const files = watchedFileSystem((operation) => {
    if (isFull && ["open", "handle.writeFile"].includes(operation)) throw systemError("ENOSPC");
  });
  const reading = watchedFileSystem(() => undefined);
  const store = await openTestStore(root, {
    files: { ...files, open: (path, flags) => (flags === "r" ? reading.open(path, flags) : files.open(path, flags)) },
  });
  const { id } = await store.reports.create({ templateId: "small", year: 2026, organ: "" });
  isFull = true;
  expect((await store.reports.open(id, anna)).access).toBe("write");
  const attempt = store.reports.save({ id, baseRevision: 0, edit: editWith("话") }, anna);
  await expect(attempt).rejects.toMatchObject({ code: "disk-full" });
  isFull = false;
  await store.reports.save({ id, baseRevision: 0, edit: editWith("话") }, anna);
  expect(await namesIn(root, "data", "reports")).toContain(`${id}.lock`);
  expect(await readFile(reportPath(root, id), "utf8")).toContain("话");
});
