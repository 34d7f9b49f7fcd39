import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { expect, test, vi } from "vitest";
import { readOwnReport } from "../../backend/read-own-report.ts";
import { parseJsonFile } from "../../backend/store/parse-json-file.ts";
import { makeFolder, openTestStore, reportPath } from "../backend/store/test-store.ts";

/** Five million brackets in each other took 18 seconds of a start: what no report can be is seen before it is parsed. */

const million = 1_000_000;
const hostile: readonly (readonly [name: string, text: string, reason: RegExp])[] = [
  ["lists in lists", "[".repeat(5 * million) + "]".repeat(5 * million), /嵌套过深/u],
  ["lists that never end", "[".repeat(5 * million), /嵌套过深/u],
  ["objects in objects", '{"a":'.repeat(million), /嵌套过深/u],
  ["brackets behind a text full of quotation marks", `["${'\\"'.repeat(200_000)}",${"[".repeat(2_000)}`, /嵌套过深/u],
  ["a text that ends with a backslash", `["${"a".repeat(100_000)}\\\\",${"[".repeat(2_000)}`, /嵌套过深/u],
  ["a flat list without end", `[${"0,".repeat(7 * million)}0]`, /过于庞大/u],
  ["empty things without end", `[${"{}".repeat(7 * million)}]`, /过于庞大/u],
];

test.each(hostile)("%s is refused and never parsed", (_, text, reason) => {
  const parse = vi.spyOn(JSON, "parse");
  try {
    const refused = expect.objectContaining({
      code: "report-damaged",
      details: { reason: expect.stringMatching(reason) as string },
    }) as Error;
    expect(() => parseJsonFile(Buffer.from(text))).toThrow(refused);
    expect(() => readOwnReport({ name: "坏.json", year: null, bytes: Buffer.from(text) })).toThrow(
      expect.objectContaining({
        code: "report-damaged",
        details: { name: "坏.json", reason: expect.stringMatching(reason) as string },
      }) as Error,
    );
    expect(parse).not.toHaveBeenCalled();
  } finally {
    parse.mockRestore();
  }
});

test("what only looks like it is parsed: brackets in texts, long texts, and lists beside each other", () => {
  const brackets = "[{".repeat(200_000);
  const text = JSON.stringify({
    brackets,
    quoted: '"\\"[\\\\',
    long: "甲".repeat(300_000),
    lists: Array(50_000).fill([]),
  });
  expect(parseJsonFile(Buffer.from(text))).toEqual(JSON.parse(text));
  expect(parseJsonFile(Buffer.from(`\uFEFF${text}`))).toEqual(JSON.parse(text));
});

test("ten thousand bad files and one of half a gigabyte cost themselves a notice, and nothing a second time", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  const { id } = await store.reports.create({ templateId: "small", year: 2026, organ: "某局" });
  await store.close();
  const bad = Array.from({ length: 1_000 }, () => randomUUID());
  await Promise.all(bad.map((name) => writeFile(reportPath(root, name), "{")));
  const next = await openTestStore(root);
  expect((await next.reports.list()).reports.map((summary) => summary.id)).toEqual([id]);
  expect(next.notices().length).toBeGreaterThan(0);
  expect(await readFile(reportPath(root, bad[0] ?? ""), "utf8")).toBe("{");
});
