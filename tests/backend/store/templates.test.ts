import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  anna,
  editWith,
  makeFolder,
  namesIn,
  openNewReport,
  openTestStore,
  smallTemplate,
  writeTemplates,
} from "./test-store.ts";

test("built-in templates are listed with their outline and cannot be removed", async () => {
  const store = await openTestStore(await makeFolder());
  expect(await store.templates.list()).toMatchObject([
    { id: "small", name: "小报告", builtIn: true, outline: [{ level: 1, number: "一、", text: "工作情况" }] },
  ]);
  expect(await store.templates.read("small")).toEqual(smallTemplate);
  const attempt = store.templates.remove("small");
  await expect(attempt).rejects.toMatchObject({ code: "template-built-in", details: { name: "小报告" } });
});

test("a report is saved as a template of the user's own, serves for new reports, and is deleted again", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { id } = await openNewReport(store);
  const saved = await store.templates.saveFromReport({ reportId: id, name: " 我局模板 ", keepText: true });
  expect(saved).toMatchObject({ name: "我局模板", builtIn: false });
  await store.close();

  const next = await openTestStore(root);
  expect((await next.templates.list()).map(({ name }) => name)).toEqual(["小报告", "我局模板"]);
  const made = await next.reports.create({ templateId: saved.id, year: 2031, organ: "" });
  expect(made.title).toBe("2031年度工作报告");
  await next.templates.remove(saved.id);
  expect((await next.templates.list()).map(({ name }) => name)).toEqual(["小报告"]);
  await expect(next.templates.remove(saved.id)).rejects.toMatchObject({ code: "template-not-found" });
  expect(await namesIn(root, "data", "templates")).toEqual([]);
});

test("a template is made of the text as last saved", async () => {
  const store = await openTestStore(await makeFolder());
  const report = await openNewReport(store);
  await store.reports.save({ id: report.id, baseRevision: 0, edit: editWith("这句话要留下", report) }, anna);
  const { id } = await store.templates.saveFromReport({ reportId: report.id, name: "留", keepText: true });
  expect(JSON.stringify((await store.templates.read(id)).blocks)).toContain("这句话要留下");
});

test("a damaged template is left out, left alone and named in a notice; the others are there", async () => {
  const root = await makeFolder();
  await writeFile(join(await writeTemplates(root), "broken.json"), "{half");
  const store = await openTestStore(root);
  await writeFile(join(root, "data", "templates", "own-broken.json"), "[]");
  expect((await store.templates.list()).map(({ id }) => id)).toEqual(["small"]);
  expect(store.notices().map(({ code }) => code)).toEqual(["template-damaged", "template-damaged"]);
  expect(await readFile(join(root, "data", "templates", "own-broken.json"), "utf8")).toBe("[]");
  await expect(store.templates.read("own-broken")).rejects.toMatchObject({ code: "template-damaged" });
});

test("a template of a newer version is not taken for damaged", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const path = join(root, "data", "templates", "own-new.json");
  await writeFile(path, JSON.stringify({ ...smallTemplate, formatVersion: 99 }));
  expect((await store.templates.list()).map(({ id }) => id)).toEqual(["small"]);
  expect(store.notices().map(({ code }) => code)).toEqual(["report-newer-version"]);
});

test.each(["../settings", "no-such", "", "a/b", "A"])("the id %j leads to no template", async (id) => {
  const store = await openTestStore(await makeFolder());
  await expect(store.templates.read(id)).rejects.toMatchObject({ code: "template-not-found" });
  await expect(store.templates.remove(id)).rejects.toMatchObject({ code: "template-not-found" });
});
