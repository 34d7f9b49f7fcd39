import { basename } from "node:path";
import { Low } from "lowdb";
import { type Settings, settingsSchema } from "../../core/contract.ts";
import { AppError } from "../../core/result.ts";
import { createDurableAdapter } from "./durable-adapter.ts";
import { setAside } from "./file.ts";
import type { FileSystem } from "./file-system.ts";
import type { Notices } from "./notices.ts";
import { createSerialQueue } from "./serial-queue.ts";
import type { SettingsStore } from "./store.ts";

const defaults: Settings = settingsSchema.parse({});
const settingNames = Object.keys(settingsSchema.shape) as readonly (keyof Settings)[];

/** Reads what can be read: one setting that another version wrote differently must not reset the others. */
export function parseSettings(json: unknown): Settings {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw new Error("Settings are no object");
  const stored = json as Readonly<Record<string, unknown>>;
  const entries = settingNames.map((name) => {
    const parsed = settingsSchema.shape[name].safeParse(stored[name]);
    return [name, parsed.success ? parsed.data : defaults[name]];
  });
  return settingsSchema.parse(Object.fromEntries(entries));
}

/** 设置. A file that is damaged together with its backup is kept aside, and the defaults hold. */
export function createSettingsStore(path: string, files: FileSystem, now: () => Date, notices: Notices): SettingsStore {
  const adapter = createDurableAdapter({ path, parse: parseSettings, files, now });
  const low = new Low<Settings>(adapter, defaults);
  const inTurn = createSerialQueue();

  const noteDamage = (damagedFileName: string, consequence: string): void =>
    notices.add("settings-damaged", `设置文件已损坏，${consequence}。损坏的文件留在数据文件夹中：${damagedFileName}。`);
  const replaceDamaged = async (): Promise<void> => {
    try {
      const asideName = await setAside(files, path, now());
      await low.write();
      noteDamage(asideName, "已恢复默认设置");
    } catch (error) {
      // Nothing can be written now: the file stays where it is, and the defaults hold for this start.
      if (!(error instanceof AppError)) throw error;
      noteDamage(basename(path), "暂时使用默认设置");
    }
  };

  /** Reads again what another program on the same folder has changed. @throws AppError when the file does not open */
  const load = async (): Promise<Settings> => {
    if (await adapter.isCurrent()) return low.data;
    try {
      await low.read();
      const recovery = adapter.recovery();
      if (recovery !== null) noteDamage(recovery.damagedFileName, "已改用上一次的设置");
    } catch (error) {
      if (error instanceof AppError) throw error;
      await replaceDamaged();
    }
    return low.data;
  };
  /** A file that does not open costs the settings that stand in it, never the window. */
  const loadOrDefault = async (): Promise<Settings> => {
    try {
      return await load();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const reason = error.details["reason"] ?? "正被其他程序占用";
      notices.add("settings-damaged", `设置文件“${basename(path)}”不能读取（${reason}），暂时使用默认设置。`);
      return low.data;
    }
  };
  return {
    read: () => inTurn("settings", loadOrDefault),
    change: (change) =>
      inTurn("settings", async () => {
        const before = await load();
        const given = Object.entries(change).filter(([, value]) => value !== undefined);
        low.data = settingsSchema.parse({ ...before, ...Object.fromEntries(given) });
        try {
          await low.write();
        } catch (error) {
          low.data = before;
          throw error;
        }
        return low.data;
      }),
  };
}
