import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { markOf } from "../../../backend/store/file.ts";
import type { Review } from "../../../core/document/review.ts";
import type { ReportDocument, ReportEdit } from "../../../core/document/schema.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";
import { anna, boris, editWith, makeFolder, openNewReport, openTestStore, reportPath } from "./test-store.ts";

const fact = { kind: "figure", element: null, text: "32个", proposed: null } as const;
const review: Review = { fromYear: 2025, items: [{ ...fact, id: "a-1" }] };
const further: Review = { fromYear: 2025, items: [...review.items, { ...fact, id: "a-2" }] };

/** A text with a marked figure for each of `ids`, as a window sends it. */
const reviewedEdit = (report: ReportDocument, ids: readonly string[], given: Review): ReportEdit => ({
  ...editWith("", report),
  body: bodyFromBlocks(
    ids.map((reviewId) => ({ kind: "paragraph", role: "body", content: [{ kind: "text", text: "32个", reviewId }] })),
    2026,
  ),
  review: given,
});

async function openReviewed() {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const report = await openNewReport(store);
  const save = (baseRevision: number, edit: ReportEdit) =>
    store.reports.save({ id: report.id, baseRevision, edit }, anna);
  await save(0, reviewedEdit(report, ["a-1"], review));
  const listed = async () => (await store.reports.list()).reports[0];
  return { root, store, report, save, listed };
}

test("what is to be checked is saved with the text and reads the same in the next session", async () => {
  const { root, store, report, save } = await openReviewed();
  await save(1, reviewedEdit(report, ["a-1", "a-2"], further));
  await store.close();
  const next = await openTestStore(root);
  expect((await next.reports.open(report.id, boris)).report.review).toEqual(further);
});

test("a save with a review that is repeated because its answer was lost is answered again", async () => {
  const { report, save } = await openReviewed();
  const edit = reviewedEdit(report, ["a-1", "a-2"], further);
  const first = await save(1, edit);
  expect(await save(1, edit)).toEqual(first);
  await expect(save(1, { ...edit, review })).rejects.toMatchObject({ code: "report-changed-elsewhere" });
});

test("a window that knows of no review keeps the stored one, also when its save is repeated", async () => {
  const { store, report, save } = await openReviewed();
  const { review: _review, ...older } = reviewedEdit(report, ["a-1"], review);
  const first = await save(1, older);
  expect(await save(1, older)).toEqual(first);
  // what structured cloning makes of a field without a value
  await save(2, { ...older, review: undefined });
  expect((await store.reports.read(report.id)).review).toEqual(review);
});

test("the list says how many items are 待核, and follows what is saved", async () => {
  const { report, save, listed } = await openReviewed();
  expect(await listed()).toMatchObject({ pending: 1 });
  await save(1, reviewedEdit(report, ["a-1", "a-2"], further));
  expect(await listed()).toMatchObject({ pending: 2 });
  const edit = reviewedEdit(report, ["a-1", "a-2"], further);
  const decided = { "a-2": { state: "kept", by: "李", at: "2026-11-23T08:00:00.000Z" } } as const;
  await save(2, { ...edit, body: { root: { ...edit.body.root, $: { reviewDecisions: decided } } } });
  expect(await listed()).toMatchObject({ pending: 1 });
});

test("an index from before 待核 was counted is made anew from the files", async () => {
  const { root, store, report } = await openReviewed();
  const { pending: _pending, ...summary } = (await store.reports.list()).reports[0] ?? { pending: 0 };
  await store.close();
  const mark = markOf(await stat(reportPath(root, report.id)));
  const old = { version: 1, reports: { [report.id]: { mark, summary } }, trash: {} };
  for (const name of ["index.json", "index.json.bak"]) {
    await writeFile(join(root, "data", name), JSON.stringify(old));
  }
  const next = await openTestStore(root);
  expect((await next.reports.list()).reports).toMatchObject([{ id: report.id, pending: 1 }]);
  expect(next.notices()).toEqual([]);
  const written = JSON.parse(await readFile(join(root, "data", "index.json"), "utf8")) as { version: number };
  expect(written.version).toBeGreaterThan(2);
});
