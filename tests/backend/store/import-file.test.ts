import { expect, test } from "vitest";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { entriesOf } from "../../../core/document/review-entries.ts";
import type { ReportDocument } from "../../../core/document/schema.ts";
import { makeCompound } from "../../fixtures/doc/make-compound.ts";
import { makeDocx } from "../../fixtures/docx/make-docx.ts";
import { p, picture, r } from "../../fixtures/docx/word-xml.ts";
import { makePng } from "./image-samples.ts";
import {
  anna,
  importFile,
  makeFolder,
  namesIn,
  openNewReport,
  openTestStore,
  reportPath,
  textOf,
} from "./test-store.ts";

const text = `某区审计局2024年法治政府建设情况报告

2024年，某区审计局认真履行职责。现将情况报告如下。
一、工作情况
（一）加强学习。组织学习四次。
二、下一步打算
继续努力。
`;

test("a text file becomes a report of the year that it names", async () => {
  const store = await openTestStore(await makeFolder());
  const input = { fileName: "去年.txt", bytes: Buffer.from(text), year: null };
  const { report } = await importFile(store, input);
  expect(report).toMatchObject({ title: "某区审计局2024年法治政府建设情况报告", year: 2024, reportType: "fazhi" });
  expect(textOf(await store.reports.read(report.id))).toContain("组织学习四次");
  expect((await importFile(store, { ...input, year: 2025 })).report.year).toBe(2025);
});

const png = makePng(4, 3);
const imageId = createHash("sha256").update(png).digest("hex");

test("a report file that travelled gets a new id, and its images are kept beside it", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const original = await openNewReport(store);
  const travelling: ReportDocument = {
    ...original,
    images: { [imageId]: { mediaType: "image/png", base64: png.toString("base64") } },
  };
  const bytes = Buffer.from(JSON.stringify(travelling));
  const { report, warnings } = await importFile(store, { fileName: "报告.json", bytes, year: null });
  expect(report.id).not.toBe(original.id);
  expect(warnings).toEqual([]);
  expect(await namesIn(root, "data", "images")).toEqual([`${imageId}.png`]);
  const stored = JSON.parse(await readFile(reportPath(root, report.id), "utf8")) as ReportDocument;
  expect(stored.images).toEqual({});
  expect(stored.body).toEqual(original.body);
});

test("a draft that travelled brings along what is to be checked, what was decided, and last year's text", async () => {
  const store = await openTestStore(await makeFolder());
  const last = await importFile(store, { fileName: "去年.txt", bytes: Buffer.from(text), year: null });
  const drafted = await store.reports.roll({ id: last.report.id, fromYear: 2024, toYear: 2025, repairs: [] });
  const draft = await store.reports.read(drafted.report.id);
  const [open] = entriesOf(draft).filter(({ state }) => state === "pending");
  const reviewDecisions = { [open?.id ?? ""]: { state: "kept", by: "李", at: "2026-01-05T08:00:00.000Z" } } as const;
  const travelling = { ...draft, body: { root: { ...draft.body.root, $: { reviewDecisions } } } };
  const bytes = Buffer.from(JSON.stringify(travelling));
  const { report } = await importFile(store, { fileName: "初稿.json", bytes, year: null });
  expect(report.pending).toBe(drafted.pending - 1);
  const arrived = await store.reports.read(report.id);
  expect(arrived).toEqual({ ...travelling, id: report.id, revision: 0 });
  expect(entriesOf(arrived).find(({ id }) => id === open?.id)).toMatchObject({ state: "kept", by: "李" });
});

test("a report file with a foreign image under an image's id is refused", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const original = await openNewReport(store);
  const images = { ["0".repeat(64)]: { mediaType: "image/png", base64: png.toString("base64") } };
  const bytes = Buffer.from(JSON.stringify({ ...original, images }));
  const attempt = importFile(store, { fileName: "报告.json", bytes, year: null });
  await expect(attempt).rejects.toMatchObject({ code: "report-damaged" });
  expect((await store.reports.list()).reports).toHaveLength(1);
});

