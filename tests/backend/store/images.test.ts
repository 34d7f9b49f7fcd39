import { createHash } from "node:crypto";
import { mkdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { nodeFileSystem } from "../../../backend/store/file-system.ts";
import type { Store } from "../../../backend/store/store.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";
import type { ReportEdit } from "../../../core/document/schema.ts";
import { makeJpeg, makePng } from "./image-samples.ts";
import { anna, editWith, makeFolder, namesIn, openNewReport, openTestStore, reportPath } from "./test-store.ts";

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const add = (store: Store, bytes: Uint8Array, reportId = "00000000-0000-4000-8000-000000000000") =>
  store.images.add({ reportId, fileName: "图.png", bytes });

function editWithImage(imageId: string): ReportEdit {
  const size = { widthPx: 4, heightPx: 3, displayWidthMm: null, altText: "" };
  return { ...editWith(""), body: bodyFromBlocks([{ kind: "image", imageId, ...size }], 2026) };
}

test.each([
  ["a PNG", makePng(40, 30), "png", 40, 30],
  ["a JPEG", makeJpeg(640, 480), "jpg", 640, 480],
  ["a progressive JPEG", makeJpeg(300, 700, 0xc2), "jpg", 300, 700],
])("%s is kept under the hash of its content, with its own size", async (_, bytes, extension, widthPx, heightPx) => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const imageId = hashOf(bytes);
  expect(await add(store, bytes)).toEqual({ imageId, widthPx, heightPx });
  expect(await namesIn(root, "data", "images")).toEqual([`${imageId}.${extension}`]);
  const stored = await store.images.read(imageId);
  expect(Buffer.from(stored?.bytes ?? []).equals(bytes)).toBe(true);
  expect(stored?.mediaType).toBe(extension === "png" ? "image/png" : "image/jpeg");
});

const png = makePng(40, 30);
const jpeg = makeJpeg(64, 48);
const flipped = Buffer.from(png);
flipped.writeUInt8(flipped.readUInt8(60) ^ 1, 60);
test.each([
  ["text that is called an image", Buffer.from("not an image")],
  ["nothing", Buffer.alloc(0)],
  ["a GIF", Buffer.from("GIF89a\u0001\u0000\u0001\u0000", "latin1")],
  ["an SVG", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>")],
  ["a PNG without its end", png.subarray(0, png.length - 12)],
  ["a PNG cut in the middle", png.subarray(0, png.length / 2)],
  ["a PNG of which one bit was changed", flipped],
  ["a JPEG without its end", jpeg.subarray(0, jpeg.length - 2)],
  ["a JPEG cut in its header", jpeg.subarray(0, 40)],
  ["an image without width", makePng(0, 30)],
])("%s is refused", async (_, bytes) => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  await expect(add(store, bytes)).rejects.toMatchObject({ code: "image-unsupported" });
  expect(await namesIn(root, "data", "images")).toEqual([]);
});

test("every cut of a PNG and of a JPEG is refused", async () => {
  const store = await openTestStore(await makeFolder());
  for (const whole of [png, jpeg]) {
    for (let length = 0; length < whole.length; length += 1) {
      await expect(add(store, whole.subarray(0, length))).rejects.toMatchObject({ code: "image-unsupported" });
    }
  }
});

test("an image of more than 10 MB, or of more pixels than a computer can unpack, is too large", async () => {
  const store = await openTestStore(await makeFolder());
  await expect(add(store, makePng(10, 10, "", 10 * 1024 * 1024))).rejects.toMatchObject({
    code: "image-too-large",
    details: { limitMb: 10, name: "图.png" },
  });
  const unpackable = add(store, makePng(60_000, 60_000));
  await expect(unpackable).rejects.toMatchObject({ code: "image-too-large", details: { name: "图.png" } });
  expect((await add(store, makePng(10, 10, "", 9 * 1024 * 1024))).widthPx).toBe(10);
});

test("an image file that was damaged is written anew when the image is added again", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { imageId } = await add(store, png);
  const path = join(root, "data", "images", `${imageId}.png`);
  await writeFile(path, "damaged");
  await add(store, png);
  expect((await readFile(path)).equals(png)).toBe(true);
});

test("only ids lead to images, and several are read at once", async () => {
  const store = await openTestStore(await makeFolder());
  const { imageId } = await add(store, png);
  for (const id of ["../settings", "", "a".repeat(64), `${imageId}.png`])
    expect(await store.images.read(id)).toBeNull();
  expect([...(await store.images.readAll([imageId, "a".repeat(64)])).keys()]).toEqual([imageId]);
});

