import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listFolder } from "../../../backend/store/file.ts";
import { nodeFileSystem } from "../../../backend/store/file-system.ts";
import { openStore } from "../../../backend/store/open-store.ts";
import type { Store } from "../../../backend/store/store.ts";
import { crashingFileSystem } from "./faulty-file-system.ts";
import { anna, editWith, makeFolder, namesIn, openTestStore, textOf, writeTemplates } from "./test-store.ts";

/** What the writer was told before the computer stopped. */
type Told = { id?: string; text?: string; copyId?: string; place: "library" | "bin" | "either" | "gone" };

/** A writer's day, in which each acknowledged step is written down. */
async function work(store: Store, told: Told): Promise<void> {
  const { id } = await store.reports.create({ templateId: "small", year: 2026, organ: "" });
  Object.assign(told, { id, place: "library" });
  await store.reports.open(id, anna);
  for (const [baseRevision, text] of ["第一段", "第二段"].entries()) {
    await store.reports.save({ id, baseRevision, edit: editWith(text) }, anna);
    told.text = text;
  }
  told.copyId = (await store.reports.duplicate(id)).id;
  told.place = "either";
  await store.reports.trash(id, anna);
  told.place = "bin";
  told.place = "either";
  await store.reports.restore(id);
  told.place = "library";
  await store.settings.change({ zoom: 150 });
}

async function check(root: string, told: Told): Promise<void> {
  // The process that stopped is this one, which lives: what it had locked would stay locked.
  const names = await listFolder(nodeFileSystem, join(root, "data", "reports"));
  for (const name of names) if (name.endsWith(".lock")) await rm(join(root, "data", "reports", name));
  const store = await openTestStore(root);
  const { reports, trash } = await store.reports.list();
  expect(store.notices()).toEqual([]);
  if (told.copyId !== undefined) expect(textOf(await store.reports.read(told.copyId))).toContain("第二段");
  if (told.id === undefined) return;
  const isIn = (list: readonly { id: string }[]): boolean => list.some(({ id }) => id === told.id);
  expect([isIn(reports), isIn(trash)].filter(Boolean)).toHaveLength(1);
  if (told.place === "library") expect(isIn(reports)).toBe(true);
  if (isIn(trash)) await store.reports.restore(told.id);
  const report = await store.reports.read(told.id);
  if (told.text === "第二段") expect(textOf(report)).toContain("第二段");
  if (told.text === "第一段") expect(textOf(report)).toMatch(/第[一二]段/u);
  // Whatever lies about, work goes on.
  const edit = editWith("接着写");
  const { revision } = await store.reports.save({ id: told.id, baseRevision: report.revision, edit }, anna);
  expect(revision).toBe(report.revision + 1);
  await store.close();
}

test(
  "a crash at any of all operations of a day's work loses nothing that was acknowledged",
  { timeout: 60_000 },
  async () => {
    let finished = false;
    let crashes = 0;
    for (let crashAt = 1; !finished; crashAt += 1) {
      const root = await makeFolder();
      const { files, hasCrashed } = crashingFileSystem(crashAt);
      const told: Told = { place: "either" };
      try {
        const store = await openStore({
          dataFolder: join(root, "data"),
          templatesFolder: await writeTemplates(root),
          now: () => new Date(),
          files,
        });
        await work(store, told);
      } catch {
        // The computer has stopped.
      }
      finished = !hasCrashed();
      if (!finished) crashes += 1;
      await check(root, told);
      const damaged = (await namesIn(root, "data", "reports")).filter((name) => name.includes("damaged"));
      expect(damaged).toEqual([]);
    }
    expect(crashes).toBeGreaterThan(60);
  },
);
