import { readFile } from "node:fs/promises";
import { describe, expect, it, test } from "vitest";
import { createDispatch } from "../../backend/dispatch.ts";
import type { Handlers } from "../../core/contract.ts";
import type { Block } from "../../core/document/blocks.ts";
import { reportFromImport } from "../../core/document/create.ts";
import { MOST_BLOCKS } from "../../core/document/limits.ts";
import { excessOf } from "../../core/document/report-size.ts";
import { bodyFromBlocks } from "../../core/document/to-lexical.ts";
import { describeError } from "../../core/error-wording.ts";
import { errorCodes } from "../../core/result.ts";
import { readReportFile } from "../../backend/read-report-file.ts";
import { readOwnReport } from "../../backend/read-own-report.ts";
import { importText } from "../../core/import/text.ts";
import { metaFields } from "../../renderer/meta/meta-fields.ts";
import {
  anna,
  editWith,
  makeFolder,
  namesIn,
  openNewReport,
  openTestStore,
  reportPath,
} from "../backend/store/test-store.ts";

/** A report of 100,000 headings was stored, opened slowly, and was then refused at every save with words about an import. */

const now = new Date("2026-11-30T08:00:00Z");
const file = (name: string, text: string) => ({ name, year: null, bytes: Buffer.from(text) });
const line = (text: string): Block => ({ kind: "paragraph", role: "body", content: [{ kind: "text", text }] });
const tooLong = (details: object): Error => expect.objectContaining({ code: "report-too-long", details }) as Error;

describe("what is too much for one report", () => {
  const cell = { paragraphs: [[]], rowSpan: 1, colSpan: 1, align: "start" } as const;
  const table = (rows: number): Block => ({
    kind: "table",
    columnWidths: [1, 1],
    headerRows: 0,
    rows: Array.from({ length: rows }, () => [cell, cell]),
  });
  it.each([
    ["20,000 paragraphs", Array.from({ length: 20_000 }, () => line("甲")), null],
    ["one more", Array.from({ length: 20_001 }, () => line("甲")), { count: 20_001, most: 20_000, unit: "段" }],
    [
      "page breaks",
      Array.from({ length: 20_001 }, (): Block => ({ kind: "pageBreak" })),
      { count: 20_001, most: 20_000, unit: "段" },
    ],
    ["the cells of tables", [table(9_999), table(2)], { count: 20_002, most: 20_000, unit: "段" }],
    ["one endless sentence", [line("甲".repeat(2_000_001))], { count: 2_000_001, most: 2_000_000, unit: "字" }],
  ] as const)("%s", (_, blocks, excess) => {
    expect(excessOf(blocks, 2025)).toEqual(excess);
  });
});

test("a file that holds too much is refused by name before anything is stored, whatever kind of file it is", async () => {
  const title = "某局2025年法治政府建设情况报告";
  expect(() => readReportFile(file("长.txt", `${title}\n${"甲".repeat(2_000_000)}`), now)).toThrow(
    tooLong({ name: "长.txt", count: 2_000_000 + title.length, most: 2_000_000, unit: "字" }),
  );
  const blocks = Array.from({ length: 20_001 }, (): Block => ({ kind: "pageBreak" }));
  const report = {
    ...reportFromImport({ imported: importText(title), year: 2025, id: crypto.randomUUID(), now }),
    body: bodyFromBlocks(blocks, 2025),
  };
  const details = { count: 20_001, most: 20_000, unit: "段" };
  expect(() => readOwnReport(file("长.json", JSON.stringify(report)))).toThrow(
    tooLong({ name: "长.json", ...details }),
  );
  const root = await makeFolder();
  const store = await openTestStore(root);
  await expect(store.reports.add({ report, images: new Map() })).rejects.toMatchObject({ code: "report-too-long" });
  expect(await namesIn(root, "data", "reports")).toEqual([]);
  expect(describeError("report-too-long", { name: "长.txt", count: 20_002, most: 20_000, unit: "段" })).toBe(
    "“长.txt”有 20,002 段，超过一份报告 20,000 段的上限（表格里每格算一段），没有继续。请拆成几份，再分别处理。",
  );
});

