import { basename } from "node:path";
import { houseStyleFile, parseHouseStyleFile } from "../../core/layout/rules/house-style-file.ts";
import { type HouseStyle, standardStyle } from "../../core/layout/rules/house-style.ts";
import { AppError } from "../../core/result.ts";
import { createDurableAdapter } from "./durable-adapter.ts";
import { setAside } from "./file.ts";
import type { FileSystem } from "./file-system.ts";
import type { Notices } from "./notices.ts";
import { createSerialQueue } from "./serial-queue.ts";
import type { HouseStyleStore } from "./store.ts";

type Parts = {
  readonly path: string;
  readonly files: FileSystem;
  readonly now: () => Date;
  readonly notices: Notices;
  /** What a computer without a style of its own has set before there was one. */
  readonly inherited: () => Promise<Partial<HouseStyle>>;
};

/** 本单位版式, in a file of its own. One that is damaged or newer is never written over. */
export function createHouseStyleStore({ path, files, now, notices, inherited }: Parts): HouseStyleStore {
  const inTurn = createSerialQueue();
  const adapter = createDurableAdapter({ path, parse: parseHouseStyleFile, files, now });
  let known: HouseStyle | null = null;

  const note = (reason: string): void =>
    notices.add("house-style-damaged", `本单位版式的文件${reason}，暂时按国家标准排版。`);

  const load = async (): Promise<HouseStyle> => {
    if (known !== null && (await adapter.isCurrent())) return known;
    known = null;
    const file = await adapter.read();
    const recovery = adapter.recovery();
    if (recovery !== null) {
      notices.add(
        "house-style-damaged",
        `本单位版式的文件已损坏，已改用上一次的版式。损坏的文件留在数据文件夹中：${recovery.damagedFileName}。`,
      );
    }
    known = file?.style ?? { ...standardStyle, ...(await inherited()) };
    return known;
  };

  /** Whatever is wrong with the file, reports can be laid out. */
  const loadOrStandard = async (): Promise<HouseStyle> => {
    try {
      return await load();
    } catch (error) {
      if (error instanceof AppError && error.code === "report-newer-version") {
        note("由更新版本的年报台写成，请升级程序");
      } else if (error instanceof AppError && error.code !== "style-invalid") {
        note(`“${basename(path)}”不能读取（${String(error.details["reason"] ?? "正被其他程序占用")}）`);
      } else {
        note(`“${basename(path)}”已损坏，文件没有改动`);
      }
      return standardStyle;
    }
  };

  /** Before a file is replaced: a newer one refuses it, a damaged one is kept under another name. */
  const makeRoom = async (): Promise<void> => {
    try {
      await load();
    } catch (error) {
      if (error instanceof AppError && error.code !== "style-invalid") throw error;
      await setAside(files, path, now());
    }
  };

  return {
    read: () => inTurn("style", loadOrStandard),
    write: (style) =>
      inTurn("style", async () => {
        await makeRoom();
        known = null;
        await adapter.write(houseStyleFile(style));
        known = style;
      }),
  };
}
