import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

/** The program as it is built: what the bundler makes of the commands is tested here, the commands themselves elsewhere. */
const program = resolve(import.meta.dirname, "../../../bin/nianbao");
const BUILD_WITHIN_MS = 120_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-program-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

type Ran = { readonly exit: number | null; readonly out: string };

/** @param take how much of stdout to read before closing it, as `head` does */
function nianbao(words: readonly string[], take = Number.POSITIVE_INFINITY): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, ...words], { stdio: ["ignore", "pipe", "ignore"] });
    let out = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      out += chunk;
      if (out.length >= take) child.stdout.destroy();
    });
    child.on("error", fail);
    child.on("close", (exit) => done({ exit, out }));
  });
}

describe("bin/nianbao", { timeout: BUILD_WITHIN_MS }, () => {
  it("exports every format and prints nothing but JSON", async () => {
    const text = join(folder, "稿.txt");
    writeFileSync(text, `关于年度工作的报告\n一、工作情况\n（一）依法履职。全年完成项目32个。\n`);
    const targets = ["docx", "pdf", "txt", "html"].map((format) => join(folder, `稿.out.${format}`));
    const words = targets.flatMap((target) => [`--${target.split(".").at(-1) ?? ""}`, target]);
    const { exit, out } = await nianbao(["export", text, ...words]);
    expect([exit, JSON.parse(out)]).toEqual([0, expect.objectContaining({ pages: 1 })]);
    for (const target of targets) expect(existsSync(target)).toBe(true);
    expect(
      readFileSync(targets[1] ?? "")
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });

  it("ends with 2 and an error in JSON when it is asked for something that it cannot do", async () => {
    const { exit, out } = await nianbao(["show", join(folder, "没有.txt"), "--text"]);
    expect([exit, JSON.parse(out)]).toMatchObject([2, { error: { code: "file-not-found" } }]);
  });

  it("does not mind a reader that has seen enough", async () => {
    const text = join(folder, "长.txt");
    writeFileSync(text, `${"一段很长的正文。".repeat(10)}\n`.repeat(2_000));
    expect((await nianbao(["show", text, "--text"], 100)).exit).toBe(0);
  });
});