test("what is stored opens again: a text that the file format has no room for does not come in", async () => {
  const store = await openTestStore(await makeFolder());
  const { report } = await openNewReport(store).then(async (opened) => ({
    report: await store.reports.read(opened.id),
  }));
  const children = [
    ...report.body.root.children,
    ...bodyFromBlocks([line("甲".repeat(5_000_001))], 2026).root.children,
  ];
  const beyond = { ...report, body: { root: { ...report.body.root, children } } };
  await expect(store.reports.saveCopy({ report: beyond })).rejects.toMatchObject({ code: "report-too-long" });
});

test("a report that grew beyond what may come in is opened, saved and copied all the same", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const opened = await openNewReport(store);
  const blocks = Array.from({ length: 20_001 }, (_, at) => line(`第${at}段`));
  const edit = { ...editWith(""), body: bodyFromBlocks(blocks, 2026) };
  expect((await store.reports.save({ id: opened.id, baseRevision: 0, edit }, anna)).revision).toBe(1);
  const copy = await store.reports.duplicate(opened.id);
  expect((await store.reports.open(copy.id, anna)).report.body.root.children.length).toBeGreaterThan(20_000);
});

test("a file that would be too large to be read again is not written, and the one that is there stays", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { id } = await openNewReport(store);
  await store.reports.save({ id, baseRevision: 0, edit: editWith("写好的") }, anna);
  const before = await readFile(reportPath(root, id), "utf8");
  const huge = Array.from({ length: 8 }, () => line("甲".repeat(4_900_000)));
  const edit = { ...editWith(""), body: bodyFromBlocks(huge, 2026) };
  await expect(store.reports.save({ id, baseRevision: 1, edit }, anna)).rejects.toMatchObject({
    code: "report-too-large",
    details: { reason: "超过 100 MB" },
  });
  expect(await readFile(reportPath(root, id), "utf8")).toBe(before);
  expect((await namesIn(root, "data", "reports")).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  expect((await store.reports.save({ id, baseRevision: 1, edit: editWith("删短了") }, anna)).revision).toBe(2);
});

describe("a save that is refused says why, and that the text is not lost", () => {
  const refusing = (error: Error): Handlers => new Proxy({} as Handlers, { get: () => () => Promise.reject(error) });
  const id = "0b0e7d7e-6ed6-4a3f-8f5e-9b3a3c1d2e4f";

  it("names the bound of the format that the text has outgrown", async () => {
    const dispatch = createDispatch(refusing(new Error("not reached")), () => undefined);
    const [node] = bodyFromBlocks([line("甲")], 2026).root.children;
    const children = Array.from({ length: MOST_BLOCKS + 1 }, () => node);
    const edit = { ...editWith(""), body: { root: { type: "root", children } } };
    const answer = await dispatch("report.save", { id, baseRevision: 0, edit }, anna);
    expect(answer).toMatchObject({ ok: false, error: { code: "report-too-large" } });
    expect(JSON.stringify(answer)).toMatch(/正文超过 100,000 段.*正文仍在窗口中，没有丢失/u);
  });

  it.each(["disk-full", "folder-read-only", "report-not-found", "report-changed-elsewhere", "internal"] as const)(
    "%s is told otherwise where no text waits in a window",
    async (code) => {
      const { AppError } = await import("../../core/result.ts");
      const dispatch = createDispatch(refusing(new AppError(code)), () => undefined);
      const saving = JSON.stringify(await dispatch("report.save", { id, baseRevision: 0, edit: editWith("") }, anna));
      const trashing = JSON.stringify(await dispatch("library.trash", { id }, anna));
      expect(saving).toMatch(/正文仍在窗口中|改动的文字/u);
      expect(trashing).not.toMatch(/正文仍在窗口中|改动的文字|保存。请先/u);
    },
  );
});

test("no sentence about a file speaks of an import: files are also opened, rolled, compared and exported", () => {
  for (const code of errorCodes) {
    if (code === "not-a-report") continue;
    expect(describeError(code), code).not.toMatch(/导入/u);
  }
});

test("a form takes no more lines than the file has room for", () => {
  const lines = (count: number): string => Array.from({ length: count }, (_, at) => `第${at}局`).join("\n");
  expect(metaFields.signatories.read(lines(500))).toEqual({ signatories: lines(500).split("\n") });
  expect(metaFields.signatories.read(lines(501))).toBe("最多 500 行。");
});
