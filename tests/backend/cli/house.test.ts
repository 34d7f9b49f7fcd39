import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runCommandLine } from "../../../backend/cli/run.ts";
import { emptyWords } from "../../../core/check/lists/own-words.ts";
import { emptyDirectory } from "../../../core/directory/directory.ts";

let folder: string;
const at = (name: string): string => join(folder, name);
const keep = (name: string, value: unknown): void => {
  mkdirSync(at("data"), { recursive: true });
  writeFileSync(join(at("data"), name), typeof value === "string" ? value : JSON.stringify(value));
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-house-"));
  vi.stubEnv("NIANBAO_DATA", at("data"));
  const lines = [
    "青石县审计局关于2025年法治政府建设情况的报告",
    "一、主要工作",
    "我局完善制度,加强监督，项目资料录入审计管理系统。",
    "本局干部参加培训，会上能源明珠通报了情况。",
  ];
  writeFileSync(at("报告.txt"), lines.join("\n"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

type Answer = {
  readonly findings: readonly { readonly rule: string; readonly text: string }[];
  readonly items: readonly { readonly text: string }[];
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
};

async function run(...words: readonly string[]) {
  let out = "";
  const exit = await runCommandLine(words, { out: (text) => (out += text), err: () => undefined });
  return { exit, answer: JSON.parse(out) as Answer };
}
const rulesFound = async (...words: readonly string[]) =>
  (await run("check", at("报告.txt"), ...words)).answer.findings.map(({ rule }) => rule);

describe("the command line", () => {
  it("checks with the rules that the house has on, unless others are named", async () => {
    expect(await rulesFound()).toContain("PU-01");
    keep("settings.json", { checkRules: { "PU-01": false } });
    expect(await rulesFound()).not.toContain("PU-01");
    expect(await rulesFound("--rules", "PU-01")).toEqual(["PU-01"]);
    expect(await rulesFound("--rules", "default")).toContain("PU-01");
  });

  it("checks with 名录 and 词表 of the computer", async () => {
    keep("words.json", {
      ...emptyWords,
      entries: [{ wrong: "审计管理系统", right: "金审三期系统", source: "", validFrom: "", validTo: "" }],
    });
    keep("directory.json", {
      ...emptyDirectory,
      entries: [{ kind: "organ", name: "青石县审计局", short: "", others: ["我局"], isOwn: true }],
    });
    expect(await rulesFound()).toEqual(expect.arrayContaining(["PH-1.own", "PH-5.listed"]));
  });

  it("takes another 名录 from a sheet and tells which rows it could not take", async () => {
    writeFileSync(at("名录.csv"), "类别,名称,其他称呼,本单位\n单位,青石县审计局,我局,是\n单位,,我局,是\n");
    const { answer } = await run("check", at("报告.txt"), "--directory", at("名录.csv"), "--rules", "PH-5");
    expect(answer.findings).toMatchObject([{ rule: "PH-5.listed", text: "本局" }]);
    expect(answer.warnings.map(({ code }) => code)).toContain("directory-row");
    writeFileSync(at("人员.csv"), "姓名,职务\n能源明珠,主任\n");
    const rolled = ["roll", at("报告.txt"), "--to-year", "2026", "--from-year", "2025", "--out", at("新.json")];
    const { answer: made } = await run(...rolled, "--directory", at("人员.csv"));
    expect(made.items.map(({ text }) => text)).toContain("能源明珠");
  });

  it("says what is wrong with a 名录 that it cannot use", async () => {
    writeFileSync(at("空.csv"), "甲,乙\n1,2\n");
    const { exit, answer } = await run("check", at("报告.txt"), "--directory", at("空.csv"));
    expect([exit, JSON.stringify(answer)]).toEqual([2, expect.stringContaining("表头") as string]);
    expect((await run("check", at("报告.txt"), "--directory", at("没有.csv"))).exit).toBe(2);
  });

  it("leaves files of the data folder aside that it cannot read, says so and changes none", async () => {
    keep("settings.json", "{half");
    keep("directory.json", { format: "nianbao-directory", version: 9 });
    const { exit, answer } = await run("check", at("报告.txt"));
    expect(exit).toBe(0);
    expect(answer.warnings.filter(({ code }) => code === "house-file-unused")).toHaveLength(2);
    expect(readdirSync(at("data")).sort()).toEqual(["directory.json", "settings.json"]);
    expect(readFileSync(join(at("data"), "settings.json"), "utf8")).toBe("{half");
  });

  it("names the errors that are open when it exports, by the rules of the house", async () => {
    const exported = await run("export", at("报告.txt"), "--txt", at("报告1.txt"));
    expect(exported.answer.warnings.filter(({ code }) => code === "check-error")).not.toEqual([]);
    expect(exported.answer.warnings.find(({ code }) => code === "check-errors")?.message).toMatch(/还有 \d+ 处/u);
    const silent = await run("export", at("报告.txt"), "--txt", at("报告2.txt"), "--rules", "PH-1");
    expect(silent.answer.warnings.filter(({ code }) => code.startsWith("check-"))).toEqual([]);
  });
});
