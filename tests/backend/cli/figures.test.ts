import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { runCommandLine } from "../../../backend/cli/run.ts";

let folder: string;
const at = (name: string): string => join(folder, name);
const lines = [
  "青石县审计局2025年法治政府建设情况报告",
  "一、主要工作",
  "（一）加强监督。全年完成审计项目36个，查出问题金额3.2亿元。",
  "全年查出问题金额32,000万元，根据青审发〔2025〕3号文件办理。",
  "青石县审计局",
  "2026年1月15日",
];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-figures-"));
  writeFileSync(at("报告.txt"), lines.join("\n"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Figure = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly places: readonly { readonly block: number; readonly start: number; readonly end: number }[];
};

async function run(...words: readonly string[]) {
  let out = "";
  const exit = await runCommandLine(words, { out: (text) => (out += text), err: () => undefined });
  return { exit, out };
}
const figures = async (name: string): Promise<readonly Figure[]> =>
  JSON.parse((await run("figures", at(name))).out) as readonly Figure[];
async function idOf(name: string, figure: string): Promise<string> {
  return (await figures(name)).find((one) => one.name === figure)?.id ?? "";
}
async function refusal(...words: readonly string[]): Promise<string> {
  const { exit, out } = await run(...words);
  const { error } = JSON.parse(out) as { error?: { message: string } };
  return `${exit} ${error?.message ?? ""}`;
}

it("lists what the text could bind, with its places in what show lists and the same ids on every run", async () => {
  const listed = await figures("报告.txt");
  expect(listed.map(({ name, value }) => `${name} ${value}`)).toEqual(["完成审计项目 36", "查出问题金额 3.2"]);
  expect(Object.keys(listed[0] ?? {})).toEqual(["id", "name", "value", "unit", "lastYear", "places"]);
  const blocks = JSON.parse((await run("show", at("报告.txt"), "--blocks")).out) as readonly { text: string }[];
  const words = listed.flatMap(({ places }) =>
    places.map(({ block, start, end }) => blocks[block]?.text.slice(start, end)),
  );
  expect(words).toEqual(["36个", "3.2亿元", "32,000万元"]);
  expect(await figures("报告.txt")).toEqual(listed);
});

it("binds and changes: every place says the new value in its own way, in every format, and nothing else changes", async () => {
  const [amount, projects] = [await idOf("报告.txt", "查出问题金额"), await idOf("报告.txt", "完成审计项目")];
  const set = ["--set", `${amount}=3.25`, "--set", `${projects}=41`];
  expect((await run("figures", at("报告.txt"), ...set, "--out", at("改.json"))).exit).toBe(0);
  const wanted = (await run("show", at("报告.txt"), "--text")).out
    .replace("36个", "41个")
    .replace("3.2亿元", "3.25亿元")
    .replace("32,000万元", "32,500万元");
  expect((await run("show", at("改.json"), "--text")).out).toBe(wanted);
  expect((await figures("改.json")).map(({ id, value }) => [id, value])).toEqual([
    [projects, "41"],
    [amount, "3.25"],
  ]);
  const files = ["报告.docx", "报告.html", "副本.txt", "报告.pdf"].map(at);
  const [docx = "", html = "", text = "", pdf = ""] = files;
  const given = ["--docx", docx, "--html", html, "--txt", text, "--pdf", pdf];
  expect((await run("export", at("改.json"), ...given)).exit).toBe(0);
  for (const file of [docx, html, text]) {
    const shown = (await run("show", file, "--text")).out;
    for (const words of ["41个", "3.25亿元", "32,500万元", "〔2025〕3号"]) expect(shown).toContain(words);
    expect(shown).not.toMatch(/36个|3\.2亿元|32,000/u);
  }
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe("%PDF-");
}, 60_000);

it("changes a ledger again by the same id, and binds nothing anew", async () => {
  const id = await idOf("报告.txt", "完成审计项目");
  await run("figures", at("报告.txt"), "--set", `${id}=41`, "--out", at("一.json"));
  await run("figures", at("一.json"), "--set", `${id}=42`, "--out", at("二.json"));
  expect((await run("show", at("二.json"), "--text")).out).toContain("完成审计项目42个，查出问题金额3.2亿元");
  expect(await figures("二.json")).toHaveLength(2);
});

it("says in Chinese what it cannot do, with 2, and writes nothing", async () => {
  const id = await idOf("报告.txt", "完成审计项目");
  const out = ["--out", at("出.json")];
  const told = (...words: readonly string[]) => refusal("figures", at("报告.txt"), ...words);
  expect(await told("--set", `${id}=41`)).toContain("2 缺少参数 --out");
  expect(await told(...out)).toContain("2 缺少参数 --set");
  expect(await told("--set", ...out)).toContain("2 缺少参数 --set 的值");
  expect(await told("--set", "没有=41", ...out)).toContain("没有这个编号的数据");
  expect(await told("--set", "__proto__=41", ...out)).toContain("没有这个编号的数据");
  expect(await told("--set", id, ...out)).toContain("请写成 编号=数值");
  expect(await told("--set", `${id}=四十`, ...out)).toContain("“完成审计项目”的新数值“四十”不是数字");
  expect(await told("--set", `${id}=4.5`, ...out)).toContain("不能是小数");
  expect(await told("--set", `${id}=4`, "--set", `${id}=5`, ...out)).toContain("给出了两个数值");
  expect(await told("--set", `${id}=41`, "--out", at("报告.txt"), "--force")).toContain("不能与原文件同名");
  expect(existsSync(at("出.json"))).toBe(false);
  expect(readFileSync(at("报告.txt"), "utf8")).toBe(lines.join("\n"));
});
