import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createEncoder } from "../../backend/store/encode-text.ts";
import { watchedFileSystem } from "../backend/store/faulty-file-system.ts";
import { anna, editWith, makeFolder, openNewReport, openTestStore, reportPath } from "../backend/store/test-store.ts";

test("a save looks at its lock once, opens the folder once, and has the backup's second name ready before it syncs", async () => {
  const root = await makeFolder();
  let steps: string[] = [];
  const files = watchedFileSystem((operation, path) => {
    const what = /\.tmp$|\.lock$|\.bak$|\.json$/u.exec(path)?.[0] ?? "folder";
    steps.push(`${operation} ${what}`);
  });
  const store = await openTestStore(root, { files });
  const { id } = await openNewReport(store);
  await store.reports.save({ id, baseRevision: 0, edit: editWith("第一次") }, anna);
  steps = [];
  await store.reports.save({ id, baseRevision: 1, edit: editWith("第二次") }, anna);
  const timesOf = (step: string): number => steps.filter((taken) => taken === step).length;
  expect(timesOf("open .lock")).toBe(1);
  expect(timesOf("open folder")).toBe(1);
  expect(timesOf("open .json")).toBe(0);
  expect(timesOf("open .bak")).toBe(0);
  expect(steps.indexOf("link .json")).toBeLessThan(steps.indexOf("handle.sync .tmp"));
  expect(steps.indexOf("open .lock")).toBeGreaterThan(steps.indexOf("handle.sync .tmp"));
  expect(steps.length).toBeLessThanOrEqual(12);
  expect(await readFile(`${reportPath(root, id)}.bak`, "utf8")).toContain("第一次");
  await store.close();
});

test("text that is turned into bytes in memory used before is the same as text turned alone", () => {
  const encode = createEncoder();
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 200 }), { maxLength: 8 }), (texts) => {
      for (const text of texts) expect(Buffer.from(encode(text)).equals(Buffer.from(text, "utf8"))).toBe(true);
    }),
  );
});
