import { linkSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCommandLine } from "../../backend/cli/run.ts";

let folder: string;
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-cli-"));
  writeFileSync(at("上年.txt"), text);
});
afterEach(() => rmSync(folder, { recursive: true }));

const text = "青石县审计局2025年工作报告\n一、主要工作\n正文。\n";

async function run(...words: readonly string[]) {
  let [out, err] = ["", ""];
  const exit = await runCommandLine(words, { out: (piece) => (out += piece), err: (piece) => (err += piece) });
  const { error } = JSON.parse(out) as { error?: { code: string; message: string } };
  return { exit, code: error?.code, message: error?.message ?? "", out, err };
}

describe("the source of an import or export", () => {
  it("is never written over, by whatever name and however forced", async () => {
    symlinkSync(at("上年.txt"), at("链.txt"));
    linkSync(at("上年.txt"), at("硬.txt"));
    for (const name of ["上年.txt", "链.txt", "硬.txt"]) {
      for (const words of [
        ["import", at("上年.txt"), "--out", at(name)],
        ["import", at(name), "--out", at("上年.txt")],
        ["export", at(name), "--txt", at("上年.txt")],
      ]) {
        expect(await run(...words, "--force")).toMatchObject({ exit: 2, code: "argument-invalid" });
      }
    }
    expect(readFileSync(at("上年.txt"), "utf8")).toBe(text);
    expect(readdirSync(folder).sort()).toEqual(["上年.txt", "硬.txt", "链.txt"].sort());
  });

  it("is not taken for a text when it is a report, whatever its name", async () => {
    await run("import", at("上年.txt"), "--out", at("报告.json"));
    writeFileSync(at("改名.txt"), readFileSync(at("报告.json")));
    for (const name of ["报告.json", "改名.txt"]) {
      const { exit, code, message } = await run("import", at(name), "--out", at("再.json"));
      expect([exit, code]).toEqual([2, "argument-invalid"]);
      expect(message).toContain("已经是年报台的报告");
    }
    expect(readdirSync(folder)).not.toContain("再.json");
  });
});

describe("what is asked for", () => {
  it("must be a file, where a path ends as those of folders do", async () => {
    for (const path of [`${at("新")}/`, `${folder}/没有/`]) {
      expect(await run("import", at("上年.txt"), "--out", path)).toMatchObject({ exit: 2, code: "folder-not-found" });
    }
    expect(readdirSync(folder)).toEqual(["上年.txt"]);
  });

  it("is named when a file is there already, with the way to write over it", async () => {
    writeFileSync(at("旧.json"), "旧");
    const { message, err } = await run("import", at("上年.txt"), "--out", at("旧.json"));
    expect(message).toContain("--force");
    expect(err).toBe(`${message}\n`);
  });

  it.each([["a line of its own\n二"], ["bell\u0007"], ["某".repeat(101)]])(
    "cannot be an organ with %j",
    async (organ) => {
      const words = ["new", "--template", "blank", "--year", "2026", "--org", organ, "--out", at("新.json")];
      expect(await run(...words)).toMatchObject({ exit: 2, code: "argument-invalid" });
      expect(readdirSync(folder)).toEqual(["上年.txt"]);
    },
  );

  it("must be said: without a command there is an error, and help beside it", async () => {
    const { exit, code, err } = await run();
    expect([exit, code]).toEqual([2, "argument-missing"]);
    expect(err).toContain("用法");
  });
});
