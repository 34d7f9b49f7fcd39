import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { runCommandLine } from "../../../backend/cli/run.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-stamp-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...words: readonly string[]): Promise<{ readonly exit: number; readonly out: string }> {
  let out = "";
  const exit = await runCommandLine(words, { out: (text) => (out += text), err: () => undefined });
  return { exit, out };
}

it("marks an exported text as 待核稿 only when it is told to, and takes the mark off again at import", async () => {
  const [given, report, txt, again] = ["原文.txt", "报告.json", "导出.txt", "再导入.json"].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  writeFileSync(given, "青石县审计局2025年工作报告\n全年完成审计项目12个。\n");
  expect((await run("import", given, "--out", report)).exit).toBe(0);

  const plain = await run("export", report, "--txt", txt);
  expect([plain.exit, (JSON.parse(plain.out) as { stamped: boolean }).stamped]).toEqual([0, false]);
  expect(readFileSync(txt, "utf8")).not.toContain("待核稿");

  const stamped = await run("export", report, "--txt", txt, "--stamp", "--force");
  expect([stamped.exit, (JSON.parse(stamped.out) as { stamped: boolean }).stamped]).toEqual([0, true]);
  expect(readFileSync(txt, "utf8")).toMatch(/^\uFEFF?【待核稿】\r?\n/u);

  const imported = await run("import", txt, "--out", again);
  const { warnings } = JSON.parse(imported.out) as { readonly warnings: readonly { readonly code: string }[] };
  expect(warnings.map(({ code }) => code)).toContain("draft-stamp");
  expect((await run("show", again, "--text")).out).toBe((await run("show", report, "--text")).out);
});
