import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { thisComputer } from "../../../backend/computer.ts";
import { writeDurably } from "../../../backend/store/durable-write.ts";
import { removeLeftovers } from "../../../backend/store/leftovers.ts";
import { type FileSystem, nodeFileSystem } from "../../../backend/store/file-system.ts";
import { type Parse, readDurably } from "../../../backend/store/read-file.ts";
import { AppError } from "../../../core/result.ts";
import { crashingFileSystem, type Operation, systemError, watchedFileSystem } from "./faulty-file-system.ts";
import { makeFolder, namesIn } from "./test-store.ts";

const keepPrevious = { keepPrevious: true };
type Version = { readonly version: number };
const parse: Parse<Version> = (json) => {
  if (typeof json !== "object" || json === null || !("version" in json)) throw new Error("no version");
  return json as Version;
};
const write = (path: string, version: number, files: FileSystem = nodeFileSystem): Promise<unknown> =>
  writeDurably(files, path, JSON.stringify({ version, text: "字".repeat(2_000) }), keepPrevious);
const read = async (path: string): Promise<number | undefined> =>
  (await readDurably(nodeFileSystem, path, parse, () => new Date()))?.value.version;
const versionIn = async (path: string): Promise<number> =>
  (JSON.parse(await readFile(path, "utf8")) as Version).version;

test("the version before the present one is kept beside it", async () => {
  const path = join(await makeFolder(), "a.json");
  for (const version of [1, 2, 3]) await write(path, version);
  expect(await versionIn(path)).toBe(3);
  expect(await versionIn(`${path}.bak`)).toBe(2);
});

test("a crash at any operation of a write leaves a whole version and a whole backup", async () => {
  let finished = false;
  let crashes = 0;
  for (let crashAt = 1; !finished; crashAt += 1) {
    const path = join(await makeFolder(), "a.json");
    await write(path, 1);
    await write(path, 2);
    const { files, hasCrashed } = crashingFileSystem(crashAt);
    finished = await write(path, 3, files).then(
      () => !hasCrashed(),
      () => false,
    );
    if (!finished) crashes += 1;
    expect([2, 3]).toContain(await versionIn(path));
    expect([1, 2]).toContain(await versionIn(`${path}.bak`));
    expect([2, 3]).toContain(await read(path));
    // The next write finds its way whatever the crash left lying about.
    await write(path, 4);
    expect(await versionIn(path)).toBe(4);
    expect([2, 3]).toContain(await versionIn(`${path}.bak`));
  }
  expect(crashes).toBeGreaterThan(6);
});

test("a crash at any operation of a recovery loses neither the backup nor the damaged file", async () => {
  let finished = false;
  for (let crashAt = 1; !finished; crashAt += 1) {
    const folder = await makeFolder();
    const path = join(folder, "a.json");
    await write(path, 1);
    await write(path, 2);
    await writeFile(path, '{"version": 2, "te');
    const { files, hasCrashed } = crashingFileSystem(crashAt);
    finished = await readDurably(files, path, parse, () => new Date()).then(
      () => !hasCrashed(),
      () => false,
    );
    expect(await read(path)).toBe(1);
    expect(await versionIn(path)).toBe(1);
    const aside = (await namesIn(folder)).filter((name) => name.includes(".damaged-"));
    expect(aside.length).toBeGreaterThan(0);
    for (const name of aside) expect(await readFile(join(folder, name), "utf8")).toBe('{"version": 2, "te');
  }
});

test("the content is on disk before its name, and the name before the write is acknowledged", async () => {
  const path = join(await makeFolder(), "a.json");
  await write(path, 1);
  const operations: string[] = [];
  const files = watchedFileSystem((operation, where) => {
    const what = where.endsWith(".tmp")
      ? "temporary"
      : where.endsWith(".bak")
        ? "backup"
        : where === path
          ? "file"
          : "folder";
    operations.push(`${operation} ${what}`);
  });
  await write(path, 2, files);
  const at = (operation: string): number => operations.indexOf(operation);
  expect(at("handle.sync temporary")).toBeGreaterThan(at("handle.writeFile temporary"));
  expect(at("rename file")).toBeGreaterThan(at("handle.sync temporary"));
  expect(at("rename file")).toBeGreaterThan(at("rename backup"));
  expect(at("handle.sync folder")).toBeGreaterThan(at("rename file"));
});

/** A file system on which `operation` on a path with `part` fails `times` times with `code`. */
function failing(operation: Operation, part: string, code: string, times = Number.POSITIVE_INFINITY): FileSystem {
  let left = times;
  return watchedFileSystem((present, path) => {
    if (present !== operation || !path.includes(part) || left <= 0) return;
    left -= 1;
    throw systemError(code);
  });
}

test.each(["EBUSY", "EPERM", "EACCES"])(
  "a virus scanner that holds the file for a moment (%s) is waited for",
  async (code) => {
    const path = join(await makeFolder(), "a.json");
    await write(path, 1);
    await write(path, 2, failing("rename", "a.json", code, 4));
    expect(await versionIn(path)).toBe(2);
  },
);

