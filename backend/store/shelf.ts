import { join } from "node:path";
import { AppError, type ErrorCode, type ErrorDetails } from "../../core/result.ts";
import { inParallel } from "../in-parallel.ts";
import { isMissing, toFileReadError } from "./file-errors.ts";
import { backupPathOf, listFolder, markOf } from "./file.ts";
import type { FileSystem } from "./file-system.ts";
import { isNewerVersion } from "./newer-summary.ts";
import type { NoticeCode, Notices } from "./notices.ts";
import { inspectBytes } from "./read-file.ts";
import type { ReadingPatience, WholeFile } from "./read-whole.ts";
import type { UnlistedFile } from "./report-index.ts";
import type { EntryOf, ShelfName } from "./shelf-entry.ts";
import type { UnderstandFile } from "./understand-file.ts";

const reportFileName = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.json(?:\.bak)?$/u;
const keptAside = /\.damaged-\d{8}-\d{6}(?:-\d+)?\.json$/u;
/** So many files are read while one is understood. */
const READ_AT_ONCE = 16;

/** One folder of reports. */
export type Shelf<N extends ShelfName> = { readonly name: N; readonly folder: string };

type Known<E> = { readonly entries: ReadonlyMap<string, E>; readonly unlisted: ReadonlyMap<string, UnlistedFile> };
type Listed<E> = { readonly entries: Map<string, E>; readonly unlisted: Map<string, UnlistedFile> };
type Found<E> = { readonly id: string; readonly entry: E | null; readonly unlisted: UnlistedFile | null };

/** A file that does not become a row of the list, and what is said of it. */
type Refusal = { readonly code: NoticeCode; readonly message: string; readonly lasts: boolean };

const untouched = "文件没有改动";

function refusalOf(name: string, error: unknown): Refusal {
  const code: ErrorCode = error instanceof AppError ? error.code : "internal";
  const reason = String(detailsOf(error)["reason"] ?? "");
  const because = reason === "" ? "" : `（${reason}）`;
  if (code === "report-newer-version") {
    const advice = `没有列出。请升级程序后再打开，${untouched}。`;
    return { code, message: `文件“${name}”由更新版本的年报台保存，${advice}`, lasts: true };
  }
  if (code === "file-locked") {
    const message = `文件“${name}”正被其他程序占用，暂时没有列出。请关闭占用它的程序后重试。`;
    return { code: "file-not-readable", message, lasts: false };
  }
  if (code === "file-unreadable") {
    const message = `文件“${name}”不能读取${because}，没有列出，${untouched}。其他报告不受影响。`;
    return { code: "file-not-readable", message, lasts: false };
  }
  const kept = "文件保留在数据文件夹中，没有改动，请从别处的备份中找回。";
  return {
    code: "report-damaged",
    message: `报告文件“${name}”已损坏${because}，也没有能读取的上一版本。${kept}`,
    lasts: true,
  };
}

const detailsOf = (error: unknown): ErrorDetails => (error instanceof AppError ? error.details : {});

/**
 * Lists the reports of a folder. A file whose content is known from the index is not read; one that could not be
 * understood costs itself a notice, and is not read again until it changes.
 */
export function createShelfReader(files: FileSystem, notices: Notices, understand: UnderstandFile) {
  /** Files that would not open: the next listing does not wait for them again. */
  const refused = new Set<string>();

  const markOfNow = async (path: string): Promise<string | null> => {
    try {
      return markOf(await files.stat(path));
    } catch (error) {
      if (isMissing(error)) return null;
      throw toFileReadError(error, path);
    }
  };

  /** The file or its backup, read without repairing anything: that is done when the report is opened. */
  const readEntry = async <N extends ShelfName>(
    { name, folder }: Shelf<N>,
    id: string,
    mark: string,
  ): Promise<EntryOf<N> | null> => {
    const path = join(folder, `${id}.json`);
    const patience: ReadingPatience = refused.has(path) ? "once" : "patient";
    let newer: AppError | null = null;
    let damage: unknown = null;
    for (const candidate of [path, backupPathOf(path)]) {
      try {
        const entryOf = ({ bytes }: WholeFile): Promise<EntryOf<N>> => understand(name, { id, mark, bytes });
        const finding = await inspectBytes(files, candidate, entryOf, newer === null ? patience : "once");
        if (finding.kind === "sound") return finding.value;
        if (finding.kind === "damaged") damage ??= finding.error;
      } catch (error) {
        // What cannot be told of it may be told of its backup.
        if (isNewerVersion(error)) newer ??= error;
        else if (newer === null) throw error;
      }
    }
    if (newer !== null) throw newer;
    if (damage !== null) throw new AppError("report-damaged", detailsOf(damage), { cause: damage });
    // Deleted between being listed and being read; or a link that leads nowhere.
    const isLink = await files.lstat(path).then(
      (stats) => stats.isSymbolicLink(),
      () => false,
    );
    if (isLink) throw new AppError("file-unreadable", { name: `${id}.json`, reason: "它是链接，指向的文件不见了" });
    return null;
  };

  const lookAt = async <N extends ShelfName>(
    shelf: Shelf<N>,
    id: string,
    known: Known<EntryOf<N>>,
  ): Promise<Found<EntryOf<N>>> => {
    const path = join(shelf.folder, `${id}.json`);
    let mark = "";
    try {
      const present = await markOfNow(path);
      const entry = known.entries.get(id);
      if (present !== null && entry?.mark === present) return { id, entry, unlisted: null };
      mark = present ?? "";
      const before = known.unlisted.get(id);
      if (before !== undefined && before.mark === `${mark} ${(await markOfNow(backupPathOf(path))) ?? ""}`) {
        notices.add(before.code, before.message);
        return { id, entry: null, unlisted: before };
      }
      // A lost file leaves its backup, which is read each time until the report is opened and put right.
      const read = await readEntry(shelf, id, mark);
      refused.delete(path);
      return { id, entry: read, unlisted: null };
    } catch (error) {
      const { lasts, ...refusal } = refusalOf(`${id}.json`, error);
      notices.add(refusal.code, refusal.message);
      if (!lasts) refused.add(path);
      const backup = lasts ? await markOfNow(backupPathOf(path)).catch(() => null) : null;
      return { id, entry: null, unlisted: lasts ? { ...refusal, mark: `${mark} ${backup ?? ""}` } : null };
    }
  };

  /** A copy that somebody made by hand under a name of their own. */
  const noteStrangers = (names: readonly string[]): void => {
    for (const name of names) {
      if (!name.endsWith(".json") || reportFileName.test(name) || keptAside.test(name)) continue;
      const advice = "它不是用年报台起的名字，请用“打开文件”把它导入。";
      notices.add("file-not-readable", `报告文件夹中的“${name}”没有列出：${advice}`);
    }
  };

  return async <N extends ShelfName>(shelf: Shelf<N>, known: Known<EntryOf<N>>): Promise<Listed<EntryOf<N>>> => {
    const names = await listFolder(files, shelf.folder);
    noteStrangers(names);
    const ids = [...new Set(names.flatMap((name) => reportFileName.exec(name)?.[1] ?? []))];
    const found = await inParallel(ids, READ_AT_ONCE, (id) => lookAt(shelf, id, known));
    return {
      entries: new Map(found.flatMap(({ id, entry }) => (entry === null ? [] : [[id, entry]]))),
      unlisted: new Map(found.flatMap(({ id, unlisted }) => (unlisted === null ? [] : [[id, unlisted]]))),
    };
  };
}
