import { randomUUID } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { createUnderstanding } from "../../backend/store/understand-file.ts";
import { makeFolder, openTestStore, reportPath } from "../backend/store/test-store.ts";

/** A library that has to be read anew is read in several threads: with the same rows and the same notices. */

const FILES = 100;

const quietJournal = {
  endingsOver: () => 0,
  open: () => Promise.resolve(),
  line: () => null,
  giveBack: () => undefined,
  close: () => Promise.resolve(),
};

async function soundReport(root: string): Promise<{ id: string; json: string }> {
  const store = await openTestStore(root);
  const { id } = await store.reports.create({ templateId: "small", year: 2026, organ: "某局" });
  await store.close();
  return { id, json: await readFile(reportPath(root, id), "utf8") };
}

test("of many files each sound one is a row, and each other one a notice of its own", async () => {
  const root = await makeFolder();
  const { id, json } = await soundReport(root);
  const report = JSON.parse(json) as Record<string, unknown>;
  const sound: string[] = [id];
  for (let count = 1; count < FILES; count += 1) {
    const next = randomUUID();
    sound.push(next);
    await writeFile(reportPath(root, next), JSON.stringify({ ...report, id: next }));
  }
  const cut = randomUUID();
  await writeFile(reportPath(root, cut), json.slice(0, 200));
  const foreign = randomUUID();
  await writeFile(reportPath(root, foreign), json);
  const newer = randomUUID();
  await writeFile(reportPath(root, newer), JSON.stringify({ ...report, id: newer, formatVersion: 99 }));
  await rm(`${root}/data/index.json`, { force: true });
  await rm(`${root}/data/index.json.bak`, { force: true });

  const store = await openTestStore(root);
  const listed = (await store.reports.list()).reports;
  expect(listed.map((summary) => summary.id).toSorted()).toEqual([...sound, newer].toSorted());
  expect(new Set(listed.filter((summary) => summary.id !== newer).map(({ words }) => words)).size).toBe(1);
  const notices = store.notices().map(({ message }) => message);
  expect(notices.filter((message) => message.includes(cut))).toHaveLength(1);
  expect(notices.filter((message) => message.includes(foreign))).toHaveLength(1);
  expect(notices).toHaveLength(2);
});

test("a file that ends the thread it is read in costs itself alone", async () => {
  const { id, json } = await soundReport(await makeFolder());
  const understand = createUnderstanding(quietJournal, { withinMs: 600_000, maxHeapMb: 24 });
  const bytes = Buffer.from(json);
  const report = JSON.parse(json) as { body: { root: { children: unknown[] } } };
  const paragraph = { type: "paragraph", children: [{ type: "text", text: "", format: 0 }] };
  report.body.root.children.push(...Array.from({ length: 45_000 }, () => paragraph));
  const hungry = Buffer.from(JSON.stringify(report));
  expect(hungry.length).toBeLessThan(4 * 1024 * 1024);
  const contents = [...Array.from({ length: FILES }, () => bytes), hungry, bytes, bytes];
  const answers = await Promise.allSettled(
    contents.map((content) => understand("reports", { id, mark: "1:2:3", bytes: content })),
  );
  expect(answers.flatMap(({ status }, at) => (status === "rejected" ? at : []))).toEqual([FILES]);
  expect(answers[FILES]).toMatchObject({
    reason: { code: "report-damaged", details: { reason: "读取它需要的内存过多" } },
  });
});