test.each([
  ["handle.writeFile", "ENOSPC", "disk-full"],
  ["handle.sync", "EDQUOT", "disk-full"],
  ["open", "EROFS", "folder-read-only"],
  ["open", "EACCES", "folder-read-only"],
  ["rename", "EBUSY", "file-locked"],
  ["rename", "EPERM", process.platform === "win32" ? "file-locked" : "folder-read-only"],
  ["open", "ENAMETOOLONG", "name-too-long"],
  ["open", "EDQUOT", "disk-full"],
  ["handle.writeFile", "EIO", "write-failed"],
] as const)("when %s fails with %s the error is %s and the old version stays", async (operation, code, expected) => {
  const folder = await makeFolder();
  const path = join(folder, "a.json");
  await write(path, 1);
  const attempt = write(path, 2, failing(operation, "a.json", code));
  await expect(attempt).rejects.toMatchObject({ code: expected, details: { name: "a.json" } });
  await expect(attempt).rejects.toBeInstanceOf(AppError);
  expect(await versionIn(path)).toBe(1);
  expect((await namesIn(folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("a disk without hard links gets its backup as a copy", async () => {
  const path = join(await makeFolder(), "a.json");
  const files = failing("link", "a.json", "EPERM");
  for (const version of [1, 2, 3]) await write(path, version, files);
  expect(await versionIn(path)).toBe(3);
  expect(await versionIn(`${path}.bak`)).toBe(2);
});

test("a backup that is held by another program does not keep the new text from being saved", async () => {
  const folder = await makeFolder();
  const path = join(folder, "a.json");
  await write(path, 1);
  await write(path, 2);
  await write(path, 3, failing("rename", ".bak", "EBUSY"));
  expect(await versionIn(path)).toBe(3);
  expect(await versionIn(`${path}.bak`)).toBe(1);
  expect(await namesIn(folder)).toEqual(["a.json", "a.json.bak"]);
});

test("a folder that was deleted meanwhile is made again", async () => {
  const path = join(await makeFolder(), "deleted", "a.json");
  await write(path, 1);
  expect(await read(path)).toBe(1);
});

test.each([
  ["damaged", "{nonsense"],
  ["cut off", '{"version": 2, "text": "字字'],
  ["empty", ""],
  ["filled with zeros", "\0".repeat(4096)],
  ["valid JSON of another kind", "[1, 2]"],
])("a file that is %s gives way to its backup and stays under a name of its own", async (_, content) => {
  const folder = await makeFolder();
  const path = join(folder, "a.json");
  await write(path, 1);
  await write(path, 2);
  await writeFile(path, content);
  const now = new Date("2026-03-01T10:21:30Z");
  const reading = await readDurably(nodeFileSystem, path, parse, () => now);
  expect(reading?.value.version).toBe(1);
  expect(reading?.recovery).toEqual({ damagedFileName: "a.damaged-20260301-102130.json" });
  expect(await readFile(join(folder, "a.damaged-20260301-102130.json"), "utf8")).toBe(content);
  expect(await versionIn(path)).toBe(1);

  // The same again within the same second takes a name of its own.
  await writeFile(path, content);
  expect((await readDurably(nodeFileSystem, path, parse, () => now))?.recovery).toEqual({
    damagedFileName: "a.damaged-20260301-102130-2.json",
  });
});

test("when file and backup are both damaged nothing is touched", async () => {
  const folder = await makeFolder();
  const path = join(folder, "a.json");
  await writeFile(path, "{one");
  await writeFile(`${path}.bak`, "{two");
  await expect(read(path)).rejects.toBeInstanceOf(SyntaxError);
  expect(await namesIn(folder)).toEqual(["a.json", "a.json.bak"]);
  expect(await readFile(path, "utf8")).toBe("{one");
  expect(await readFile(`${path}.bak`, "utf8")).toBe("{two");
});

test("a file that another program holds is not taken for damaged", async () => {
  const path = join(await makeFolder(), "a.json");
  await write(path, 1);
  await write(path, 2);
  const held = failing("open", "a.json", "EBUSY");
  await expect(readDurably(held, path, parse, () => new Date())).rejects.toMatchObject({ code: "file-locked" });
  expect(await versionIn(path)).toBe(2);
});

test("temporary files of dead processes are cleared, those of living ones and of other computers stay", async () => {
  const folder = await makeFolder();
  const { id: here } = thisComputer();
  const mine = `a.json.${here}-${process.pid}-ffffffffffff-1.tmp`;
  const parent = `a.json.${here}-${process.ppid}-ffffffffffff-1.tmp`;
  const dead = `a.json.${here}-4194999-ffffffffffff-7.tmp`;
  const theirs = "a.json.cccccccccccc-4194999-ffffffffffff-7.tmp";
  for (const name of [mine, parent, dead, theirs, "a.json", "notes.tmp"]) await writeFile(join(folder, name), "x");
  await removeLeftovers(nodeFileSystem, folder);
  // `mine` has this process's number but another run's mark: the number was used again.
  expect(await namesIn(folder)).toEqual([parent, theirs, "a.json", "notes.tmp"].sort());
});
