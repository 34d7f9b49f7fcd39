import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { thisComputer } from "../../backend/computer.ts";
import { nodeFileSystem } from "../../backend/store/file-system.ts";
import { openReadingJournal, withNote } from "../../backend/store/reading-journal.ts";
import { createUnderstanding } from "../../backend/store/understand-file.ts";
import { readMark } from "../../backend/store/file.ts";
import { systemError, watchedFileSystem } from "../backend/store/faulty-file-system.ts";
import { anna, editWith, makeFolder, namesIn, openTestStore, reportPath } from "../backend/store/test-store.ts";

/** What takes all memory of whoever reads it costs that report alone; what ends the program does so at no other start. */

async function withReport(root: string): Promise<{ id: string; bytes: Buffer; mark: string }> {
  const store = await openTestStore(root);
  const { id } = await store.reports.create({ templateId: "small", year: 2026, organ: "某局" });
  await store.close();
  const path = reportPath(root, id);
  return { id, bytes: await readFile(path), mark: (await readMark(nodeFileSystem, path)) ?? "" };
}

const quietJournal = (endings: number) => ({
  endingsOver: () => endings,
  open: () => Promise.resolve(),
  line: () => null,
  giveBack: () => undefined,
  close: () => Promise.resolve(),
});

test("a file that fills the memory of its reader is given up, and one that is sound is read beside it", async () => {
  const { id, bytes, mark } = await withReport(await makeFolder());
  const understand = createUnderstanding(quietJournal(1), { withinMs: 600_000, maxHeapMb: 24 });
  const children = Array.from({ length: 90_000 }, () => ({
    type: "paragraph",
    children: [{ type: "text", text: "", format: 0 }],
  }));
  const report = JSON.parse(bytes.toString("utf8")) as { body: { root: { children: unknown[] } } };
  report.body.root.children.push(...children);
  const hungry = Buffer.from(JSON.stringify(report));
  await expect(understand("reports", { id, mark, bytes: hungry })).rejects.toMatchObject({
    code: "report-damaged",
    details: { reason: "读取它需要的内存过多" },
  });
  expect((await understand("reports", { id, mark, bytes })).summary.id).toBe(id);
});

test("a file that takes too long is given up", async () => {
  const { id, bytes, mark } = await withReport(await makeFolder());
  const understand = createUnderstanding(quietJournal(1), { withinMs: 0, maxHeapMb: 768 });
  await expect(understand("reports", { id, mark, bytes })).rejects.toMatchObject({
    details: { reason: "读取用时过长" },
  });
});

/** A program that ended while it read: it took its number along and left its note. */
async function endOver(root: string, id: string, mark: string, endings: number): Promise<void> {
  const name = `reading.${thisComputer().id}-4194999-abcdef-${endings + 1}.tmp`;
  await writeFile(
    join(root, "data", name),
    `${JSON.stringify({ shelf: "reports", id, mark, endings })}\n${" ".repeat(200)}`,
  );
  // what was read before that end is not in the index
  await rename(join(root, "data", "index.json"), join(root, "data", "index.json.bak")).catch(() => undefined);
  await writeFile(join(root, "data", "index.json"), "{}");
  await writeFile(join(root, "data", "index.json.bak"), "{}");
}

test("a report over which the program ended once is read apart and listed; after the third time it is left alone", async () => {
  const root = await makeFolder();
  const { id, mark } = await withReport(root);
  for (const endings of [0, 1]) {
    await endOver(root, id, mark, endings);
    const again = await openTestStore(root);
    expect((await again.reports.list()).reports.map((summary) => summary.id)).toEqual([id]);
    await again.close();
    expect((await namesIn(root, "data")).filter((name) => name.startsWith("reading."))).toEqual([]);
  }

  await endOver(root, id, mark, 2);
  for (const start of ["the next", "and every other"]) {
    const store = await openTestStore(root);
    expect((await store.reports.list()).reports, start).toEqual([]);
    expect(
      store.notices().map(({ message }) => message),
      start,
    ).toEqual([expect.stringContaining("程序三次在读取它时意外结束")]);
    await store.close();
  }
  // Another content is another matter.
  await writeFile(reportPath(root, id), `${await readFile(reportPath(root, id), "utf8")} `);
  const last = await openTestStore(root);
  expect((await last.reports.list()).reports.map((summary) => summary.id)).toEqual([id]);
  expect((await last.reports.open(id, anna)).access).toBe("write");
  expect((await last.reports.save({ id, baseRevision: 0, edit: editWith("写") }, anna)).revision).toBe(1);
});

test("the note names what is being read, and nothing when nothing is", async () => {
  const root = await makeFolder();
  await withReport(root);
  const folder = join(root, "data");
  const journal = await openReadingJournal(nodeFileSystem, folder);
  await journal.open();
  const [name = ""] = (await namesIn(folder)).filter((one) => one.startsWith("reading."));
  const note = () => readFile(join(folder, name), "utf8").then((text) => text.trim());
  const [first, second] = [
    { shelf: "reports", id: randomUUID(), mark: "1:2:3", endings: 0 },
    { shelf: "trash", id: "b", mark: "", endings: 1 },
  ];
  const [line, secondLine] = [journal.line(first), journal.line(second)];
  const notes = withNote(line, () =>
    withNote(secondLine, () => readFileSync(join(folder, name), "utf8").trim().split("\n")),
  );
  expect(notes.map((one) => JSON.parse(one) as unknown)).toEqual([first, second]);
  expect(await note()).toBe("");
  expect(() =>
    withNote(line, () => {
      throw new Error("damaged");
    }),
  ).toThrow("damaged");
  expect(await note()).toBe("");
  // a line is used again once it is given back
  if (line !== null) journal.giveBack(line);
  expect(journal.line(first)?.slot).toBe(line?.slot);
  await journal.close();
  expect((await namesIn(folder)).filter((one) => one.startsWith("reading."))).toEqual([]);
});

test("where no note can be written everything is read all the same", async () => {
  const root = await makeFolder();
  const { id } = await withReport(root);
  await writeFile(join(root, "data", "index.json"), "{}");
  await writeFile(join(root, "data", "index.json.bak"), "{}");
  const files = watchedFileSystem((operation, path) => {
    if (operation === "open" && path.includes("reading.")) throw systemError("ENOSPC");
  });
  const store = await openTestStore(root, { files });
  expect((await store.reports.list()).reports.map((summary) => summary.id)).toEqual([id]);
  expect(store.notices()).toEqual([]);
});
