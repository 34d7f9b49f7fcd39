import { execFileSync } from "node:child_process";
import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { serve } from "../../backend/web/serve.ts";
import { anna, editWith, makeFolder, openTestStore, textOf } from "../backend/store/test-store.ts";
import { systemError, watchedFileSystem } from "../backend/store/faulty-file-system.ts";
import { browse } from "../support/browse.ts";
import { canMount } from "../support/can-mount.ts";

const run = (program: string, ...args: readonly string[]): unknown => execFileSync(program, args, { stdio: "ignore" });

const isSkipped = !canMount();
if (isSkipped) console.warn("Browser mode on full and read-only disks: skipped, this process may not mount a tmpfs.");

/** A library of one report on a disk of one megabyte. */
async function smallDisk(): Promise<{ root: string; dataFolder: string; id: string }> {
  const root = await makeFolder();
  const dataFolder = join(root, "data");
  await mkdir(dataFolder);
  run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", dataFolder);
  onTestFinished(() => void run("umount", "--lazy", dataFolder));
  const store = await openTestStore(root);
  const { id } = await store.reports.create({ templateId: "small", year: 2026, organ: "某局" });
  await store.close();
  return { root, dataFolder, id };
}

async function start(root: string, dataFolder: string) {
  const mode = await serve({
    dataFolder,
    folders: {
      defaultFolder: () => Promise.resolve(join(root, "export")),
      choose: () => Promise.resolve(null),
      reveal: () => Promise.resolve(),
    },
    log: () => undefined,
  });
  if (mode.kind !== "serving") throw new Error("Somebody else serves the folder");
  const page = await browse(mode.startUrl);
  onTestFinished(async () => {
    page.leave();
    await mode.close();
  });
  return page;
}

async function readsAndExports(page: Awaited<ReturnType<typeof start>>, root: string, id: string): Promise<void> {
  expect(await page.call("library.list")).toMatchObject({ reports: [{ id }] });
  expect(await page.call("report.open", { id })).toMatchObject({ report: { id } });
  const formats = ["docx", "txt"];
  const { folderToken } = await page.call<{ folderToken: string }>("export.plan", { id, folderToken: null, formats });
  const done = await page.call<{ files: unknown[] }>("export.run", { id, folderToken, formats, overwrite: false });
  expect(done.files).toHaveLength(2);
  expect((await stat(join(root, "export"))).isDirectory()).toBe(true);
}

test.skipIf(isSkipped)("on a full disk reports can be read, exported elsewhere and deleted", async () => {
  const { root, dataFolder, id } = await smallDisk();
  await writeFile(join(dataFolder, "filler"), Buffer.alloc(2_000_000)).catch(() => undefined);
  const page = await start(root, dataFolder);
  await readsAndExports(page, root, id);
  const edit = editWith("字".repeat(300_000));
  await expect(page.call("report.save", { id, baseRevision: 0, edit })).rejects.toThrow("disk-full");
  await page.call("library.trash", { id });
  expect(await page.call("library.list")).toMatchObject({ reports: [], trash: [{ id }] });
  await page.call("library.restore", { id });
  expect(await page.call("library.list")).toMatchObject({ reports: [{ id }], trash: [] });
  await page.call("library.trash", { id });
  await page.call("library.purge", { ids: [id] });
  expect(await page.call("library.list")).toMatchObject({ reports: [], trash: [] });
  await rm(join(dataFolder, "filler"));
});

test.skipIf(isSkipped)("in a read-only folder reports can be read and exported, and saving says why not", async () => {
  const { root, dataFolder, id } = await smallDisk();
  run("mount", "-o", "remount,ro", dataFolder);
  const page = await start(root, dataFolder);
  await readsAndExports(page, root, id);
  const saving = await page.answer("report.save", { id, baseRevision: 0, edit: editWith("新的") });
  expect(saving).toMatchObject({ ok: false, error: { code: "folder-read-only" } });
  expect(JSON.stringify(saving)).toContain("磁盘是只读的");
  run("mount", "-o", "remount,rw", dataFolder);
});

test.each([
  ["ENOSPC", /空间已满/u],
  ["EROFS", /只读/u],
  ["EACCES", /没有权限/u],
])("a data folder that cannot be made (%s) is told and does not keep the window shut", async (code, reason) => {
  const root = await makeFolder();
  const files = watchedFileSystem((operation) => {
    if (operation === "mkdir") throw systemError(code);
  });
  const store = await openTestStore(root, { files });
  expect(await store.reports.list()).toEqual({ reports: [], trash: [] });
  expect(store.notices()[0]?.message).toMatch(reason);
});

test("putting into the recycle bin moves the files and takes no room", async () => {
  const root = await makeFolder();
  let isFull = false;
  const files = watchedFileSystem((operation) => {
    if (isFull && (operation === "handle.writeFile" || operation === "copyFile")) throw systemError("ENOSPC");
  });
  const store = await openTestStore(root, { files });
  const { id } = await store.reports.create({ templateId: "small", year: 2026, organ: "" });
  await store.reports.save({ id, baseRevision: 0, edit: editWith("第一稿") }, anna);
  await store.reports.close(id, anna);
  isFull = true;
  await store.reports.trash(id, anna);
  expect((await store.reports.list()).trash).toHaveLength(1);
  await store.reports.restore(id);
  expect(textOf(await store.reports.read(id))).toContain("第一稿");
});

test.skipIf(process.platform === "win32").each([
  ["folder", "running.json"],
  ["pipe", "running.json"],
  ["folder", "sessions.json"],
  ["pipe", "logs"],
])("a %s in the place of %s does not stop the start", async (kind, name) => {
  const root = await makeFolder();
  const dataFolder = join(root, "data");
  await mkdir(dataFolder);
  if (kind === "folder") await mkdir(join(dataFolder, name, "x"), { recursive: true });
  else run("mkfifo", join(dataFolder, name));
  const page = await start(root, dataFolder);
  expect(await page.call("library.list")).toEqual({ reports: [], trash: [] });
});
