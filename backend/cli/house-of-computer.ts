import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { Settings, Warning } from "../../core/contract.ts";
import type { House } from "../../core/check/house-lists.ts";
import { emptyWords, readOwnWords } from "../../core/check/lists/own-words.ts";
import { type Directory, emptyDirectory, entriesSchema, readDirectory } from "../../core/directory/directory.ts";
import { entriesOfRows } from "../../core/directory/directory-rows.ts";
import { directoryChanges, withDirectoryChanges } from "../../core/directory/merge-entries.ts";
import { AppError } from "../../core/result.ts";
import { houseStyleFile, parseHouseStyleFile } from "../../core/layout/rules/house-style-file.ts";
import { standardStyle } from "../../core/layout/rules/house-style.ts";
import { dataFolder } from "../data-folder.ts";
import { readSheetInThread } from "../sheets/sheet-reader.ts";
import { toFileReadError } from "../store/file-errors.ts";
import { nodeFileSystem } from "../store/file-system.ts";
import { foldersIn } from "../store/folders.ts";
import { parseJsonFile } from "../store/parse-json-file.ts";
import { inspectFile, type Parse } from "../store/read-file.ts";
import { parseSettings } from "../store/settings.ts";
import type { Arguments } from "./command.ts";

/** What the house has settled on this computer: switches of rules, 名录 and 词表. */
export type HouseOfComputer = {
  readonly settings: Pick<Settings, "checkRules">;
  readonly house: House;
  /** Files of the data folder that were left aside. */
  readonly warnings: readonly Warning[];
};

/** Reads a file of the data folder and leaves it as it is, whatever is wrong with it. */
async function readOrTell<T>(path: string, name: string, parse: Parse<T>, empty: T, warnings: Warning[]): Promise<T> {
  try {
    const finding = await inspectFile(nodeFileSystem, path, parse);
    if (finding.kind === "sound") return finding.value;
    if (finding.kind === "missing") return empty;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  warnings.push({
    code: "house-file-unused",
    message: `数据文件夹中的“${basename(path)}”（${name}）不能读取，这次没有使用它，文件没有改动。`,
  });
  return empty;
}

/** `--directory FILE`: 名录 as the program stores it, or as a sheet. @throws AppError */
async function readDirectoryFile(path: string, signal: AbortSignal, warnings: Warning[]): Promise<Directory> {
  const name = basename(path);
  const invalid = (reason: string): AppError =>
    new AppError("argument-invalid", { option: "--directory", value: name, reason });
  const bytes = await readFile(path).catch((error: unknown) => {
    throw toFileReadError(error, name);
  });
  if (extname(path).toLowerCase() === ".json") {
    try {
      return readDirectory(parseJsonFile(bytes));
    } catch (error) {
      throw error instanceof AppError && error.code === "report-newer-version" ? error : invalid("不是年报台的名录");
    }
  }
  const read = entriesOfRows(await readSheetInThread({ name, bytes }, signal));
  if (read === null) throw invalid("没有找到表头，应有“名称”或“姓名”一列");
  for (const { row, message } of read.problems) {
    warnings.push({ code: "directory-row", message: `名录第 ${row} 行没有读入：${message}` });
  }
  const entries = withDirectoryChanges([], directoryChanges([], read.entries));
  return { ...emptyDirectory, entries: entriesSchema.parse(entries) };
}

/**
 * What holds for the command line as it holds in the window: read from the data folder, nothing made or repaired there.
 * @throws AppError for a `--directory` that cannot be used
 */
export async function readHouseOfComputer({ values }: Arguments, signal: AbortSignal): Promise<HouseOfComputer> {
  const folders = foldersIn(dataFolder());
  const warnings: Warning[] = [];
  const settings = await readOrTell(folders.settings, "设置", parseSettings, parseSettings({}), warnings);
  const words = await readOrTell(folders.words, "本单位词表", readOwnWords, emptyWords, warnings);
  const given = values.get("directory");
  const directory =
    given === undefined
      ? await readOrTell(folders.directory, "本单位名录", readDirectory, emptyDirectory, warnings)
      : await readDirectoryFile(given, signal, warnings);
  const style = houseStyleFile(standardStyle);
  const own = await readOrTell(folders.houseStyle, "本单位版式", parseHouseStyleFile, style, warnings);
  const { headingStop } = own.style;
  return { settings, house: { directory: directory.entries, words: words.entries, headingStop }, warnings };
}
