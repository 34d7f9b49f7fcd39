import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { runCommandLine } from "../../../backend/cli/run.ts";
import { readReport } from "../../../core/document/migrate.ts";
import { makeDocx } from "../../fixtures/docx/make-docx.ts";
import { p } from "../../fixtures/docx/word-xml.ts";

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

it("takes the year of last year's report from its caller, and repairs before it rolls when asked to", async () => {
  writeFileSync(at("odd.txt"), "青石县审计局工作报告\n2024年,完成审计项目32个，2025年继续努力。\n");
  const out = ["--out", at("new.json"), "--force"];
  const rolled = await run("roll", at("odd.txt"), "--from-year", "2024", "--to-year", "2025", ...out);
  expect(rolled.answer).toMatchObject({ fromYear: 2024, repaired: 0 });
  const texts = (rolled.answer["items"] as { text: string; proposed: string | null }[]).map(({ text, proposed }) => [
    text,
    proposed,
  ]);
  expect(texts).toContainEqual(["2024年", "2025年"]);
  const repaired = await run("roll", at("odd.txt"), "--to-year", "2026", "--repair", "safe", ...out);
  expect(repaired.answer["repaired"]).toBeGreaterThan(0);
  expect(readFileSync(at("new.json"), "utf8")).not.toContain("年,");
});

it("goes by the year before the new one when the text names no earlier one, and says so", async () => {
  writeFileSync(at("untitled.txt"), "青石县审计局工作报告\n2025年，我局完成审计项目32个。\n");
  const rolled = await run("roll", at("untitled.txt"), "--to-year", "2025", "--out", at("new.json"));
  expect(rolled).toMatchObject({ exit: 0, answer: { fromYear: 2024, warnings: [{ code: "year-assumed" }] } });
});

it.each(["2024", "2025"])("asks where the title names the new year or a later one: --to-year %s", async (toYear) => {
  const refused = await run("roll", at("last.txt"), "--to-year", toYear, "--out", at("new.json"));
  expect([refused.exit, refused.answer]).toMatchObject([2, { error: { code: "year-in-doubt" } }]);
  const out = ["--out", at("new.json"), "--force"];
  const told = await run("roll", at("last.txt"), "--from-year", "2023", "--to-year", toYear, ...out);
  expect(told.exit).toBe(0);
  expect(JSON.stringify(told.answer["items"])).not.toContain('"2026年"');
});

it.each([
  ["a year that is not later than the given one", ["--from-year", "2026", "--to-year", "2026"], "year-not-later"],
  ["a year of last year's report that is none", ["--from-year", "x", "--to-year", "2026"], "argument-invalid"],
  ["another choice of repairs", ["--to-year", "2026", "--repair", "some"], "argument-invalid"],
])("refuses %s", async (_, words, code) => {
  const { exit, answer } = await run("roll", at("last.txt"), ...words, "--out", at("new.json"));
  expect([exit, answer]).toMatchObject([2, { error: { code } }]);
});

it("refuses to roll a report of its own backwards", async () => {
  await run("roll", at("last.txt"), "--to-year", "2026", "--out", at("new.json"));
  const { answer } = await run("roll", at("new.json"), "--to-year", "2026", "--out", at("next.json"));
  expect(answer).toMatchObject({ error: { code: "year-not-later" } });
});

it("rolls a Word file forward", async () => {
  writeFileSync(
    at("last.docx"),
    makeDocx({ body: p("青石县审计局2025年度工作报告") + p("2025年，完成审计项目32个。") }),
  );
  const { exit, answer } = await run("roll", at("last.docx"), "--to-year", "2026", "--out", at("new.json"));
  expect([exit, answer["changed"]]).toEqual([0, 2]);
});
