import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Store } from "../../backend/store/store.ts";
import { expect, test } from "vitest";
import { readTemplate } from "../../core/document/migrate.ts";
import { describeError } from "../../core/error-wording.ts";
import { readReportFile } from "../../backend/read-report-file.ts";
import { anna, makeFolder, openNewReport, openTestStore, reportPath, editWith } from "../backend/store/test-store.ts";

const save = (store: Store, id: string, baseRevision: number, text: string) =>
  store.reports.save({ id, baseRevision, edit: editWith(text) }, anna);
const newerOf = (stored: string): string =>
  JSON.stringify({ ...(JSON.parse(stored) as object), formatVersion: 3, preset: "bulletin", hologram: { deep: [1] } });
const newer = { code: "report-newer-version" };

async function savedReport() {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { id } = await openNewReport(store);
  await save(store, id, 0, "一");
  await save(store, id, 1, "二");
  await store.close();
  return { root, id, path: reportPath(root, id), folder: join(root, "data", "reports") };
}

test("a newer backup beside a report of this version stays as it is, whatever is saved", async () => {
  const { root, id, path } = await savedReport();
  const backup = newerOf(await readFile(path, "utf8"));
  await writeFile(`${path}.bak`, backup);
  const store = await openTestStore(root);
  await store.reports.open(id, anna);
  await save(store, id, 2, "三");
  await save(store, id, 3, "四");
  expect(await readFile(`${path}.bak`, "utf8")).toBe(backup);
  expect(await readFile(path, "utf8")).toContain("四");
});

test("a newer backup behind a damaged report is not restored, and nothing is moved aside", async () => {
  const { root, id, path, folder } = await savedReport();
  const backup = newerOf(await readFile(path, "utf8"));
  await writeFile(`${path}.bak`, backup);
  await writeFile(path, "{");
  const before = (await readdir(folder)).sort();
  const store = await openTestStore(root);
  await expect(store.reports.open(id, anna)).rejects.toMatchObject(newer);
  await store.reports.list();
  expect((await readdir(folder)).filter((name) => !name.endsWith(".lock")).sort()).toEqual(before);
  expect(await readFile(path, "utf8")).toBe("{");
  expect(await readFile(`${path}.bak`, "utf8")).toBe(backup);
});

test("a newer report with a layout that this version has no name for stays in the list and is refused", async () => {
  const { root, id, path } = await savedReport();
  const text = newerOf(await readFile(path, "utf8"));
  await writeFile(path, text);
  const store = await openTestStore(root);
  expect((await store.reports.list()).reports).toMatchObject([{ id, title: "工作报告" }]);
  await expect(store.reports.open(id, anna)).rejects.toMatchObject(newer);
  await expect(store.reports.duplicate(id)).rejects.toMatchObject(newer);
  await expect(store.reports.rename({ id, title: "新名" }, anna)).rejects.toMatchObject(newer);
  expect(await readFile(path, "utf8")).toBe(text);
});

test("a newer file is named as such also where it is picked, and as a template", () => {
  const bytes = Buffer.from(JSON.stringify({ format: "nianbao-report", formatVersion: 3, x: 1 }));
  expect(() => readReportFile({ bytes, name: "a.json", year: null }, new Date(0))).toThrow(
    expect.objectContaining(newer) as Error,
  );
  for (const formatVersion of [3, 2.5, 1e9]) {
    expect(() => readTemplate({ format: "nianbao-template", formatVersion, x: 1 })).toThrow(
      expect.objectContaining(newer) as Error,
    );
  }
  expect(describeError("report-newer-version", { name: "a.json", version: 3 })).toContain("由更新版本的年报台写成");
});

test("an index that is made anew lists a newer report, and replacing in several reports refuses it by name", async () => {
  const { root, id, path, folder } = await savedReport();
  const text = newerOf(await readFile(path, "utf8"));
  await writeFile(path, text);
  const before = (await readdir(folder)).sort();
  await rm(join(root, "data", "index.json"), { force: true });
  const store = await openTestStore(root);
  expect((await store.reports.list()).reports).toMatchObject([{ id }]);
  const place = { block: 1, start: 0, end: 1 };
  const { token, reports } = await store.replacing.replace({
    query: "二",
    replacement: "三",
    choices: [{ id, revision: 2, hits: [place] }],
  });
  expect(token).toBeNull();
  expect(reports).toMatchObject([{ id, count: 0, failure: newer }]);
  expect(await readFile(path, "utf8")).toBe(text);
  expect((await readdir(folder)).filter((name) => !name.endsWith(".lock")).sort()).toEqual(before);
});
