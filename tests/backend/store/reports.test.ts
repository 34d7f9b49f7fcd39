import { readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { thisComputer } from "../../../backend/computer.ts";
import type { ReportDocument } from "../../../core/document/schema.ts";
import type { Store } from "../../../backend/store/store.ts";
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

const save = (store: Store, id: string, baseRevision: number, text: string, caller = anna) =>
  store.reports.save({ id, baseRevision, edit: editWith(text) }, caller);
const isNotBackup = (name: string): boolean => !name.endsWith(".lock");

test("a report is created from a template, saved, and reads the same in the next session", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const summary = await store.reports.create({ templateId: "small", year: 2026, organ: "某市审计局" });
  expect(summary).toMatchObject({
    title: "2026年度工作报告",
    year: 2026,
    organ: "某市审计局",
    blanks: 0,
    reportType: "fazhi",
  });
  const { report, access, recovery } = await store.reports.open(summary.id, anna);
  expect({ access, recovery, revision: report.revision }).toEqual({ access: "write", recovery: null, revision: 0 });
  const { revision } = await save(store, summary.id, 0, "写下的话");
  expect(revision).toBe(1);
  await store.close();

  const next = await openTestStore(root);
  const reopened = (await next.reports.open(summary.id, anna)).report;
  expect(reopened.revision).toBe(1);
  expect(textOf(reopened)).toContain("写下的话");
  expect((await next.reports.list()).reports).toMatchObject([{ id: summary.id, title: "工作报告" }]);
});

test("a template that does not exist is named as such", async () => {
  const store = await openTestStore(await makeFolder());
  const attempt = store.reports.create({ templateId: "none", year: 2026, organ: "" });
  await expect(attempt).rejects.toMatchObject({ code: "template-not-found" });
});

test("of 100 racing saves on one revision exactly one is accepted, and it is the one on disk", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { id } = await openNewReport(store);
  const results = await Promise.allSettled(
    Array.from({ length: 100 }, (_, index) => save(store, id, 0, `第${index}份`)),
  );
  const accepted = results.flatMap((result, index) => (result.status === "fulfilled" ? [index] : []));
  expect(accepted).toHaveLength(1);
  for (const result of results) {
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "report-changed-elsewhere" });
  }
  const onDisk = JSON.parse(await readFile(reportPath(root, id), "utf8")) as ReportDocument;
  expect(onDisk.revision).toBe(1);
  expect(textOf(onDisk)).toContain(`第${accepted.join()}份`);
});

test("100 saves that race down the line of revisions are all accepted in order", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { id } = await openNewReport(store);
  const results = await Promise.all(Array.from({ length: 100 }, (_, base) => save(store, id, base, `第${base}份`)));
  expect(results.map(({ revision }) => revision)).toEqual(Array.from({ length: 100 }, (_, base) => base + 1));
  expect(textOf(await store.reports.read(id))).toContain("第99份");
});

test("100 reports that are created at once are all there", async () => {
  const store = await openTestStore(await makeFolder());
  const input = { templateId: "small", year: 2026, organ: "" };
  const made = await Promise.all(Array.from({ length: 100 }, () => store.reports.create(input)));
  const listed = (await store.reports.list()).reports.map(({ id }) => id);
  expect(listed.sort()).toEqual(made.map(({ id }) => id).sort());
});

test("a save that is repeated because its answer was lost is answered again, not refused", async () => {
  const store = await openTestStore(await makeFolder());
  const { id } = await openNewReport(store);
  const first = await save(store, id, 0, "同样的话");
  expect(await save(store, id, 0, "同样的话")).toEqual(first);
  await expect(save(store, id, 0, "别的话")).rejects.toMatchObject({ code: "report-changed-elsewhere" });
});

