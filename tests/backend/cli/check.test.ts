import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCommandLine } from "../../../backend/cli/run.ts";

let folder: string;
const at = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-check-"));
  const lines = [
    "青石县审计局2025年法治政府建设情况报告",
    "一、主要工作",
    "（一）完善制度,加强监督。全年工作完成，成效明显。",
    "（二）加强整改。",
    "[bookmark: _GoBack]整改工作“有力有序。",
    "青石县审计局,",
    "2026年1月15日",
  ];
  writeFileSync(at("报告.txt"), lines.join("\n"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Answer = {
  readonly findings: readonly {
    readonly rule: string;
    readonly block: number;
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly fix: string | null;
  }[];
  readonly ms: number;
};

async function run(...words: readonly string[]) {
  let out = "";
  const exit = await runCommandLine(words, { out: (text) => (out += text), err: () => undefined });
  return { exit, answer: JSON.parse(out) as Answer & Record<string, unknown> };
}

describe("check", () => {
  it("writes a sheet to print beside what it says, and never over another file", async () => {
    const { answer } = await run("check", at("报告.txt"), "--docx", at("校核单.docx"));
    expect(answer["docx"]).toBe(at("校核单.docx"));
    expect(readFileSync(at("校核单.docx")).subarray(0, 2).toString()).toBe("PK");
    expect((await run("check", at("报告.txt"), "--docx", at("校核单.docx"))).exit).not.toBe(0);
    expect((await run("check", at("报告.txt"), "--docx", at("报告.txt"), "--force")).exit).not.toBe(0);
    expect(readFileSync(at("报告.txt"), "utf8")).toContain("完善制度,加强监督");
  });

  it("leaves no file behind when its user gives up", async () => {
    const control = new AbortController();
    let said = "";
    const work = runCommandLine(
      ["check", at("报告.txt"), "--docx", at("校核单.docx"), "--fix", "safe", "--out", at("改.json")],
      { out: () => undefined, err: (text) => (said += text) },
      control.signal,
    );
    control.abort();
    expect(await work).not.toBe(0);
    expect(said).toContain("已取消");
    expect(readdirSync(folder)).toEqual(["报告.txt"]);
  });

  it("says nothing of what the report's writer has dismissed, and counts it", async () => {
    await run("import", at("报告.txt"), "--out", at("报告.json"), "--year", "2025");
    const before = await run("check", at("报告.json"), "--rules", "PU-01");
    const report = JSON.parse(readFileSync(at("报告.json"), "utf8")) as { body: { root: Record<string, unknown> } };
    const sentence = "完善制度,加强监督。";
    report.body.root["$"] = {
      dismissedFindings: [{ rule: "PU-01", sentence, reason: "", by: "", at: "2026-01-05T01:02:03.000Z" }],
    };
    writeFileSync(at("报告.json"), JSON.stringify(report));
    const { answer } = await run("check", at("报告.json"), "--rules", "PU-01");
    expect(answer["dismissed"]).toBe(1);
    expect(answer.findings).toHaveLength(before.answer.findings.length - 1);
  });

  it("lists what it found with its place in what show lists", async () => {
    const { exit, answer } = await run("check", at("报告.txt"));
    expect(exit).toBe(0);
    expect(answer.ms).toBeTypeOf("number");
    expect(answer.findings).toContainEqual(
      expect.objectContaining({ rule: "PU-01", block: 2, start: 4, end: 5, text: ",", fix: "，", strength: "规定" }),
    );
    expect(answer.findings).toContainEqual(
      expect.objectContaining({ rule: "TY-3.bookmark", block: 5, start: 0, text: "[bookmark: _GoBack]", fix: "" }),
    );
    const shown = JSON.parse(await show()) as readonly { readonly text: string }[];
    for (const { block, start, end, text } of answer.findings.filter(({ rule }) => rule === "PU-01")) {
      expect(shown[block]?.text.slice(start, end)).toBe(text);
    }
  });

  it("asks only for the rules that are named", async () => {
    const only = await run("check", at("报告.txt"), "--rules", "TY-3");
    expect(only.answer.findings.map(({ rule }) => rule)).toEqual(["TY-3.bookmark"]);
    const unknown = await run("check", at("报告.txt"), "--rules", "PU-01,XX-9");
    expect([unknown.exit, JSON.stringify(unknown.answer)]).toEqual([2, expect.stringContaining("XX-9")]);
  });

  it("writes what is certain into a report of its own", async () => {
    const { exit, answer } = await run("check", at("报告.txt"), "--fix", "safe", "--out", at("改.json"));
    expect([exit, answer["out"]]).toEqual([0, at("改.json")]);
    expect(readFileSync(at("报告.txt"), "utf8")).toContain("制度,加强");
    const again = await run("check", at("改.json"), "--rules", "PU-01,TY-3");
    expect(again.answer.findings).toEqual([]);
    const refused = await run("check", at("报告.txt"), "--fix", "safe", "--out", at("改.json"));
    expect([refused.exit, refused.answer]).toMatchObject([2, { error: { code: "file-exists" } }]);
  });

  it.each([
    [["--fix", "safe"], "argument-missing"],
    [["--out", "a.json"], "argument-missing"],
    [["--fix", "all", "--out", "a.json"], "argument-invalid"],
  ])("says what is missing or wrong in %j", async (options, code) => {
    const { exit, answer } = await run("check", at("报告.txt"), ...options);
    expect([exit, answer]).toMatchObject([2, { error: { code } }]);
  });
});

async function show(): Promise<string> {
  let out = "";
  await runCommandLine(["show", at("报告.txt"), "--blocks"], { out: (text) => (out += text), err: () => undefined });
  return out;
}