const compound = (stream: string): string =>
  Buffer.from(makeCompound({ [stream]: new Uint8Array(1) })).toString("latin1");

test("a Word file becomes a report whatever its name, with its images beside it", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const body = p("某区审计局2024年法治政府建设情况报告") + p("2024年工作情况如下。") + p(r(picture("image1", 1000)));
  const bytes = makeDocx({ body, media: { "image1.png": png } });
  const { report } = await importFile(store, { fileName: "报告.txt", bytes, year: null });
  expect(report).toMatchObject({ title: "某区审计局2024年法治政府建设情况报告", year: 2024 });
  expect(await namesIn(root, "data", "images")).toEqual([`${imageId}.png`]);
});

test.each([
  ["a web page", "<!DOCTYPE html>\n<html><body><p>某区审计局2024年工作报告</p><p>正文。</p></body></html>"],
  ["a rich text", String.raw`{\rtf1\ansi\uc0 \u26576\u23616 2024\u24180\u25253\u21578\par \u27491\u25991\u12290\par}`],
])("%s under the name of a Word file is read as what it is", async (_, content) => {
  const store = await openTestStore(await makeFolder());
  const { report } = await importFile(store, { fileName: "报告.doc", bytes: Buffer.from(content), year: null });
  const stored = await store.reports.read(report.id);
  expect([report.year, JSON.stringify(stored.body)]).toEqual([2024, expect.stringContaining("正文。")]);
});

test.each([
  ["a damaged report", "报告.json", '{"format":"nianbao-rep', "report-damaged"],
  ["another program's JSON", "报告.json", '{"name":"package"}', "not-a-report"],
  [
    "a report of a newer version",
    "报告.json",
    '{"format":"nianbao-report","formatVersion":99}',
    "report-newer-version",
  ],
  ["a Word file that was cut off", "报告.docx", "PK\u0003\u0004rest", "file-damaged"],
  ["one under a text's name", "报告.txt", "PK\u0003\u0004rest", "file-damaged"],
  ["an old Word file that was cut off", "报告.docx", "\u00d0\u00cf\u0011\u00e0rest", "file-damaged"],
  ["a Word file with a password", "报告.docx", compound("EncryptedPackage"), "file-encrypted"],
  [
    "a page with all its files",
    "报告.doc",
    "MIME-Version: 1.0\nContent-Type: multipart/related",
    "file-kind-unsupported",
  ],
  ["a Word file that a guard encrypted", "报告.docx", "%TSD-Header-###%\u00d7\u00b5", "file-not-word"],
  ["a page without a word", "报告.doc", "<!DOCTYPE html>\n<html><body><img src=a.png></body></html>", "file-empty"],
  ["a rich text without a word", "报告.doc", "{\\rtf1\\ansi }", "file-empty"],
  ["a spreadsheet", "报告.doc", compound("Workbook"), "file-kind-unsupported"],
  ["a page description", "报告.docx", "%PDF-1.7", "file-kind-unsupported"],
  ["a damaged report under a text's name", "报告.txt", '{"format":"nianbao-rep', "report-damaged"],
  ["an empty report file", "报告.json", "", "file-empty"],
  ["an empty file", "报告.txt", "", "file-empty"],
])("%s is refused by name", async (_, fileName, content, code) => {
  const store = await openTestStore(await makeFolder());
  const attempt = importFile(store, { fileName, bytes: Buffer.from(content, "latin1"), year: null });
  await expect(attempt).rejects.toMatchObject({ code, details: { name: fileName } });
  expect((await store.reports.list()).reports).toEqual([]);
});

test("images inside a file that was put into the folder by hand are taken out when it is opened", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { id } = await openNewReport(store);
  await store.reports.close(id, anna);
  const stored = JSON.parse(await readFile(reportPath(root, id), "utf8")) as ReportDocument;
  const images = { [imageId]: { mediaType: "image/png", base64: png.toString("base64") } };
  await writeFile(reportPath(root, id), JSON.stringify({ ...stored, images }));
  expect((await store.reports.open(id, anna)).report.images).toEqual({});
  expect(await store.images.read(imageId)).not.toBeNull();
});