test("a save whose last step failed can be tried again with newer text", async () => {
  const root = await makeFolder();
  let folderFails = false;
  const files = watchedFileSystem((operation, path) => {
    if (folderFails && operation === "handle.sync" && path.endsWith("reports")) throw systemError("EIO");
  });
  const store = await openTestStore(root, { files });
  const { id } = await openNewReport(store);
  folderFails = true;
  await expect(save(store, id, 0, "第一次")).rejects.toMatchObject({ code: "write-failed" });
  folderFails = false;
  expect((await save(store, id, 0, "第二次")).revision).toBe(1);
  expect(textOf(await store.reports.read(id))).toContain("第二次");
});

test("saving resumes by itself when the disk has room again", async () => {
  let isFull = false;
  const files = watchedFileSystem((operation) => {
    if (isFull && operation === "handle.writeFile") throw systemError("ENOSPC");
  });
  const store = await openTestStore(await makeFolder(), { files });
  const { id } = await openNewReport(store);
  isFull = true;
  await expect(save(store, id, 0, "放不下")).rejects.toMatchObject({ code: "disk-full" });
  await expect(save(store, id, 0, "还放不下")).rejects.toMatchObject({ code: "disk-full" });
  isFull = false;
  expect((await save(store, id, 0, "放下了")).revision).toBe(1);
});

test("a file locked by another program is reported as locked and saved once it is free", async () => {
  let isHeld = false;
  const files = watchedFileSystem((operation, path) => {
    if (isHeld && operation === "rename" && path.endsWith(".json")) throw systemError("EBUSY");
  });
  const store = await openTestStore(await makeFolder(), { files });
  const { id } = await openNewReport(store);
  isHeld = true;
  const refused = save(store, id, 0, "被占用");
  await expect(refused).rejects.toMatchObject({ code: "file-locked", details: { name: "工作报告" } });
  isHeld = false;
  expect((await save(store, id, 0, "放开了")).revision).toBe(1);
});

test("a report that somebody else saved behind our back is not overwritten", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { id } = await openNewReport(store);
  await save(store, id, 0, "我的");
  const path = reportPath(root, id);
  const theirs = JSON.parse(await readFile(path, "utf8")) as ReportDocument;
  await writeFile(path, JSON.stringify({ ...theirs, revision: 5 }));
  await expect(save(store, id, 1, "我的新话")).rejects.toMatchObject({ code: "report-changed-elsewhere" });
  expect((JSON.parse(await readFile(path, "utf8")) as ReportDocument).revision).toBe(5);
  expect((await store.reports.open(id, anna)).report.revision).toBe(5);
});

test("a damaged file gives way to its backup, and opening says so", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { id } = await openNewReport(store);
  const before = await save(store, id, 0, "上一版");
  await save(store, id, 1, "这一版");
  await store.close();
  await writeFile(reportPath(root, id), '{"format":"nianbao-report","form');

  const next = await openTestStore(root);
  expect((await next.reports.list()).reports).toMatchObject([{ id, title: "工作报告" }]);
  const opened = await next.reports.open(id, anna);
  expect(opened.recovery?.restoredFrom).toBe(before.savedAt);
  expect(textOf(opened.report)).toContain("上一版");
  const damaged = opened.recovery?.damagedFileName ?? "";
  expect(await readFile(join(root, "data", "reports", damaged), "utf8")).toBe('{"format":"nianbao-report","form');
  // Said once: the file in its place is whole again.
  await next.reports.close(id, anna);
  expect((await next.reports.open(id, anna)).recovery).toBeNull();
  expect((await next.reports.list()).reports).toHaveLength(1);
});

test("a report of which file and backup are damaged is named in a notice and left as it is", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { id } = await openNewReport(store);
  await save(store, id, 0, "话");
  await store.close();
  await writeFile(reportPath(root, id), "");
  await writeFile(`${reportPath(root, id)}.bak`, "\0\0\0");
  const next = await openTestStore(root);
  expect((await next.reports.list()).reports).toEqual([]);
  const notice = next.notices().find(({ code }) => code === "report-damaged");
  expect(notice?.message).toContain(`${id}.json`);
  expect(next.notices()).toHaveLength(1);
  await expect(next.reports.open(id, anna)).rejects.toMatchObject({ code: "report-damaged" });
  expect((await namesIn(root, "data", "reports")).filter(isNotBackup)).toEqual([`${id}.json`, `${id}.json.bak`]);
});

