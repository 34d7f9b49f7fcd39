import { execFileSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { anna, editWith, makeFolder, namesIn, openTestStore, smallTemplate, textOf } from "./test-store.ts";
import { canMount } from "../../support/can-mount.ts";

function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { stdio: "ignore" });
}

const isSkipped = !canMount();
if (isSkipped) console.warn("Full and read-only disks: skipped, this process may not mount a tmpfs.");

/** A store on a disk of one megabyte. */
async function openSmallDisk() {
  const root = await makeFolder();
  const dataFolder = join(root, "data");
  await mkdir(dataFolder);
  run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", dataFolder);
  onTestFinished(() => run("umount", "--lazy", dataFolder));
  const store = await openTestStore(root);
  const { id } = await store.reports.create({ templateId: smallTemplate.id, year: 2026, organ: "" });
  await store.reports.open(id, anna);
  return { store, id, root, dataFolder };
}

const long = (mark: string): string => `${mark}${"字".repeat(20_000)}`;

test.skipIf(isSkipped)(
  "on a full disk the save is refused, the old text stays, and saving goes on when there is room",
  async () => {
    const { store, id, root, dataFolder } = await openSmallDisk();
    await store.reports.save({ id, baseRevision: 0, edit: editWith(long("第一")) }, anna);
    const filler = join(dataFolder, "filler");
    await writeFile(filler, Buffer.alloc(2_000_000)).catch(() => undefined);

    const refused = store.reports.save({ id, baseRevision: 1, edit: editWith(long("第二")) }, anna);
    await expect(refused).rejects.toMatchObject({ code: "disk-full" });
    expect(textOf(await store.reports.read(id))).toContain("第一");
    await expect(store.reports.duplicate(id)).rejects.toMatchObject({ code: "disk-full" });
    const { zoom } = await store.settings.read();
    expect(zoom).not.toBe(110);
    await expect(store.settings.change({ zoom: 110 })).rejects.toMatchObject({ code: "disk-full" });
    expect((await store.settings.read()).zoom).toBe(zoom);
    const leftovers = (await namesIn(root, "data", "reports")).filter((name) => name.endsWith(".tmp"));
    expect(leftovers).toEqual([]);

    await rm(filler);
    expect((await store.reports.save({ id, baseRevision: 1, edit: editWith(long("第二")) }, anna)).revision).toBe(2);
    await store.close();
    expect(textOf(await (await openTestStore(root)).reports.read(id))).toContain("第二");
  },
);

test.skipIf(isSkipped)(
  "a disk that fills up while reports are written holds every text that was acknowledged",
  async () => {
    const { store, id, root } = await openSmallDisk();
    const kept = new Map<string, string>();
    let refusals = 0;
    for (let round = 0; round < 40; round += 1) {
      try {
        const copy = await store.reports.duplicate(id);
        const { revision } = (await store.reports.open(copy.id, anna)).report;
        await store.reports.save({ id: copy.id, baseRevision: revision, edit: editWith(long(`第${round}轮`)) }, anna);
        kept.set(copy.id, `第${round}轮`);
      } catch (error) {
        expect(error).toMatchObject({ code: "disk-full" });
        refusals += 1;
      }
    }
    expect(refusals).toBeGreaterThan(0);
    expect(kept.size).toBeGreaterThan(0);
    await store.close();
    const next = await openTestStore(root);
    for (const [keptId, text] of kept) expect(textOf(await next.reports.read(keptId))).toContain(text);
    expect(next.notices()).toEqual([]);
  },
);

test.skipIf(isSkipped)("in a read-only folder reports can be read and a save says why it is refused", async () => {
  const { store, id, root, dataFolder } = await openSmallDisk();
  await store.reports.save({ id, baseRevision: 0, edit: editWith("读得到") }, anna);
  run("mount", "-o", "remount,ro", dataFolder);
  const refused = store.reports.save({ id, baseRevision: 1, edit: editWith("写不了") }, anna);
  await expect(refused).rejects.toMatchObject({ code: "folder-read-only" });
  // A program that is started on such a folder shows its reports all the same.
  const other = await openTestStore(root);
  expect((await other.reports.list()).reports).toHaveLength(1);
  expect(textOf(await other.reports.read(id))).toContain("读得到");

  run("mount", "-o", "remount,rw", dataFolder);
  expect((await store.reports.save({ id, baseRevision: 1, edit: editWith("又能写") }, anna)).revision).toBe(2);
});
