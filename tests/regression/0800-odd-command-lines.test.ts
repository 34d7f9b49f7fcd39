import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { runCommandLine } from "../../backend/cli/run.ts";

const program = resolve(import.meta.dirname, "../../bin/nianbao");

let folder: string;
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-odd-"));
  writeFileSync(at("稿.txt"), "青石县审计局2025年工作报告\n一、主要工作\n正文,一句。\n");
});
afterEach(() => rmSync(folder, { recursive: true }));

async function messageOf(...words: readonly string[]): Promise<string> {
  let out = "";
  const exit = await runCommandLine(words, { out: (piece) => (out += piece), err: () => undefined });
  const { error } = JSON.parse(out) as { error?: { message: string } };
  return `${exit} ${error?.message ?? ""}`;
}

it("names every command it has where one is asked for that it has not", async () => {
  let out = "";
  await runCommandLine(["help"], { out: (piece) => (out += piece), err: () => undefined });
  const { commands } = JSON.parse(out) as { commands: readonly { name: string }[] };
  const told = await messageOf("merge");
  expect(told).toContain(`可用的命令：${commands.map(({ name }) => name).join("、")}。`);
});

it("checks nothing only where it says so", async () => {
  for (const rules of [",", " ", "，、"]) {
    expect(await messageOf("check", at("稿.txt"), "--rules", rules)).toContain("2 缺少参数 --rules");
  }
});

it("says in words what a link that leads nowhere is", async () => {
  symlinkSync(at("圈.txt"), at("圈.txt"));
  expect(await messageOf("import", at("圈.txt"), "--out", at("出.json"))).toContain("链接指来指去");
});

// a device that is always full
it.skipIf(!existsSync("/dev/full"))(
  "says that its result was not written whole, and ends with 2",
  async () => {
    const full = openSync("/dev/full", "w");
    const [exit, err] = await new Promise<readonly [number | null, string]>((done, fail) => {
      const words = [program, "show", at("稿.txt"), "--text"];
      const child = spawn(process.execPath, words, { stdio: ["ignore", full, "pipe"] });
      let told = "";
      child.stderr?.setEncoding("utf8").on("data", (piece: string) => (told += piece));
      child.on("error", fail);
      child.on("close", (code) => done([code, told]));
    });
    closeSync(full);
    expect([exit, err]).toEqual([2, "结果没有输出完整（磁盘空间已满），不能使用。请换一个地方输出后重试。\n"]);
  },
  120_000,
);
