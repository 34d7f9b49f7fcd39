import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { DirectoryEntry } from "../../../core/directory/directory.ts";
import { anna, importFile, makeFolder, namesIn, openTestStore } from "./test-store.ts";

const path = (root: string): string => join(root, "data", "directory.json");
const leader = (name: string): DirectoryEntry => ({ kind: "person", name, post: "局长" });

test("名录 is empty at first, keeps what is stored, and tells windows of it", async () => {
  const root = await makeFolder();
  const heard: string[] = [];
  const store = await openTestStore(root, { emit: (event) => void heard.push(event) });
  expect((await store.directory.read()).entries).toEqual([]);
  const saved = await store.directory.save([leader("郑海")], 0);
  expect(saved).toMatchObject({ revision: 1, entries: [leader("郑海")] });
  expect(heard).toContain("house.changed");
  await store.close();
  expect(await (await openTestStore(root)).directory.read()).toEqual(saved);
});

test("who has not seen the last change does not write over it", async () => {
  const store = await openTestStore(await makeFolder());
  await store.directory.save([leader("郑海")], 0);
  await expect(store.directory.save([leader("王敏")], 0)).rejects.toMatchObject({ code: "list-changed-elsewhere" });
  expect((await store.directory.read()).entries).toEqual([leader("郑海")]);
});

test("a file of a newer program is told and stays as it is", async () => {
  const root = await makeFolder();
  const newer = JSON.stringify({ format: "nianbao-directory", version: 9, people: {} });
  await openTestStore(root).then((store) => store.close());
  await writeFile(path(root), newer);
  const store = await openTestStore(root);
  expect((await store.directory.read()).entries).toEqual([]);
  expect(store.notices()).toMatchObject([{ code: "list-damaged", message: expect.stringContaining("升级") as string }]);
  await expect(store.directory.save([leader("郑海")], 0)).rejects.toMatchObject({ code: "list-not-writable" });
  expect(await readFile(path(root), "utf8")).toBe(newer);
});

test("a damaged file comes back from its backup; damaged with it, it is kept aside before another is written", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  await store.directory.save([leader("郑海")], 0);
  await store.directory.save([leader("郑海"), leader("王敏")], 1);
  await store.close();
  await writeFile(path(root), "{half");
  const next = await openTestStore(root);
  expect((await next.directory.read()).entries).toEqual([leader("郑海")]);
  await next.close();
  await writeFile(path(root), "{half");
  await writeFile(`${path(root)}.bak`, "[]");
  const last = await openTestStore(root);
  expect((await last.directory.read()).entries).toEqual([]);
  expect((await last.directory.read()).entries).toEqual([]);
  expect(await readFile(path(root), "utf8")).toBe("{half");
  expect(last.notices().filter(({ code }) => code === "list-damaged")).toHaveLength(1);
  await last.directory.save([leader("李建国")], 0);
  const aside = (await namesIn(root, "data")).filter((name) => name.startsWith("directory.damaged-"));
  const kept = await Promise.all(aside.map((name) => readFile(join(root, "data", name), "utf8")));
  expect(kept).toContain("{half");
  expect((await last.directory.read()).entries).toEqual([leader("李建国")]);
});

test("the library's reports propose what 名录 lacks, and nothing is taken", async () => {
  const store = await openTestStore(await makeFolder());
  const bytes = Buffer.from("青石县审计局关于2025年工作情况的报告\n一、概况\n局长郑海主持会议。\n");
  await importFile(store, { fileName: "报告.txt", bytes, year: 2025 });
  const { proposals, reports, unread } = await store.proposeForDirectory(new AbortController().signal);
  expect(proposals.map(({ change }) => change.after.name)).toEqual(["青石县审计局", "郑海"]);
  expect([reports, unread]).toEqual([1, []]);
  expect((await store.directory.read()).entries).toEqual([]);
});

test("a roll finds the people of 名录 whole", async () => {
  const store = await openTestStore(await makeFolder());
  await store.directory.save([leader("能源明珠")], 0);
  const bytes = Buffer.from("青石县审计局关于2025年工作情况的报告\n一、概况\n会上能源明珠通报了情况。\n");
  const { report } = await importFile(store, { fileName: "报告.txt", bytes, year: 2025 });
  const rolled = await store.reports.roll({ id: report.id, fromYear: 2025, toYear: 2026, repairs: [] });
  const { report: made } = await store.reports.open(rolled.report.id, anna);
  expect(made.review?.items.map(({ text }) => text)).toContain("能源明珠");
});
