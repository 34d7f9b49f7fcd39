import { execFileSync } from "node:child_process";
import { chmod, mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makePrivateFolder } from "../../backend/private-folder.ts";
import { startPageFolders, writeStartPage } from "../../backend/web/start-page.ts";
import { makeFolder, openTestStore } from "../backend/store/test-store.ts";

const link = "http://127.0.0.1:4321/?token=geheim";
const isWindows = process.platform === "win32";
const rightsOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

test("the browser is handed a page of its user's alone, which leads to the link and runs nothing else", async () => {
  const folder = await makeFolder();
  const page = await writeStartPage(link, [folder]);
  expect(page?.path).not.toContain("geheim");
  if (!isWindows) expect(await rightsOf(page?.path ?? "")).toBe(0o600);
  const html = await readFile(page?.path ?? "", "utf8");
  expect(html).toContain(link);
  expect(html).toMatch(/default-src 'none'; script-src 'sha256-[^']+'/u);
  await page?.remove();
  await expect(stat(page?.path ?? "")).rejects.toThrow();
});

test("it lies in the next place where the data folder takes no file, and nowhere where none does", async () => {
  const folder = await makeFolder();
  expect((await writeStartPage(link, [join(folder, "gone"), folder]))?.path.startsWith(folder)).toBe(true);
  expect(await writeStartPage(link, [join(folder, "gone")])).toBeNull();
  expect(startPageFolders("/data", {})[0]).toBe("/data");
});

test.skipIf(isWindows)(
  "a folder is its user's alone whoever makes it, and one of an older version is closed",
  async () => {
    const root = await makeFolder();
    makePrivateFolder(join(root, "a", "b"));
    expect([await rightsOf(join(root, "a")), await rightsOf(join(root, "a", "b"))]).toEqual([0o700, 0o700]);
    await mkdir(join(root, "old"));
    await chmod(join(root, "old"), 0o755);
    makePrivateFolder(join(root, "old"));
    // One that somebody chose to share is left as it is.
    expect(await rightsOf(join(root, "old"))).toBe(0o755);
    makePrivateFolder(join(root, "old"), { isOwnPlace: true });
    expect(await rightsOf(join(root, "old"))).toBe(0o700);
  },
);

test.skipIf(isWindows)("no file of the store may be read by others", async () => {
  const root = await makeFolder();
  const umask = process.umask(0);
  try {
    const store = await openTestStore(root);
    const { id } = await store.reports.create({ templateId: "small", year: 2026, organ: "" });
    await store.reports.open(id, { windowId: "w" });
    await store.settings.change({ zoom: 120 });
    const found = execFileSync("find", [join(root, "data"), "-perm", "/077"], { encoding: "utf8" });
    expect(found).toBe("");
  } finally {
    process.umask(umask);
  }
});
