import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { runCommandLine } from "../../../backend/cli/run.ts";
import { readReport } from "../../../core/document/migrate.ts";

let folder: string;
const at = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-roll-"));
  writeFileSync(
    at("last.txt"),
    "青石县审计局2025年度工作报告\n2025年，完成审计项目32个。\n青石县审计局\n2026年1月15日\n",
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...words: readonly string[]) {
  let out = "";
  const exit = await runCommandLine(words, { out: (text) => (out += text), err: () => undefined });
  return { exit, answer: JSON.parse(out) as Record<string, unknown> };
}

it("rolls a text forward: lists what can go stale and writes this year's draft", async () => {
  const { exit, answer } = await run("roll", at("last.txt"), "--to-year", "2026", "--out", at("new.json"));
  expect(exit).toBe(0);
  expect(answer).toMatchObject({
    changed: 2,
    items: [
      { kind: "year", block: 0, start: 6, end: 12, text: "2025年度", proposed: "2026年度", state: "updated" },
      { kind: "year", block: 1, start: 0, end: 5, text: "2025年", proposed: "2026年", state: "updated" },
      { kind: "figure", block: 1, text: "32个", proposed: null, state: "pending" },
      { kind: "date", block: 3, text: "2026年1月15日", proposed: null, state: "pending" },
    ],
  });
  const report = readReport(JSON.parse(readFileSync(at("new.json"), "utf8")));
  expect(report).toMatchObject({ year: 2026, meta: { date: "" }, previous: { title: "青石县审计局2025年度工作报告" } });
});

it("rolls a report file forward, and writes over none without being told", async () => {
  await run("roll", at("last.txt"), "--to-year", "2026", "--out", at("new.json"));
  const again = await run("roll", at("new.json"), "--to-year", "2027", "--out", at("next.json"));
  expect(again.answer["changed"]).toBe(2);
  const refused = await run("roll", at("last.txt"), "--to-year", "2026", "--out", at("new.json"));
  expect([refused.exit, refused.answer]).toMatchObject([2, { error: { code: "file-exists" } }]);
  const forced = await run("roll", at("last.txt"), "--to-year", "2026", "--out", at("new.json"), "--force");
  expect(forced.exit).toBe(0);
});

it("asks for a year that is one", async () => {
  const { exit, answer } = await run("roll", at("last.txt"), "--to-year", "26", "--out", at("new.json"));
  expect([exit, answer]).toMatchObject([2, { error: { code: "argument-invalid" } }]);
  expect(JSON.stringify(answer)).toContain("--to-year");
});
