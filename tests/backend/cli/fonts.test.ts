import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { fontconfigFile } from "../../../backend/faces/fontconfig-file.ts";
import { programFolders } from "../../../backend/program-folder.ts";
import { runCommandLine } from "../../../backend/cli/run.ts";
import { buildFaces } from "../build-faces.ts";

const BUILD_WITHIN_MS = 180_000;
beforeAll(buildFaces, BUILD_WITHIN_MS);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-fonts-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...words: readonly string[]) {
  let out = "";
  const exit = await runCommandLine(words, { out: (text) => (out += text), err: () => undefined });
  return { exit, answer: JSON.parse(out) as Answer };
}
type Answer = {
  readonly faces: readonly { readonly file: string; readonly family: string; readonly standsFor: readonly string[] }[];
  readonly fontconfig: string;
  readonly error?: { readonly code: string };
};

it("writes the program's faces to the letter, with a file that maps the official names to them", async () => {
  const to = join(folder, "字体 & 其他");
  const { exit, answer } = await run("fonts", "--out", to);
  expect(exit).toBe(0);
  expect(answer.faces.map(({ family }) => family).sort()).toEqual([
    "Nianbao Biaosong",
    "Nianbao Hei",
    "Nianbao Kai",
    "Nianbao Song",
  ]);
  for (const { file } of answer.faces) {
    const own = join(programFolders.faces, file.slice(to.length + 1));
    expect(readFileSync(file).equals(readFileSync(own))).toBe(true);
  }
  const configuration = readFileSync(answer.fontconfig, "utf8");
  expect(configuration).toContain(`<dir>${to.replace("&", "&amp;")}</dir>`);
  for (const { family, standsFor } of answer.faces) {
    for (const name of standsFor) {
      expect(configuration).toContain(
        `<test name="family"><string>${name}</string></test><edit name="family" mode="assign" binding="strong"><string>${family}</string></edit>`,
      );
    }
  }
  expect(answer.faces.find(({ family }) => family === "Nianbao Song")?.standsFor).toEqual(
    expect.arrayContaining(["仿宋_GB2312", "仿宋", "宋体"]),
  );
});

it("overwrites nothing that is there, and writes nothing then", async () => {
  writeFileSync(join(folder, "fonts.conf"), "mine");
  const { exit, answer } = await run("fonts", "--out", folder);
  expect([exit, answer.error?.code]).toEqual([2, "file-exists"]);
  expect(readdirSync(folder)).toEqual(["fonts.conf"]);
  expect((await run("fonts", "--out", folder, "--force")).exit).toBe(0);
  expect(readFileSync(join(folder, "fonts.conf"), "utf8")).toContain("<fontconfig>");
});

it("names a folder that is not there, a file in its place, and what is missing", async () => {
  expect((await run("fonts", "--out", join(folder, "没有", "字体"))).answer.error?.code).toBe("folder-not-found");
  writeFileSync(join(folder, "文件"), "");
  const inTheWay = await run("fonts", "--out", join(folder, "文件"));
  expect([inTheWay.exit, inTheWay.answer.error?.code]).toEqual([2, "write-failed"]);
  expect((await run("fonts")).answer.error?.code).toBe("argument-missing");
  expect(existsSync(join(folder, "没有"))).toBe(false);
});

it("leaves the computer's own faces out only where a test asks for it", () => {
  expect(fontconfigFile({ folder: "/f", withOthers: true })).toContain("/etc/fonts/fonts.conf");
  expect(fontconfigFile({ folder: "/f", cacheFolder: "/c", withOthers: false })).not.toContain("/etc/fonts");
});
