import { expect, test } from "vitest";
import type { FileReader } from "../../../backend/import/file-reader.ts";
import { createImports } from "../../../backend/import/imports.ts";
import { readReportFile } from "../../../backend/read-report-file.ts";
import { AppError } from "../../../core/result.ts";
import { anna, boris, makeFolder, openTestStore } from "../store/test-store.ts";

const bytes = Buffer.from("某区审计局2024年工作报告\n一、情况\n有话说。\n");
const file = { fileName: "去年.txt", bytes, year: null };

/** A reader that is done when it is told to, or given up. */
function slowReader() {
  const finish: (() => void)[] = [];
  const reader: Pick<FileReader, "read"> = {
    read: (given, signal) =>
      new Promise((resolve, reject) => {
        finish.push(() => resolve(readReportFile(given, new Date())));
        signal?.addEventListener("abort", () => reject(new AppError("cancelled")));
      }),
  };
  return { reader, finishAll: () => finish.forEach((end) => end()) };
}

test("a window gives up what it is having brought in, and nobody else's", async () => {
  const store = await openTestStore(await makeFolder());
  const { reader, finishAll } = slowReader();
  const imports = createImports(reader, store.reports);
  const own = [imports.run(file, anna), imports.run(file, anna)];
  const other = imports.run(file, boris);
  imports.cancel(anna);
  for (const result of await Promise.allSettled(own)) expect(result).toMatchObject({ reason: { code: "cancelled" } });
  finishAll();
  expect((await other).report.year).toBe(2024);
  expect((await store.reports.list()).reports).toHaveLength(1);
  const again = imports.run(file, anna);
  finishAll();
  expect((await again).report.year).toBe(2024);
});

test("what was read when it was given up does not come into the library", async () => {
  const store = await openTestStore(await makeFolder());
  const imported = readReportFile({ name: "去年.txt", bytes, year: null }, new Date());
  // the window goes while the last step is under way
  const reader: Pick<FileReader, "read"> = {
    read: () => {
      imports.cancel(anna);
      return Promise.resolve(imported);
    },
  };
  const imports = createImports(reader, store.reports);
  await expect(imports.run(file, anna)).rejects.toMatchObject({ code: "cancelled" });
  expect((await store.reports.list()).reports).toEqual([]);
});