test("a file that is damaged while its report is open is written anew from the window's text", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { id } = await openNewReport(store);
  await save(store, id, 0, "一");
  await save(store, id, 1, "二");
  await writeFile(reportPath(root, id), "damaged");
  expect((await save(store, id, 2, "三")).revision).toBe(3);
  await writeFile(reportPath(root, id), "damaged again");
  await writeFile(`${reportPath(root, id)}.bak`, "and its backup");
  expect((await save(store, id, 3, "四")).revision).toBe(4);
  expect(textOf(await store.reports.read(id))).toContain("四");
  const aside = (await namesIn(root, "data", "reports")).filter((name) => name.includes("damaged-"));
  expect(aside).toHaveLength(2);
});

test("a file that was deleted while its report is open comes back with the next save", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { id } = await openNewReport(store);
  await rm(reportPath(root, id));
  expect((await save(store, id, 0, "还在")).revision).toBe(1);
  expect(textOf(await store.reports.read(id))).toContain("还在");
});

test("a save to a report that never was is refused by name and leaves nothing behind", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const id = "00000000-0000-4000-8000-000000000000";
  await expect(save(store, id, 0, "无")).rejects.toMatchObject({ code: "report-not-found" });
  await expect(store.reports.open(id, anna)).rejects.toMatchObject({ code: "report-not-found" });
  expect(await namesIn(root, "data", "reports")).toEqual([]);
});

test("a report of a newer version stays in the list, is refused by name and is not touched", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { id } = await openNewReport(store);
  await save(store, id, 0, "话");
  await store.close();
  const path = reportPath(root, id);
  const newer = JSON.stringify({
    ...(JSON.parse(await readFile(path, "utf8")) as ReportDocument),
    formatVersion: 99,
    hologram: 1,
  });
  await writeFile(path, newer);
  const next = await openTestStore(root);
  expect((await next.reports.list()).reports).toMatchObject([{ id, title: "工作报告" }]);
  await expect(next.reports.open(id, anna)).rejects.toMatchObject({
    code: "report-newer-version",
    details: { version: 99 },
  });
  await expect(save(next, id, 1, "新话")).rejects.toMatchObject({ code: "report-newer-version" });
  await expect(next.reports.rename({ id, title: "改名" }, anna)).rejects.toMatchObject({
    code: "report-newer-version",
  });
  await expect(next.reports.duplicate(id)).rejects.toMatchObject({ code: "report-newer-version" });
  expect(await readFile(path, "utf8")).toBe(newer);
});

test("a newer report that cannot even be listed is named in a notice", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { id } = await openNewReport(store);
  await store.close();
  await writeFile(reportPath(root, id), JSON.stringify({ format: "nianbao-report", formatVersion: 99 }));
  const next = await openTestStore(root);
  expect((await next.reports.list()).reports).toEqual([]);
  expect(next.notices()).toMatchObject([{ code: "report-newer-version" }]);
});

test("the index can be deleted, damaged or out of date, and the list is right all the same", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const first = await openNewReport(store);
  const second = await openNewReport(store);
  await save(store, first.id, 0, "甲");
  await store.reports.trash(second.id, anna);
  await store.close();
  const listed = async () => {
    const { reports, trash } = await (await openTestStore(root)).reports.list();
    return { reports: reports.map(({ id, title }) => ({ id, title })), trash: trash.map(({ id }) => id) };
  };
  const expected = { reports: [{ id: first.id, title: "工作报告" }], trash: [second.id] };
  const indexPath = join(root, "data", "index.json");
  expect(await listed()).toEqual(expected);
  await rm(indexPath);
  await rm(`${indexPath}.bak`, { force: true });
  expect(await listed()).toEqual(expected);
  await writeFile(indexPath, "{damaged");
  await writeFile(`${indexPath}.bak`, "damaged, too");
  expect(await listed()).toEqual(expected);
  await writeFile(indexPath, '{"version":2,"reports":{},"trash":{}}');
  expect(await listed()).toEqual(expected);
});

