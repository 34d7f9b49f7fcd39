import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { Store } from "../../../backend/store/store.ts";
import type { Block } from "../../../core/document/blocks.ts";
import { blocksFromBody } from "../../../core/document/from-lexical.ts";
import type { ReportDocument } from "../../../core/document/schema.ts";
import { withoutId } from "../../../core/document/to-template.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";
import { exportText } from "../../../core/export/text.ts";
import { findRepairs } from "../../../core/repair/find-repairs.ts";
import { systemError, watchedFileSystem } from "./faulty-file-system.ts";
import { makePng } from "./image-samples.ts";
import { anna, boris, editWith, importFile, makeFolder, namesIn, openTestStore, reportPath } from "./test-store.ts";

const lastYear = `青石县审计局2025年度工作报告
2025年，完成审计项目32个，提出建议118条。
青石县审计局
2026年1月15日
`;
const choices = { fromYear: 2025, toYear: 2026, repairs: [] };

async function importLastYear(store: Store): Promise<string> {
  const input = { fileName: "去年.txt", bytes: Buffer.from(lastYear), year: null };
  return (await importFile(store, input)).report.id;
}
const oldTextOf = async (store: Store, id: string): Promise<string> => exportText(await store.reports.read(id));

test("last year's report becomes this year's draft, listed with what is 待核, and stays as it is", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const id = await importLastYear(store);
  const before = await readFile(reportPath(root, id), "utf8");
  const { report, ...counts } = await store.reports.roll({ id, ...choices });
  expect(counts).toEqual({ items: 5, changed: 2, pending: 3 });
  expect(report).toMatchObject({ title: "青石县审计局2026年度工作报告", year: 2026, pending: 3 });
  expect(await readFile(reportPath(root, id), "utf8")).toBe(before);
  await store.close();

  const next = await openTestStore(root);
  expect((await next.reports.list()).reports.map(({ id, pending }) => [id, pending])).toEqual([
    [report.id, 3],
    [id, 0],
  ]);
  const draft = (await next.reports.open(report.id, anna)).report;
  expect(draft).toMatchObject({ revision: 0, year: 2026, review: { fromYear: 2025 } });
  expect(draft.previous).toMatchObject({ year: 2025, title: "青石县审计局2025年度工作报告" });
  expect(draft.previous?.blocks).toEqual(blocksFromBody((await next.reports.read(id)).body));
});

test("a draft keeps what it was made from and what is to be checked through saves", async () => {
  const store = await openTestStore(await makeFolder());
  const { report } = await store.reports.roll({ id: await importLastYear(store), ...choices });
  const { review, previous } = (await store.reports.open(report.id, anna)).report;
  await store.reports.save({ id: report.id, baseRevision: 0, edit: editWith("写下") }, anna);
  const saved = await store.reports.read(report.id);
  expect([saved.review, saved.previous]).toEqual([review, previous]);
  expect((await store.reports.list()).reports[0]).toMatchObject({ id: report.id, pending: 1 });
});

test("the year that a file was taken for can be corrected, and its text stays word for word", async () => {
  const store = await openTestStore(await makeFolder());
  const { id } = await store.reports.create({ templateId: "small", year: 2026, organ: "" });
  const text = await oldTextOf(store, id);
  const { report } = await store.reports.roll({ id, fromYear: 2025, toYear: 2027, repairs: [] });
  const { previous, year } = await store.reports.read(report.id);
  expect(year).toBe(2027);
  expect(previous).toMatchObject({ year: 2025, title: "2026年度工作报告" });
  expect(await oldTextOf(store, id)).toBe(text);
});

test.each([
  [2025, 2025],
  [2025, 2024],
])("a draft for a year that is not later than last year's (%i → %i) is refused by name", async (fromYear, toYear) => {
  const store = await openTestStore(await makeFolder());
  const id = await importLastYear(store);
  const attempt = store.reports.roll({ id, fromYear, toYear, repairs: [] });
  await expect(attempt).rejects.toMatchObject({ code: "year-not-later", details: { fromYear, toYear } });
  expect((await store.reports.list()).reports).toHaveLength(1);
});

test("chosen repairs are made in the draft and in 去年文本, and in nothing else", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const bytes = Buffer.from("青石县审计局2025年度工作报告\n2025年,完成审计项目32个,提出建议118条。\n");
  const { id } = (await importFile(store, { fileName: "去年.txt", bytes, year: null })).report;
  const last = await store.reports.read(id);
  const { repairs } = findRepairs({ blocks: blocksFromBody(last.body), meta: last.meta, year: last.year });
  const [first, second] = repairs.filter(({ kind }) => kind === "half-width-punctuation");
  const before = await readFile(reportPath(root, id), "utf8");
  const { report } = await store.reports.roll({ id, ...choices, repairs: [first?.id ?? "", second?.id ?? ""] });
  const draft = await store.reports.read(report.id);
  expect(exportText(draft)).toContain("2026年，完成审计项目32个，提出建议118条。");
  expect(JSON.stringify(draft.previous)).toContain("2025年，完成审计项目32个，提出");
  expect(await readFile(reportPath(root, id), "utf8")).toBe(before);
});