test("which images there are is known without reading one, and one that does not open is told of", async () => {
  const root = await makeFolder();
  const reads: string[] = [];
  const open: typeof nodeFileSystem.open = async (path, flags) => {
    const handle = await nodeFileSystem.open(path, flags);
    const readFile = handle.readFile.bind(handle);
    vi.spyOn(handle, "readFile").mockImplementation(((options: never) => {
      reads.push(path);
      return readFile(options);
    }) as typeof handle.readFile);
    return handle;
  };
  const store = await openTestStore(root, { files: { ...nodeFileSystem, open } });
  const { imageId } = await add(store, png);
  const closed = (await add(store, jpeg)).imageId;
  const path = join(root, "data", "images", `${closed}.jpg`);
  await rm(path);
  await mkdir(path);
  reads.length = 0;
  const wanted = [imageId, closed, imageId, "a".repeat(64), "../settings"];
  expect(await store.images.present(wanted)).toEqual([imageId]);
  expect(reads).toEqual([]);
  expect([...(await store.images.readAll(wanted)).keys()]).toEqual([imageId]);
  expect(reads).not.toEqual([]);
  expect(store.notices()).toMatchObject([{ code: "file-not-readable" }]);
});

test("purging a report removes the images that nothing else names", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const shared = (await add(store, makePng(4, 3, "shared"))).imageId;
  const own = (await add(store, makePng(4, 3, "own"))).imageId;
  const first = await openNewReport(store);
  await store.reports.save({ id: first.id, baseRevision: 0, edit: editWithImage(own) }, anna);
  const second = await openNewReport(store);
  await store.reports.save({ id: second.id, baseRevision: 0, edit: editWithImage(shared) }, anna);
  const copy = await store.reports.duplicate(second.id);

  await store.reports.trash(first.id, anna);
  await store.reports.trash(second.id, anna);
  expect(await namesIn(root, "data", "images")).toHaveLength(2);
  await store.reports.purge([first.id, second.id]);
  expect(await namesIn(root, "data", "images")).toEqual([`${shared}.png`]);
  await store.reports.trash(copy.id, anna);
  await store.reports.purge([copy.id]);
  expect(await namesIn(root, "data", "images")).toEqual([]);
});

test("an image that only a backup, the recycle bin, an open window or a damaged file names is kept", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const [backup, binned, undo, damaged] = await Promise.all(
    ["backup", "bin", "undo", "damaged"].map(async (note) => (await add(store, makePng(4, 3, note))).imageId),
  );
  const inBackup = await openNewReport(store);
  await store.reports.save({ id: inBackup.id, baseRevision: 0, edit: editWithImage(backup ?? "") }, anna);
  await store.reports.save({ id: inBackup.id, baseRevision: 1, edit: editWith("没有图") }, anna);
  await store.reports.close(inBackup.id, anna);
  const inBin = await openNewReport(store);
  await store.reports.save({ id: inBin.id, baseRevision: 0, edit: editWithImage(binned ?? "") }, anna);
  await store.reports.trash(inBin.id, anna);
  const inUndo = await openNewReport(store);
  await store.reports.save({ id: inUndo.id, baseRevision: 0, edit: editWithImage(undo ?? "") }, anna);
  for (const baseRevision of [1, 2]) {
    await store.reports.save({ id: inUndo.id, baseRevision, edit: editWith(`没有图 ${baseRevision}`) }, anna);
  }
  await writeFile(`${reportPath(root, inUndo.id).slice(0, -5)}.damaged-20260101-000000.json`, `{"imageId":"${damaged}`);
  // Old enough not to be kept for their age.
  for (const name of await namesIn(root, "data", "images")) {
    await utimes(join(root, "data", "images", name), new Date("2020-01-01"), new Date("2020-01-01"));
  }
  const purged = await openNewReport(store);
  await store.reports.trash(purged.id, anna);
  await store.reports.purge([purged.id]);
  const kept = await namesIn(root, "data", "images");
  expect(kept).toEqual([backup, binned, undo, damaged].map((id) => `${id}.png`).sort());

  // Once the window is closed nothing can bring the image back.
  await store.reports.close(inUndo.id, anna);
  await store.reports.purge([purged.id]);
  expect(await namesIn(root, "data", "images")).not.toContain(`${undo}.png`);
});

test("an image that was just added for an open report survives a purge before the report names it", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { id } = await openNewReport(store);
  const { imageId } = await add(store, png, id);
  const path = join(root, "data", "images", `${imageId}.png`);
  await utimes(path, new Date("2020-01-01"), new Date("2020-01-01"));
  const other = await openNewReport(store);
  await store.reports.trash(other.id, anna);
  await store.reports.purge([other.id]);
  expect(await namesIn(root, "data", "images")).toEqual([`${imageId}.png`]);
});