test("the index spares reading files that have not changed", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { id } = await openNewReport(store);
  await store.close();
  const read: string[] = [];
  const files = watchedFileSystem((operation, path) => {
    if (operation === "open") read.push(path);
  });
  const next = await openTestStore(root, { files });
  expect((await next.reports.list()).reports).toHaveLength(1);
  expect(read.filter((path) => path === reportPath(root, id))).toEqual([]);
});

test("files that were added, changed or taken away behind our back are noticed", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const first = await openNewReport(store);
  await store.reports.close(first.id, anna);
  const second = await store.reports.create({ templateId: "small", year: 2025, organ: "" });
  await store.reports.list();

  await rename(reportPath(root, first.id), join(root, "away.json"));
  expect((await store.reports.list()).reports.map(({ id }) => id)).toEqual([second.id]);
  await rename(join(root, "away.json"), reportPath(root, first.id));
  expect((await store.reports.list()).reports).toHaveLength(2);
  const changed = {
    ...(JSON.parse(await readFile(reportPath(root, second.id), "utf8")) as ReportDocument),
    year: 2024,
  };
  await writeFile(reportPath(root, second.id), JSON.stringify(changed));
  expect((await store.reports.list()).reports.find(({ id }) => id === second.id)?.year).toBe(2024);
});

test("a report that is deleted while the list is made is left out without a word", async () => {
  const root = await makeFolder();
  let doomed = "";
  const files = watchedFileSystem(async (operation, path) => {
    if (operation === "stat" && path === doomed) await rm(path);
  });
  const store = await openTestStore(root, { files });
  const { id } = await store.reports.create({ templateId: "small", year: 2026, organ: "" });
  doomed = reportPath(root, id);
  expect((await store.reports.list()).reports).toEqual([]);
  expect(store.notices()).toEqual([]);
});

test("a clock that was put back or forward neither stops saves nor hides them", async () => {
  const root = await makeFolder();
  let time = new Date("2026-06-01T08:00:00Z");
  const store = await openTestStore(root, { now: () => time });
  const { id } = await openNewReport(store);
  time = new Date("1999-01-01T00:00:00Z");
  await save(store, id, 0, "钟慢了");
  await utimes(reportPath(root, id), new Date("2040-01-01"), new Date("2040-01-01"));
  time = new Date("2099-01-01T00:00:00Z");
  expect((await save(store, id, 1, "钟快了")).revision).toBe(2);
  expect((await store.reports.list()).reports).toMatchObject([{ id, updatedAt: "2099-01-01T00:00:00.000Z" }]);
  await store.close();
  expect(textOf(await (await openTestStore(root)).reports.read(id))).toContain("钟快了");
});

test("temporary files that a killed program left are gone after the next start", async () => {
  const root = await makeFolder();
  await (await openTestStore(root)).close();
  const leftover = join(
    root,
    "data",
    "reports",
    `00000000-0000-4000-8000-000000000000.json.${thisComputer().id}-4194999-abcdefabcdef-3.tmp`,
  );
  await writeFile(leftover, '{"half');
  await openTestStore(root);
  expect(await namesIn(root, "data", "reports")).toEqual([]);
});

test("a copy has a new id and prints the very same, title and all", async () => {
  const store = await openTestStore(await makeFolder());
  const original = await openNewReport(store);
  const copy = await store.reports.duplicate(original.id);
  expect(copy.id).not.toBe(original.id);
  expect(copy.title).toBe("2026年度工作报告");
  const { body, revision } = await store.reports.read(copy.id);
  expect(revision).toBe(0);
  expect(body).toEqual((await store.reports.read(original.id)).body);
  expect((await store.reports.read(original.id)).body).toEqual(original.body);
});

