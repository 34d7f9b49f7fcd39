import { readFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { ReportDocument } from "../../core/document/schema.ts";
import {
  anna,
  editWith,
  makeFolder,
  openNewReport,
  openTestStore,
  reportPath,
  textOf,
} from "../backend/store/test-store.ts";

test("a report whose file claims the last number that can be counted keeps every later save", async () => {
  const root = await makeFolder();
  const first = await openTestStore(root);
  const { id } = await openNewReport(first);
  await first.close();
  const path = reportPath(root, id);
  const stored = JSON.parse(await readFile(path, "utf8")) as ReportDocument;
  await writeFile(path, JSON.stringify({ ...stored, revision: Number.MAX_SAFE_INTEGER }));

  const second = await openTestStore(root);
  const { report } = await second.reports.open(id, anna);
  expect(report.revision).toBe(Number.MAX_SAFE_INTEGER);
  const saved = await second.reports.save({ id, baseRevision: report.revision, edit: editWith("第一句。") }, anna);
  await second.reports.save({ id, baseRevision: saved.revision, edit: editWith("第二句。") }, anna);
  await second.close();

  const third = await openTestStore(root);
  const reopened = await third.reports.open(id, anna);
  expect(reopened.recovery).toBeNull();
  expect(textOf(reopened.report)).toContain("第二句。");
  await third.close();
});
