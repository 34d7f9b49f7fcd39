import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Store } from "../../backend/store/store.ts";
import {
  anna,
  editWith,
  makeFolder,
  namesIn,
  openNewReport,
  openTestStore,
  reportPath,
} from "../backend/store/test-store.ts";

/** How a later program writes: a higher version, and members that this one does not know. */
const newerOf = (json: string): string =>
  JSON.stringify({ ...(JSON.parse(json) as object), formatVersion: 3, hologram: { depth: 1 } });

/** Two versions of one report, of which `which` were written by a newer program. */
async function libraryWith(which: readonly ("file" | "backup")[]) {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { id } = await openNewReport(store);
  for (const [baseRevision, text] of ["一", "二"].entries()) {
    await store.reports.save({ id, baseRevision, edit: editWith(text) }, anna);
  }
  await store.close();
  const path = reportPath(root, id);
  const paths = { file: path, backup: `${path}.bak` };
  for (const kind of which) await writeFile(paths[kind], newerOf(await readFile(paths[kind], "utf8")));
  return { root, id, paths };
}
const idsOf = async (store: Store) => {
  const { reports, trash } = await store.reports.list();
  return { reports: reports.map(({ id }) => id), trash: trash.map(({ id }) => id) };
};

const cases = [
  { name: "the file", which: ["file"], without: null },
  { name: "the file and its backup", which: ["file", "backup"], without: null },
  { name: "the backup of a sound file", which: ["backup"], without: null },
  { name: "the backup of a lost file", which: ["backup"], without: "file" },
  { name: "the file without a backup", which: ["file"], without: "backup" },
] as const;

test.each(cases)(
  "a report of a newer version ($name) goes to the bin, comes back and is purged without being opened",
  async ({ which, without }) => {
    const { root, id, paths } = await libraryWith(which);
    if (without !== null) await rm(paths[without]);
    const kept =
      without === null
        ? (["file", "backup"] as const)
        : without === "file"
          ? (["backup"] as const)
          : (["file"] as const);
    const before = await Promise.all(kept.map((kind) => readFile(paths[kind], "utf8")));
    const store = await openTestStore(root);
    expect(await idsOf(store)).toEqual({ reports: [id], trash: [] });

    await store.reports.trash(id, anna);
    expect(await idsOf(store)).toEqual({ reports: [], trash: [id] });
    expect((await store.reports.list()).trash).toMatchObject([{ title: "工作报告" }]);
    const inBin = kept.map((kind) => join(root, "data", "trash", `${id}.json${kind === "backup" ? ".bak" : ""}`));
    expect(await Promise.all(inBin.map((path) => readFile(path, "utf8")))).toEqual(before);
    // The next start still knows it.
    await store.close();
    const next = await openTestStore(root);
    expect(await idsOf(next)).toEqual({ reports: [], trash: [id] });

    expect(await next.reports.restore(id)).toMatchObject({ id, title: "工作报告" });
    expect(await idsOf(next)).toEqual({ reports: [id], trash: [] });
    if (which.some((kind) => kind === "file") || without === "file") {
      await expect(next.reports.open(id, anna)).rejects.toMatchObject({ code: "report-newer-version" });
    }
    expect(await Promise.all(kept.map((kind) => readFile(paths[kind], "utf8")))).toEqual(before);

    await next.reports.trash(id, anna);
    await next.reports.purge([id]);
    expect(await idsOf(next)).toEqual({ reports: [], trash: [] });
    expect(await namesIn(root, "data", "trash")).toEqual([]);
    await next.close();
  },
);

test("a report of a newer version that another program has open stays where it is", async () => {
  const { root, id, paths } = await libraryWith([]);
  const other = await openTestStore(root);
  await other.reports.open(id, anna);
  const newer = newerOf(await readFile(paths.file, "utf8"));
  await writeFile(paths.file, newer);
  const store = await openTestStore(root);
  const attempt = store.reports.trash(id, { windowId: "other" });
  await expect(attempt).rejects.toMatchObject({ code: "report-open-elsewhere" });
  expect(await readFile(paths.file, "utf8")).toBe(newer);
  await other.close();
});
