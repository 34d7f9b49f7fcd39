import { basename } from "node:path";
import { Low } from "lowdb";
import { AppError } from "../../core/result.ts";
import { createDurableAdapter } from "./durable-adapter.ts";
import { setAside } from "./file.ts";
import type { FileSystem } from "./file-system.ts";
import type { Notices } from "./notices.ts";
import { createSerialQueue } from "./serial-queue.ts";
import type { HouseListStore } from "./store.ts";

type HouseList = { readonly revision: number; readonly entries: readonly unknown[] };

type HouseListFile<L extends HouseList> = {
  readonly path: string;
  /** What the list is called: 本单位名录. */
  readonly name: string;
  /** @throws AppError report-newer-version; anything for a file that is no such list */
  readonly parse: (json: unknown) => L;
  readonly empty: L;
  readonly files: FileSystem;
  readonly now: () => Date;
  readonly notices: Notices;
  readonly onSaved: () => void;
};

/**
 * A list of the house in a file of its own. A file of a newer program, or one that does not open, stays as it is and
 * nothing is stored in its place; one that is damaged together with its backup is kept aside before another is written.
 */
export function createHouseList<L extends HouseList>(of: HouseListFile<L>): HouseListStore<L> {
  const { path, name, parse, empty, files, now, notices, onSaved } = of;
  const adapter = createDurableAdapter({ path, parse, files, now });
  const low = new Low<L>(adapter, empty);
  const inTurn = createSerialQueue();

  const noteDamage = (damagedFileName: string, consequence: string): void =>
    notices.add(
      "list-damaged",
      `${name}的文件已损坏，${consequence}。损坏的文件留在数据文件夹中：${damagedFileName}。`,
    );

  let isDamaged = false;
  /** @throws AppError list-not-writable where the file has to stay as it is */
  const load = async (): Promise<L> => {
    if (await adapter.isCurrent()) return low.data;
    // what a file that has gone held must not come back with the next entry
    low.data = empty;
    isDamaged = false;
    try {
      await low.read();
      const recovery = adapter.recovery();
      if (recovery !== null) noteDamage(recovery.damagedFileName, "已改用上一次保存的内容");
    } catch (error) {
      if (error instanceof AppError && error.code === "report-newer-version") {
        throw new AppError(
          "list-not-writable",
          { name, reason: "由更新版本的年报台写成，请升级程序" },
          { cause: error },
        );
      }
      if (error instanceof AppError && error.code !== "report-damaged") {
        const reason = `不能读取（${String(error.details["reason"] ?? "正被其他程序占用")}）`;
        throw new AppError("list-not-writable", { name, reason }, { cause: error });
      }
      low.data = empty;
      isDamaged = true;
      noteDamage(basename(path), "现在没有使用它");
    }
    return low.data;
  };
  const loadOrEmpty = async (): Promise<L> => {
    try {
      return await load();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const reason = String(error.details["reason"] ?? "不能读取");
      notices.add("list-damaged", `${name}的文件“${basename(path)}”${reason}。现在没有使用它，文件没有改动。`);
      return empty;
    }
  };
  return {
    read: () => inTurn("list", loadOrEmpty),
    save: (entries, baseRevision) =>
      inTurn("list", async () => {
        const before = await load();
        if (isDamaged) noteDamage(await setAside(files, path, now()), "从空白重新开始");
        if (before.revision !== baseRevision) throw new AppError("list-changed-elsewhere", { name });
        low.data = parse({ ...before, revision: before.revision + 1, entries });
        try {
          await low.write();
        } catch (error) {
          low.data = before;
          throw error;
        }
        onSaved();
        return low.data;
      }),
  };
}
