import { execFileSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openStore } from "../../backend/store/open-store.ts";
import { describeError } from "../../core/error-wording.ts";
import { anna, boris, makeFolder, openNewReport, openTestStore, writeTemplates } from "../backend/store/test-store.ts";
import { canMount } from "../support/can-mount.ts";

/** Found by hand with real disks and processes: what was refused was refused rightly, and the reason told was another. */

const run = (program: string, ...args: readonly string[]): unknown => execFileSync(program, args, { stdio: "ignore" });
const isSkipped = !canMount();
if (isSkipped) console.warn("A read-only disk without a data folder: skipped, this process may not mount a tmpfs.");

test.skipIf(isSkipped).each([["data"], ["many/folders/deep/data"]])(
  "a data folder that cannot be made on a read-only disk (%s) is told once, with the true cause",
  async (name) => {
    const root = await makeFolder();
    const disk = join(root, "disk");
    await mkdir(disk);
    run("mount", "-t", "tmpfs", "-o", "size=1m,ro", "tmpfs", disk);
    onTestFinished(() => void run("umount", "--lazy", disk));
    const templatesFolder = await writeTemplates(root);
    const store = await openStore({ dataFolder: join(disk, name), templatesFolder, now: () => new Date() });
    onTestFinished(() => store.close());
    expect(store.notices().map(({ message }) => message)).toEqual([
      "数据文件夹不能建立（磁盘是只读的），现在只能查看和导出。解决后请重新打开程序。",
    ]);
    expect((await store.reports.list()).reports).toEqual([]);
  },
);

test("folders above the data folder are made, and the first that was made is named", async () => {
  const root = await makeFolder();
  const store = await openTestStore(join(root, "one/two/three"));
  expect(store.notices()).toEqual([]);
});

test("what another window or computer holds is said to be held there, and no window is to be closed that is not here", async () => {
  const store = await openTestStore(await makeFolder());
  const { id } = await openNewReport(store);
  await expect(store.reports.trash(id, boris)).rejects.toMatchObject({ code: "report-open-elsewhere" });
  await expect(store.reports.trash(id, anna)).resolves.toBeUndefined();
  expect(describeError("report-open-elsewhere")).toMatch(/另一个窗口或另一台电脑.*没有做/u);
  expect(describeError("report-open-elsewhere", { purpose: "save" })).toMatch(
    /另一台电脑.*没有保存.*没有丢失.*另存副本/u,
  );
});
