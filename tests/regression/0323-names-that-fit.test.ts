import { execFileSync } from "node:child_process";
import { mkdir, readdir, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fileNameOf } from "../../backend/output/file-name.ts";
import { writeOutput } from "../../backend/output/write-output.ts";
import { checkTarget } from "../../backend/cli/write-file.ts";
import { makeFolder } from "../backend/store/test-store.ts";

const bytes = Buffer.from("内容");

describe("a long title", () => {
  test.each([75, 80, 85, 200, 100_000])(
    "of %i characters can be written, also over the file before it",
    async (length) => {
      const folder = await makeFolder();
      for (const format of ["docx", "html"] as const) {
        const name = fileNameOf("审".repeat(length), format, { folder });
        expect(Buffer.byteLength(name.replace(/(?=\.\w+$)/u, " (2)"))).toBeLessThanOrEqual(255);
        await writeOutput(join(folder, name), bytes, { overwrite: false });
        await writeOutput(join(folder, name), bytes, { overwrite: true });
      }
      expect((await readdir(folder)).some((name) => name.endsWith(".tmp"))).toBe(false);
    },
  );

  test("keeps its suffix, so that a comparison is not written over the report", () => {
    const title = "审".repeat(90);
    const compared = fileNameOf(title, "docx", { suffix: "与2025年度对照稿" });
    expect(compared).toMatch(/与2025年度对照稿\.docx$/u);
    expect(compared).not.toBe(fileNameOf(title, "docx"));
    expect(Buffer.byteLength(compared)).toBeLessThanOrEqual(251);
  });

  test("is not cut inside a character, and ends in no dot", () => {
    expect(fileNameOf(`${"a".repeat(239)}😀`, "pdf")).toBe(`${"a".repeat(239)}.pdf`);
    expect(fileNameOf(`${"a".repeat(238)}..😀`, "pdf")).toBe(`${"a".repeat(238)}.pdf`);
  });

  test("leaves room for the folder on Windows", () => {
    const folder = `C:\\${"d".repeat(150)}`;
    const name = fileNameOf("审".repeat(200), "docx", { folder, platform: "win32" });
    expect(`${folder}\\${name}`.length).toBeLessThanOrEqual(259 - " (2)".length);
  });

  test("that is too long where its writer gave the name says so", async () => {
    const folder = await makeFolder();
    const attempt = writeOutput(join(folder, `${"审".repeat(90)}.docx`), bytes, { overwrite: false });
    await expect(attempt).rejects.toMatchObject({ code: "name-too-long" });
  });

  test("given by its writer, of 255 bytes exactly, is written", async () => {
    const folder = await makeFolder();
    const name = `${"审".repeat(83)}x.docx`;
    expect(Buffer.byteLength(name)).toBe(255);
    await writeOutput(join(folder, name), bytes, { overwrite: false });
    expect(await readdir(folder)).toEqual([name]);
  });
});

test.each([
  ["CON.报告", "CON_.报告.pdf"],
  ["nul .", "nul_.pdf"],
  ["COM¹", "COM¹_.pdf"],
  ["conin$", "conin$_.pdf"],
  ["联系", "联系.pdf"],
  ["con 1", "con 1.pdf"],
  [".隐藏", "隐藏.pdf"],
  ["坏\ud800字", "坏字.pdf"],
])("%j is a name for every system", (title, name) => {
  expect(fileNameOf(title, "pdf")).toBe(name);
});

const isWindows = process.platform === "win32";
const targets: readonly (readonly [kind: string, make: (path: string, folder: string) => Promise<unknown>])[] = [
  ["a pipe", (path) => Promise.resolve(execFileSync("mkfifo", [path]))],
  ["a link to a device", (path) => symlink("/dev/null", path)],
  [
    "a link to a file",
    (path, folder) => writeFile(join(folder, "a"), "a").then(() => symlink(join(folder, "a"), path)),
  ],
  ["a link to nothing", (path, folder) => symlink(join(folder, "gone"), path)],
];
test.skipIf(isWindows).each(targets)("--force does not write over %s", async (_, make) => {
  const folder = await makeFolder();
  const path = join(folder, "out.docx");
  await make(path, folder);
  await expect(checkTarget(path, true)).rejects.toMatchObject({ code: "write-failed" });
  await expect(writeOutput(path, bytes, { overwrite: true })).rejects.toMatchObject({ code: "write-failed" });
  expect((await readdir(folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test.skipIf(isWindows)(
  "a finished file may be read as the folder's others, one that is replaced keeps its rights",
  async () => {
    const folder = await makeFolder();
    await mkdir(folder, { recursive: true });
    const path = join(folder, "out.txt");
    await writeOutput(path, bytes, { overwrite: false });
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one way to learn it
    expect((await stat(path)).mode & 0o777).toBe(0o666 & ~process.umask());
    execFileSync("chmod", ["640", path]);
    await writeOutput(path, bytes, { overwrite: true });
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  },
);
