import { readFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { Store, StoreOptions } from "../../../backend/store/store.ts";
import { diskThatFills } from "./replacing-faults.ts";
import { findReplacements } from "../../../core/replace/find-replacements.ts";
import { isChosenAtFirst } from "../../../core/replace/judge-hits.ts";
import { blocksFromBody } from "../../../core/document/from-lexical.ts";
import { replacementsIn } from "../../../core/document/body-state.ts";
import { anna, boris, editWith, makeFolder, openTestStore, reportPath, textOf } from "./test-store.ts";

const words = "科技强审。增强审计监督。";

/** Closed reports with the same text. */
async function libraryOf(count: number, options: Partial<StoreOptions> = {}) {
  const root = await makeFolder();
  const store = await openTestStore(root, options);
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const { id } = await store.reports.create({ templateId: "small", year: 2026, organ: "某市审计局" });
    const { report } = await store.reports.open(id, anna);
    await store.reports.save({ id, baseRevision: 0, edit: editWith(words, report) }, anna);
    await store.reports.close(id, anna);
    ids.push(id);
  }
  return { root, store, ids };
}

/** What a window chooses when it leaves everything as it is at first. */
async function choicesIn(store: Store, ids: readonly string[]) {
  const reports = await Promise.all(ids.map((id) => store.reports.read(id)));
  return reports.map(({ id, revision, body, year }) => ({
    id,
    revision,
    hits: findReplacements(blocksFromBody(body), { query: "强审" }, year)
      .filter(isChosenAtFirst)
      .map(({ block, row, cell, start, end }) => ({ block, row, cell, start, end })),
  }));
}
const change = { query: "强审", replacement: "金审" };
const replaceIn = async (store: Store, ids: readonly string[]) =>
  store.replacing.replace({ ...change, choices: await choicesIn(store, ids) });
const codes = (reports: readonly { failure: { code: string } | null }[]) =>
  reports.map(({ failure }) => failure?.code ?? null);

test("what was chosen is replaced in every report and written down in each", async () => {
  const { store, ids } = await libraryOf(3);
  const { token, reports } = await replaceIn(store, ids);
  expect(reports.map(({ title, count, failure }) => [title, count, failure])).toEqual(
    ids.map(() => ["工作报告", 1, null]),
  );
  for (const id of ids) {
    const report = await store.reports.read(id);
    expect(textOf(report)).toContain("科技金审。增强审计监督。");
    expect(report.revision).toBe(2);
    expect(report.replacements).toMatchObject([
      { id: token, ...change, count: 1, sentences: [{ before: "科技强审。", after: "科技金审。" }] },
    ]);
    expect(replacementsIn(report.body)).toEqual([token]);
  }
});

test("it is taken back as a whole, but not where somebody has written since", async () => {
  const { store, ids } = await libraryOf(3);
  const before = await Promise.all(ids.map((id) => store.reports.read(id)));
  const { token } = await replaceIn(store, ids);
  const [changed = "", ...others] = ids;
  const { report } = await store.reports.open(changed, anna);
  await store.reports.save({ id: changed, baseRevision: 2, edit: editWith("后来写的。", report) }, anna);
  await store.reports.close(changed, anna);
  const { reports } = await store.replacing.undo(token ?? "");
  expect(codes(reports)).toEqual(["replace-undo-changed", null, null]);
  expect(textOf(await store.reports.read(changed))).toContain("后来写的。");
  for (const id of others) {
    const restored = await store.reports.read(id);
    const original = before.find((one) => one.id === id);
    expect(restored.body.root.children).toEqual(original?.body.root.children);
    expect(restored.replacements).toHaveLength(1);
    expect(replacementsIn(restored.body)).toEqual([]);
  }
});

test("a report that is open, here or elsewhere, or was changed meanwhile, is left alone and named", async () => {
  const { store, ids } = await libraryOf(4);
  const choices = await choicesIn(store, ids);
  const [open = "", changed = "", gone = "", plain = ""] = ids;
  await store.reports.open(open, boris);
  await store.reports.rename({ id: changed, title: "改了名的报告" }, anna);
  await store.reports.trash(gone, anna);
  const { reports } = await store.replacing.replace({ ...change, choices });
  expect(codes(reports)).toEqual(["replace-open", "replace-changed", "report-not-found", null]);
  expect(reports[1]?.title).toBe("改了名的报告");
  expect(reports[0]?.failure?.message).toContain("工作报告");
  expect(textOf(await store.reports.read(open))).toContain(words);
  expect(textOf(await store.reports.read(plain))).toContain("金审");
  // the lock that was taken for it is gone again
  expect((await store.reports.open(plain, boris)).access).toBe("write");
});

test("a damaged report does not stop the others", async () => {
  const { root, store, ids } = await libraryOf(3);
  const choices = await choicesIn(store, ids);
  for (const path of [reportPath(root, ids[1] ?? ""), `${reportPath(root, ids[1] ?? "")}.bak`]) {
    await writeFile(path, "{");
  }
  const { reports } = await store.replacing.replace({ ...change, choices });
  expect(codes(reports)).toEqual([null, "report-damaged", null]);
});

test("a disk that is full for one report leaves it whole, and the others are written", async () => {
  const disk = diskThatFills();
  const { root, store, ids } = await libraryOf(3, { files: disk.files });
  const choices = await choicesIn(store, ids);
  disk.fillFor(ids[1] ?? "");
  const { token, reports } = await store.replacing.replace({ ...change, choices });
  expect(codes(reports)).toEqual([null, "disk-full", null]);
  expect(reports[1]?.failure?.message).toContain("没有改动");
  expect(await readFile(reportPath(root, ids[1] ?? ""), "utf8")).toContain(words);
  expect(textOf(await store.reports.read(ids[1] ?? ""))).toContain(words);
  expect(codes((await store.replacing.undo(token ?? "")).reports)).toEqual([null, null]);
});

test("places that are not there, or are no typed text, are not replaced", async () => {
  const { store, ids } = await libraryOf(1);
  const choices = [{ id: ids[0] ?? "", revision: 1, hits: [{ block: 1, start: 1, end: 2 }] }];
  const { token, reports } = await store.replacing.replace({ ...change, choices });
  expect([token, codes(reports)]).toEqual([null, ["replace-changed"]]);
  expect((await store.reports.read(ids[0] ?? "")).revision).toBe(1);
});

test("a replacement of which nothing is known any more cannot be taken back", async () => {
  const { store } = await libraryOf(1);
  await expect(store.replacing.undo("unknown")).rejects.toMatchObject({ code: "replace-undo-gone" });
});