test("renaming changes the title in the text and nothing else of it", async () => {
  const store = await openTestStore(await makeFolder());
  const report = await openNewReport(store);
  await store.reports.close(report.id, anna);
  const renamed = await store.reports.rename({ id: report.id, title: "法治建设情况报告" }, anna);
  expect(renamed.title).toBe("法治建设情况报告");
  const { body, revision } = await store.reports.read(report.id);
  expect(revision).toBe(1);
  expect(body.root.children.slice(1)).toEqual(report.body.root.children.slice(1));
});

test("a report that another window writes is neither renamed nor deleted", async () => {
  const store = await openTestStore(await makeFolder());
  const { id } = await openNewReport(store);
  await expect(store.reports.rename({ id, title: "新名" }, boris)).rejects.toMatchObject({
    code: "report-open-elsewhere",
  });
  await expect(store.reports.trash(id, boris)).rejects.toMatchObject({ code: "report-open-elsewhere" });
  expect((await store.reports.list()).reports).toHaveLength(1);
});

test("a report goes to the recycle bin, comes back as it was, and is gone for good when purged", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root, { now: () => new Date("2026-02-03T04:05:06Z") });
  const { id } = await openNewReport(store);
  await save(store, id, 0, "别丢了");
  const before = await store.reports.read(id);
  await store.reports.trash(id, anna);
  const { reports, trash } = await store.reports.list();
  expect(reports).toEqual([]);
  expect(trash).toMatchObject([{ id, title: "工作报告", trashedAt: "2026-02-03T04:05:06.000Z" }]);
  await expect(store.reports.open(id, anna)).rejects.toMatchObject({ code: "report-not-found" });

  expect((await store.reports.restore(id)).id).toBe(id);
  expect(await store.reports.read(id)).toEqual(before);
  expect((await store.reports.list()).trash).toEqual([]);

  await store.reports.trash(id, anna);
  await store.reports.purge([id]);
  expect(await store.reports.list()).toEqual({ reports: [], trash: [] });
  await expect(store.reports.restore(id)).rejects.toMatchObject({ code: "report-not-found" });
  expect(await namesIn(root, "data", "trash")).toEqual([]);
  expect(await namesIn(root, "data", "reports")).toEqual([]);
});

test("purging touches only what lies in the recycle bin", async () => {
  const store = await openTestStore(await makeFolder());
  const { id } = await openNewReport(store);
  await store.reports.purge([id]);
  expect((await store.reports.read(id)).id).toBe(id);
});

test("stored reports are compact JSON", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { id } = await openNewReport(store);
  const stored = await readFile(reportPath(root, id), "utf8");
  expect(stored).toBe(JSON.stringify(JSON.parse(stored)));
});

test("windows hear that the list has changed", async () => {
  const heard: string[] = [];
  const store = await openTestStore(await makeFolder(), { emit: (event) => void heard.push(event) });
  const { id } = await store.reports.create({ templateId: "small", year: 2026, organ: "" });
  await store.reports.duplicate(id);
  await store.reports.rename({ id, title: "新名" }, anna);
  await store.reports.trash(id, anna);
  await store.reports.restore(id);
  expect(heard).toEqual(Array.from({ length: 5 }, () => "library.changed"));
});

test("nothing is written outside the data folder", async () => {
  const root = await makeFolder();
  const written: string[] = [];
  const files = watchedFileSystem((operation, path) => {
    if (!["readFile", "readdir", "stat", "open", "handle.sync"].includes(operation)) written.push(path);
  });
  const store = await openTestStore(root, { files });
  const { id } = await openNewReport(store);
  await save(store, id, 0, "话");
  await store.settings.change({ zoom: 120 });
  await store.templates.saveFromReport({ reportId: id, name: "我的模板", keepText: true });
  await store.reports.trash(id, anna);
  await store.reports.purge([id]);
  await store.close();
  expect(written.filter((path) => !path.startsWith(join(root, "data")))).toEqual([]);
  expect(await namesIn(root)).toEqual(["built-in", "data"]);
  expect(await namesIn(root, "built-in")).toEqual(["small.json"]);
});
