import { randomUUID } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { Warning } from "../../core/contract.ts";
import { reportFromImport } from "../../core/document/create.ts";
import { readReport } from "../../core/document/migrate.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { importText } from "../../core/import/text.ts";
import { AppError } from "../../core/result.ts";
import { decodeText } from "../decode-text.ts";

const BYTES_PER_MB = 1024 * 1024;
/** A report with its pictures inside. */
const MAX_FILE_BYTES = 200 * BYTES_PER_MB;
/** Documents that other programs write and this version does not read. */
const documentKinds = new Set([
  ".docx",
  ".doc",
  ".wps",
  ".wpt",
  ".dotx",
  ".rtf",
  ".odt",
  ".pdf",
  ".ofd",
  ".xlsx",
  ".xls",
]);

const reasons: Readonly<Record<string, string>> = {
  EACCES: "没有读取权限",
  EPERM: "没有读取权限",
  EBUSY: "文件正被其他程序占用",
  EIO: "磁盘读取出错",
};

const systemCode = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? "";

/** @throws AppError file-not-found, file-unreadable, file-too-large */
async function readBytes(path: string): Promise<Buffer> {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new AppError("file-unreadable", { name, reason: "这是文件夹，不是文件" });
    if (!found.isFile()) throw new AppError("file-unreadable", { name, reason: "这不是普通文件" });
    if (found.size > MAX_FILE_BYTES) {
      throw new AppError("file-too-large", { name, limitMb: MAX_FILE_BYTES / BYTES_PER_MB });
    }
    return await readFile(path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = systemCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") throw new AppError("file-not-found", { name }, { cause: error });
    throw new AppError("file-unreadable", { name, reason: reasons[code] ?? code }, { cause: error });
  }
}

export type ImportedReport = { readonly report: ReportDocument; readonly warnings: readonly Warning[] };

function importBytes(bytes: Uint8Array, name: string, year: number | null): ImportedReport {
  const imported = importText(decodeText(bytes, name));
  const report = reportFromImport({ imported, year, id: randomUUID(), now: new Date() });
  return { report, warnings: imported.warnings };
}

/** How far into a report its `format` stands. */
const REPORT_HEAD_BYTES = 256;
const isReport = (bytes: Buffer): boolean =>
  /^\uFEFF?\s*\{\s*"format"\s*:\s*"nianbao-report"/u.test(bytes.subarray(0, REPORT_HEAD_BYTES).toString("utf8"));

/**
 * A report made from a text file.
 * @param year 报告年度; null: the one the text names
 * @throws AppError file-…
 */
export async function readTextFile(path: string, year: number | null): Promise<ImportedReport> {
  const kind = extname(path).toLowerCase();
  const name = basename(path);
  const bytes = await readBytes(path);
  if (isReport(bytes)) {
    const reason = "它已经是年报台的报告，不需要导入，可以直接用 show 或 export 打开";
    throw new AppError("argument-invalid", { option: "文件", value: name, reason });
  }
  if (kind === ".json" || documentKinds.has(kind)) throw new AppError("file-kind-unsupported", { name });
  return importBytes(bytes, name, year);
}

function parseReport(text: string, name: string): ReportDocument {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new AppError("report-damaged", { name }, { cause: error });
  }
  try {
    return readReport(content);
  } catch (error) {
    // The reader knows the content alone; the user knows the file by its name.
    throw error instanceof AppError ? new AppError(error.code, { name, ...error.details }, { cause: error }) : error;
  }
}

/**
 * The report that a file holds, or that a text file makes. Text that is JSON is taken for a report, whatever its name.
 * @throws AppError file-…, not-a-report, report-damaged, report-newer-version
 */
export async function readReportFile(path: string): Promise<ImportedReport> {
  const kind = extname(path).toLowerCase();
  const name = basename(path);
  const bytes = await readBytes(path);
  if (documentKinds.has(kind)) throw new AppError("file-kind-unsupported", { name });
  if (bytes.length === 0) throw new AppError("file-empty", { name });
  const start = bytes
    .subarray(0, 64)
    .toString("utf8")
    .replace(/^\uFEFF/u, "")
    .trimStart();
  if (kind !== ".json" && !start.startsWith("{")) return importBytes(bytes, name, null);
  return { report: parseReport(bytes.toString("utf8").replace(/^\uFEFF/u, ""), name), warnings: [] };
}
