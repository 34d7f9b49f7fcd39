import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, rename, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { nodeFileSystem } from "../../backend/store/file-system.ts";
import type { Store } from "../../backend/store/store.ts";
import { settingsSchema } from "../../core/contract.ts";
import { systemError, watchedFileSystem } from "../backend/store/faulty-file-system.ts";
import { anna, editWith, makeFolder, openTestStore, reportPath, textOf } from "../backend/store/test-store.ts";

/** Whatever lies among the reports and is none costs itself alone: never the list, never the start. */

const isWindows = process.platform === "win32";
type Place = { readonly path: string; readonly folder: string; readonly sound: string };

/** A socket with a name in the file system. */
async function listenAt(path: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path, resolve));
  onTestFinished(() => void server.close());
}

const hostile: readonly (readonly [name: string, notice: RegExp, make: (place: Place) => Promise<unknown>])[] = [
  ["a pipe", /不是普通文件/u, ({ path }) => Promise.resolve(execFileSync("mkfifo", [path]))],
  [
    "a pipe as backup, and no file",
    /不是普通文件/u,
    ({ path }) => Promise.resolve(execFileSync("mkfifo", [`${path}.bak`])),
  ],
  // The name of a socket is short by law; a link leads to it.
  [
    "a socket",
    /不是普通文件/u,
    async ({ path, folder }) => {
      await listenAt(join(folder, "s"));
      await rename(join(folder, "s"), path);
    },
  ],
  ["a device", /不是普通文件/u, ({ path }) => symlink("/dev/zero", path)],
  ["a folder", /文件夹/u, ({ path }) => mkdir(path)],
  ["a link to itself", /没有尽头/u, ({ path }) => symlink(path, path)],
  ["a link to nothing", /链接/u, ({ path, folder }) => symlink(join(folder, "gone"), path)],
  ["an empty file", /已损坏/u, ({ path }) => writeFile(path, "")],
  ["NUL bytes", /已损坏/u, ({ path }) => writeFile(path, Buffer.alloc(5000))],
  ["a file that was cut short", /已损坏/u, ({ path, sound }) => writeFile(path, sound.slice(0, 300))],
  ["a number", /已损坏/u, ({ path }) => writeFile(path, "1e999")],
  ["brackets in brackets", /已损坏/u, ({ path }) => writeFile(path, "[".repeat(200_000) + "]".repeat(200_000))],
  [
    "objects in objects in a report",
    /已损坏/u,
    ({ path, sound }) =>
      writeFile(
        path,
        sound.replace(
          '"children":[',
          `"children":[${'{"type":"x","children":['.repeat(40_000)}${"]}".repeat(40_000)},`,
        ),
      ),
  ],
  ["ten million things", /已损坏/u, ({ path }) => writeFile(path, `[${"{},".repeat(7_000_000)}{}]`)],
  ["another report", /另一份报告/u, ({ path, sound }) => writeFile(path, sound)],
  [
    "two gigabytes of nothing",
    /超过/u,
    async ({ path }) => {
      const handle = await open(path, "w");
      await handle.truncate(2 * 1024 ** 3);
      await handle.close();
    },
  ],
];

async function storeWithOneReport(root: string): Promise<{ id: string; sound: string }> {
  const store = await openTestStore(root);
  const { id } = await store.reports.create({ templateId: "small", year: 2026, organ: "某局" });
  await store.close();
  return { id, sound: await readFile(reportPath(root, id), "utf8") };
}

async function listed(store: Store): Promise<{ ids: readonly string[] }> {
  const { reports } = await store.reports.list();
  return { ids: reports.map(({ id }) => id) };
}

test.skipIf(isWindows).each(hostile)("among the reports: %s", async (_, notice, make) => {
  const root = await makeFolder();
  const { id, sound } = await storeWithOneReport(root);
  const bad = randomUUID();
  await make({ path: reportPath(root, bad), folder: join(root, "data"), sound });
  const waits: number[] = [];
  const files = { ...nodeFileSystem, wait: (ms: number) => (waits.push(ms), Promise.resolve(undefined)) };
  const store = await openTestStore(root, { files });
  expect((await listed(store)).ids).toEqual([id]);
  expect(store.notices()).toHaveLength(1);
  expect(store.notices()[0]?.message).toMatch(notice);
  expect(store.notices()[0]?.message).toContain(bad);
  // Nothing is waited for again.
  const before = waits.length;
  expect((await listed(store)).ids).toEqual([id]);
  expect(waits).toHaveLength(before);
  await expect(store.reports.open(bad, anna)).rejects.toHaveProperty("code");
  expect(textOf(await store.reports.read(id))).toContain("做了工作");
  // What is known of it is known after a restart, too, and said again.
  await store.close();
  const next = await openTestStore(root);
  expect((await listed(next)).ids).toEqual([id]);
  expect(next.notices()).toHaveLength(1);
});

