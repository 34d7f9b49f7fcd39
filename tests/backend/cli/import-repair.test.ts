import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { runCommandLine } from "../../../backend/cli/run.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-repair-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...words: readonly string[]): Promise<{ readonly exit: number; readonly out: string }> {
  let out = "";
  const exit = await runCommandLine(words, { out: (text) => (out += text), err: () => undefined });
  return { exit, out };
}

type Imported = {
  readonly repairs: readonly { kind: string; count: number; applied: number; examples: readonly unknown[] }[];
  readonly unchanged: readonly { kind: string; count: number }[];
  readonly warnings: readonly { code: string }[];
};

async function importText(...options: readonly string[]): Promise<Imported & { readonly text: string }> {
  const [file, out] = [join(folder, "上年.txt"), join(folder, "报告.json")];
  const lines = [
    "青石县审计局2025年工作报告",
    "2025年,我局认真履职(含下属单位)。",
    '他说"完成了。',
    "加强—3—审计监督。",
  ];
  writeFileSync(file, lines.join("\n"));
  const imported = await run("import", file, "--out", out, "--force", ...options);
  expect(imported.exit).toBe(0);
  const { out: text } = await run("show", out, "--text");
  return { ...(JSON.parse(imported.out) as Imported), text };
}

it("lists what could be repaired and repairs nothing unless it is asked to", async () => {
  const { repairs, unchanged, warnings, text } = await importText();
  expect(repairs.map(({ kind, count, applied }) => [kind, count, applied])).toEqual([
    ["page-number", 1, 0],
    ["half-width-punctuation", 2, 0],
  ]);
  expect(repairs[1]?.examples).toContainEqual({
    before: "2025年,我局认真履职(含下属单位)。",
    after: "2025年，我局认真履职(含下属单位)。",
  });
  expect(unchanged).toMatchObject([{ kind: "quote-unpaired", count: 1 }]);
  expect(warnings.map(({ code }) => code)).toContain("punctuation-half-width");
  expect(text).toContain("2025年,我局认真履职(含下属单位)。");
});

it("repairs what is certain, or all", async () => {
  const safe = await importText("--repair", "safe");
  expect(safe.repairs.map(({ count, applied }) => [count, applied])).toEqual([
    [1, 0],
    [2, 2],
  ]);
  expect(safe.warnings.map(({ code }) => code)).not.toContain("punctuation-half-width");
  expect(safe.text).toContain("2025年，我局认真履职（含下属单位）。");
  expect(safe.text).toContain("加强—3—审计监督。");
  const all = await importText("--repair", "all");
  expect(all.repairs.every(({ count, applied }) => count === applied)).toBe(true);
  expect(all.text).toContain("加强审计监督。");
});

it("refuses another choice", async () => {
  const { exit, out } = await run("import", join(folder, "a.txt"), "--out", join(folder, "b.json"), "--repair", "some");
  expect([exit, out]).toEqual([2, expect.stringContaining("argument-invalid")]);
});

it("says that blank lines between paragraphs were left out", async () => {
  const file = join(folder, "空行.txt");
  writeFileSync(file, "\n青石县审计局2025年工作报告\n\n\n全年工作完成。\n　\n成效明显。\n\n");
  const { out } = await run("import", file, "--out", join(folder, "空行.json"));
  expect((JSON.parse(out) as { readonly warnings: unknown }).warnings).toEqual([
    { code: "blank-lines", message: "段落之间的 3 个空行没有导入，文字没有增减。" },
  ]);
});
