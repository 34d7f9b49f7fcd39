import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { createFileReader, type FileReader } from "../../../backend/import/file-reader.ts";
import { readReportFile } from "../../../backend/read-report-file.ts";
import { blocksFromBody } from "../../../core/document/from-lexical.ts";
import { makeDocx } from "../../fixtures/docx/make-docx.ts";
import { p, picture, r } from "../../fixtures/docx/word-xml.ts";
import { makePng } from "../store/image-samples.ts";

const now = (): Date => new Date("2026-11-23T08:00:00Z");
function readerWith(limits: Parameters<typeof createFileReader>[1] = {}): FileReader {
  const reader = createFileReader(now, limits);
  onTestFinished(() => reader.close());
  return reader;
}

const body =
  p("某区审计局2024年法治政府建设情况报告") +
  p("一、工作情况") +
  p("完成审计项目32个。") +
  p(r(picture("image1", 1000)));
const word = { name: "去年.docx", year: null, bytes: makeDocx({ body, media: { "image1.png": makePng(40, 30) } }) };
/** Takes seconds: a hundred times the longest plan. */
const endless = {
  name: "很长.txt",
  year: null,
  bytes: Buffer.from("（一）坚持依法行政。2024年，完成审计项目32个，提出建议118条；\n".repeat(60_000)),
};

test("a Word file is read in a thread as it is read here, with its images", async () => {
  const { report, images, warnings } = await readerWith().read(word);
  const here = readReportFile(word, now());
  // ids of blocks are new in each report
  const blocksOf = ({ body }: typeof report) => blocksFromBody(body).map((block) => ({ ...block, id: undefined }));
  expect(blocksOf(report)).toEqual(blocksOf(here.report));
  expect(report).toEqual({ ...here.report, id: report.id, body: report.body });
  expect(images).toEqual(here.images);
  expect([...images.values()][0]?.bytes).toEqual(Uint8Array.from(makePng(40, 30)));
  expect(warnings).toEqual(here.warnings);
});

test("what is wrong with a file is said by name, also from a thread", async () => {
  const damaged = { ...word, bytes: word.bytes.subarray(0, 300) };
  const details = { name: "去年.docx" };
  await expect(readerWith().read(damaged)).rejects.toMatchObject({ code: "file-damaged", details });
});

test("other work goes on while a long file is read, and a file that takes too long is given up", async () => {
  const reader = readerWith({ withinMs: 600 });
  const control = new AbortController();
  // the same file without haste, side by side: however busy the computer is, giving up comes before reading it
  let isReadWhole = false;
  const patient = readerWith()
    .read(endless, control.signal)
    .then(
      () => (isReadWhole = true),
      () => undefined,
    );
  let ticks = 0;
  const ticking = setInterval(() => (ticks += 1), 10);
  await expect(reader.read(endless)).rejects.toMatchObject({ code: "file-too-slow", details: { name: "很长.txt" } });
  clearInterval(ticking);
  expect(isReadWhole).toBe(false);
  control.abort();
  await patient;
  // blocked by the reading, there would be none
  expect(ticks).toBeGreaterThan(3);
  expect((await readerWith().read(word)).report.year).toBe(2024);
});

test("a file that needs too much memory is given up, and the next one is read", async () => {
  const reader = readerWith({ maxHeapMb: 40 });
  const attempt = reader.read(endless);
  await expect(attempt).rejects.toMatchObject({ code: "file-too-complex", details: { name: "很长.txt" } });
  expect((await reader.read(word)).report.year).toBe(2024);
});

test("a file that nobody waits for any more is given up at once, and so are those behind it", async () => {
  const reader = readerWith();
  const control = new AbortController();
  const [first, second] = [reader.read(endless, control.signal), reader.read(endless, control.signal)];
  const settled = Promise.allSettled([first, second]);
  const third = reader.read(word);
  await pause(300);
  control.abort();
  for (const result of await settled) expect(result).toMatchObject({ reason: { code: "cancelled" } });
  expect((await third).report.year).toBe(2024);
});

test("closing ends what is being read", async () => {
  const reader = createFileReader(now);
  const reading = expect(reader.read(endless)).rejects.toMatchObject({ code: "cancelled" });
  await pause(200);
  await reader.close();
  await reading;
  await expect(reader.read(word)).rejects.toMatchObject({ code: "cancelled" });
});

const nested = (depth: number): Buffer =>
  Buffer.from(`{"format":"nianbao-report","formatVersion":1,"body":${"[".repeat(depth)}${"]".repeat(depth)}}`);
const nestedBody = (depth: number): Buffer =>
  Buffer.from(
    `{"format":"nianbao-report","formatVersion":1,"body":{"root":{"type":"root","children":[${'{"type":"paragraph","children":['.repeat(depth)}${"]}".repeat(depth)}]}}}`,
  );

test.each([
  ["lists", nested(900_000)],
  ["paragraphs", nestedBody(30_000)],
  ["paragraphs, in a thread", nestedBody(200_000)],
])("a report file of nothing but %s in each other is refused", async (_, bytes) => {
  const attempt = readerWith().read({ name: "报告.json", year: null, bytes });
  await expect(attempt).rejects.toMatchObject({
    code: expect.stringMatching(/^(?:report-damaged|file-too-complex)$/u) as string,
  });
});

test("a file beyond all measure is refused before it is looked into", () => {
  const length = 100 * 1024 * 1024 + 1;
  const bytes = new Proxy(new Uint8Array(0), {
    get: (_, key) => {
      if (key === "length") return length;
      throw new Error(`looked into: ${String(key)}`);
    },
  });
  expect(() => readReportFile({ name: "大.txt", year: null, bytes }, now())).toThrow(
    expect.objectContaining({ code: "file-too-large", details: { name: "大.txt", limitMb: 100 } }) as Error,
  );
});