test.each(["EIO", "EACCES", "EPERM", "ELOOP", "ENAMETOOLONG", "ESTALE"])(
  "a report whose name cannot even be looked at (%s)",
  async (code) => {
    const root = await makeFolder();
    const { id, sound } = await storeWithOneReport(root);
    const bad = randomUUID();
    await writeFile(reportPath(root, bad), sound.replaceAll(id, bad));
    const waits: number[] = [];
    const files = watchedFileSystem((operation, path) => {
      if (path.includes(bad) && (operation === "stat" || operation === "open")) throw systemError(code);
    });
    const watching = { ...files, wait: (ms: number) => (waits.push(ms), Promise.resolve(undefined)) };
    const store = await openTestStore(root, { files: watching });
    expect((await listed(store)).ids).toEqual([id]);
    expect(store.notices()).toHaveLength(1);
    const before = waits.length;
    await listed(store);
    expect(waits).toHaveLength(before);
  },
);

test("a file that is mended is listed at once, and one with a mark of byte order is no damage", async () => {
  const root = await makeFolder();
  const { id, sound } = await storeWithOneReport(root);
  const second = randomUUID();
  await writeFile(reportPath(root, second), "{");
  const store = await openTestStore(root);
  expect((await listed(store)).ids).toEqual([id]);
  await writeFile(reportPath(root, second), `\uFEFF${sound.replaceAll(id, second)}`);
  expect([...(await listed(store)).ids].sort()).toEqual([id, second].sort());
  const opened = await store.reports.open(second, anna);
  expect([opened.access, opened.recovery]).toEqual(["write", null]);
  expect((await store.reports.save({ id: second, baseRevision: 0, edit: editWith("接着写") }, anna)).revision).toBe(1);
});

test("a copy under a name of somebody's own is told, with what to do", async () => {
  const root = await makeFolder();
  const { id, sound } = await storeWithOneReport(root);
  await writeFile(join(root, "data", "reports", "去年的 副本.json"), sound);
  const store = await openTestStore(root);
  expect((await listed(store)).ids).toEqual([id]);
  expect(store.notices().map(({ message }) => message)).toEqual([expect.stringMatching(/去年的 副本.*打开文件/u)]);
});

const things = ["settings.json", "index.json", "export-folder.json", "templates/own-1.json", "trash/x.lock"] as const;
test
  .skipIf(isWindows)
  .each(things.flatMap((thing) => (["pipe", "folder", "loop"] as const).map((kind) => [kind, thing])))(
  "a %s in the place of %s",
  async (kind, thing) => {
    const root = await makeFolder();
    const { id } = await storeWithOneReport(root);
    const path = join(root, "data", thing);
    if (thing !== "templates/own-1.json") await rename(path, `${path}.old`).catch(() => undefined);
    if (kind === "pipe") execFileSync("mkfifo", [path]);
    else if (kind === "folder") await mkdir(path);
    else await symlink(path, path);
    const store = await openTestStore(root);
    expect((await listed(store)).ids).toEqual([id]);
    expect(await store.settings.read()).toEqual(settingsSchema.parse({}));
    expect((await store.templates.list()).map((template) => template.id)).toEqual(["small"]);
    expect(textOf((await store.reports.open(id, anna)).report)).toContain("做了工作");
  },
);

test.skipIf(isWindows)("a lock that is a pipe or a folder holds nobody for ever", async () => {
  const root = await makeFolder();
  const { id } = await storeWithOneReport(root);
  execFileSync("mkfifo", [join(root, "data", "reports", `${id}.lock`)]);
  const store = await openTestStore(root);
  expect((await store.reports.open(id, anna)).access).toBe("write");
});

test("two files of one content under two names are two names, not two reports", async () => {
  const root = await makeFolder();
  const { id } = await storeWithOneReport(root);
  const other = randomUUID();
  await link(reportPath(root, id), reportPath(root, other));
  const store = await openTestStore(root);
  expect((await listed(store)).ids).toEqual([id]);
  expect(store.notices()[0]?.message).toContain("另一份报告");
});

test("a report that cannot be counted does not come in, and one that lies there is listed all the same", async () => {
  const root = await makeFolder();
  const { id, sound } = await storeWithOneReport(root);
  const report = JSON.parse(sound) as { body: { root: { children: { type: string }[] } } };
  const heading = report.body.root.children.find(({ type }) => type === "report-heading");
  report.body.root.children.push(...Array.from({ length: 10_001 }, () => structuredClone(heading ?? { type: "" })));
  await writeFile(reportPath(root, id), JSON.stringify(report));
  const store = await openTestStore(root);
  expect((await listed(store)).ids).toEqual([id]);
  // Listed; whether with its counts is a matter of the ordinals.
  expect((await store.reports.read(id)).body.root.children.length).toBeGreaterThan(10_000);
});
