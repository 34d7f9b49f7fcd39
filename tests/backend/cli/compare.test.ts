import { strFromU8, unzipSync } from "fflate";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCommandLine } from "../../../backend/cli/run.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-compare-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...words: readonly string[]): Promise<{ exit: number; answer: unknown; err: string }> {
  let [out, err] = ["", ""];
  const exit = await runCommandLine(words, { out: (text) => (out += text), err: (text) => (err += text) });
  return { exit, answer: JSON.parse(out), err };
}

function given(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join("\n"));
  return path;
}

const last = [
  "青石县审计局2025年法治政府建设情况报告",
  "一、主要工作",
  "全年完成审计项目32个。修订制度5项。",
  "二、下一步工作",
  "继续加强队伍建设。",
];
const next = [
  "青石县审计局2026年法治政府建设情况报告",
  "一、主要工作",
  "全年完成审计项目40个。修订制度5项。",
  "二、存在问题",
  "整改力度仍需加大。",
  "三、下一步工作",
  "继续加强队伍建设。",
];

describe("compare", () => {
  it("writes 对照稿 on demand, and never over a file that is there", async () => {
    const files = [given("上年.txt", ...last), given("今年.txt", ...next)];
    const docx = join(folder, "对照稿.docx");
    const { exit, answer } = await run("compare", ...files, "--docx", docx);
    expect([exit, (answer as { docx: string }).docx]).toEqual([0, docx]);
    const { "word/document.xml": document = new Uint8Array() } = unzipSync(readFileSync(docx));
    expect(strFromU8(document)).toContain("整改力度仍需加大。");
    const again = await run("compare", ...files, "--docx", docx).catch((error: unknown) => error);
    expect(JSON.stringify(again)).not.toContain('"exit":0');
    expect((await run("compare", ...files, "--docx", docx, "--force")).exit).toBe(0);
  });

  it("lists every sentence with its ordinal and what became of it", async () => {
    const { exit, answer, err } = await run("compare", given("上年.txt", ...last), given("今年.txt", ...next));
    expect([exit, err]).toEqual([0, ""]);
    const { similarity, sentences } = answer as { similarity: number; sentences: unknown };
    expect(similarity).toBeGreaterThan(0.6);
    expect(similarity).toBeLessThan(0.9);
    expect(sentences).toEqual([
      { status: "changed", old: last[0], new: next[0] },
      { status: "kept", old: "一、主要工作", new: "一、主要工作" },
      { status: "changed", old: "全年完成审计项目32个。", new: "全年完成审计项目40个。" },
      { status: "kept", old: "修订制度5项。", new: "修订制度5项。" },
      { status: "added", old: null, new: "二、存在问题" },
      { status: "added", old: null, new: "整改力度仍需加大。" },
      { status: "kept", old: "二、下一步工作", new: "三、下一步工作" },
      { status: "kept", old: "继续加强队伍建设。", new: "继续加强队伍建设。" },
    ]);
  });

  it("compares a report file with the text it was made from", async () => {
    const text = given("上年.txt", ...last);
    const report = join(folder, "上年.json");
    expect((await run("import", text, "--out", report)).exit).toBe(0);
    const { answer } = await run("compare", text, report);
    expect(answer).toMatchObject({ similarity: 1 });
  });

  it("says in Chinese what is missing or too much", async () => {
    const text = given("上年.txt", ...last);
    const failures = [
      [["compare"], "argument-missing"],
      [["compare", text], "argument-missing"],
      [["compare", text, text, text], "argument-invalid"],
      [["compare", text, join(folder, "没有.txt")], "file-not-found"],
      [["compare", text, given("空.txt")], "file-empty"],
    ] as const;
    for (const [words, code] of failures) {
      const { exit, answer, err } = await run(...words);
      expect([exit, (answer as { error: { code: string } }).error.code]).toEqual([2, code]);
      expect(err).toMatch(/[\u4e00-\u9fff].*。\n$/u);
    }
  });
});