test("repairs that nobody listed are refused", async () => {
  const store = await openTestStore(await makeFolder());
  const id = await importLastYear(store);
  const attempt = store.reports.roll({ id, ...choices, repairs: ["none-such"] });
  await expect(attempt).rejects.toMatchObject({ code: "repairs-outdated" });
  expect((await store.reports.list()).reports).toHaveLength(1);
});

const png = makePng(4, 3);
const imageId = createHash("sha256").update(png).digest("hex");
const picture: Block = { kind: "image", imageId, widthPx: 4, heightPx: 3, displayWidthMm: null, altText: "" };

test("images are shared, and stay when the old report is purged while the draft is made", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const id = await importLastYear(store);
  const { report } = await store.reports.open(id, anna);
  await store.images.add({ reportId: id, fileName: "图.png", bytes: png });
  const blocks = [...blocksFromBody(report.body), picture];
  const edit = { ...editWith("", report), body: bodyFromBlocks(blocks, report.year) };
  await store.reports.save({ id, baseRevision: 0, edit }, anna);
  await store.reports.close(id, anna);
  const purge = async () => {
    await store.reports.trash(id, anna);
    await store.reports.purge([id]);
  };
  const [rolled] = await Promise.all([store.reports.roll({ id, ...choices }), purge()]);
  expect(await namesIn(root, "data", "images")).toEqual([`${imageId}.png`]);
  const draft = await store.reports.read(rolled.report.id);
  expect(draft.images).toEqual({});
  expect(blocksFromBody(draft.body).map(withoutId)).toContainEqual(picture);
});

test("a report that another window writes is rolled forward as it was last saved", async () => {
  const store = await openTestStore(await makeFolder());
  const id = await importLastYear(store);
  const { report } = await store.reports.open(id, boris);
  await store.reports.save({ id, baseRevision: 0, edit: editWith("2025年，我局完成审计项目9个。", report) }, boris);
  const rolled = await store.reports.roll({ id, ...choices });
  expect(exportText(await store.reports.read(rolled.report.id))).toContain("2026年，我局完成审计项目9个。");
  expect((await store.reports.open(id, boris)).access).toBe("write");
  expect((await store.reports.open(id, anna)).access).toBe("read");
});

test("two drafts that are made at once are two reports with items of their own", async () => {
  const store = await openTestStore(await makeFolder());
  const id = await importLastYear(store);
  const [one, two] = await Promise.all([
    store.reports.roll({ id, ...choices }),
    store.reports.roll({ id, fromYear: 2025, toYear: 2027, repairs: [] }),
  ]);
  expect(one.report.id).not.toBe(two.report.id);
  expect([one.report.year, two.report.year]).toEqual([2026, 2027]);
  const drafts = await Promise.all([one, two].map(({ report }) => store.reports.read(report.id)));
  const ids = drafts.flatMap(({ review }) => review?.items.map((item) => item.id) ?? []);
  expect(new Set(ids).size).toBe(10);
  expect((await store.reports.list()).reports).toHaveLength(3);
});

test.each(["ENOSPC", "EROFS"])(
  "a disk that takes nothing (%s) leaves no half a draft, and it can be tried again",
  async (fault) => {
    let isClosed = false;
    const files = watchedFileSystem((operation) => {
      if (isClosed && operation === "handle.writeFile") throw systemError(fault);
    });
    const root = await makeFolder();
    const store = await openTestStore(root, { files });
    const id = await importLastYear(store);
    isClosed = true;
    const code = fault === "ENOSPC" ? "disk-full" : "folder-read-only";
    await expect(store.reports.roll({ id, ...choices })).rejects.toMatchObject({ code });
    expect(await namesIn(root, "data", "reports")).toEqual([`${id}.json`]);
    isClosed = false;
    expect((await store.reports.roll({ id, ...choices })).report.year).toBe(2026);
  },
);

test("a report that was deleted meanwhile is named as such, wherever it went", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const [binned, gone] = [await importLastYear(store), await importLastYear(store)];
  await store.reports.trash(binned, anna);
  await rm(reportPath(root, gone));
  for (const id of [binned, gone, "00000000-0000-4000-8000-000000000000"]) {
    await expect(store.reports.roll({ id, ...choices })).rejects.toMatchObject({ code: "report-not-found" });
  }
  expect((await store.reports.list()).reports).toEqual([]);
});

test("a damaged report gives way to its backup, with a notice, or is refused and left as it is", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const id = await importLastYear(store);
  await writeFile(reportPath(root, id), "{half");
  await expect(store.reports.roll({ id, ...choices })).rejects.toMatchObject({ code: "report-damaged" });
  expect(await readFile(reportPath(root, id), "utf8")).toBe("{half");
  // on a slow computer the list is made meanwhile, and has its own word on the damaged file
  const recovered = () => store.notices().filter(({ code }) => code === "report-recovered");
  expect(recovered()).toEqual([]);

  const kept = await importLastYear(store);
  const sound = JSON.parse(await readFile(reportPath(root, kept), "utf8")) as ReportDocument;
  await writeFile(`${reportPath(root, kept)}.bak`, JSON.stringify(sound));
  await writeFile(reportPath(root, kept), "{half");
  expect((await store.reports.roll({ id: kept, ...choices })).pending).toBe(3);
  expect(recovered()).toHaveLength(1);
});
