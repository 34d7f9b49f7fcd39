import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { ReportDocument } from "../../core/document/schema.ts";
import { MAX_FILE_MB } from "../../core/import/largest-file.ts";
import { AppError } from "../../core/result.ts";
import { isMissing, toFileReadError } from "../store/file-errors.ts";
import { createFileReader } from "../import/file-reader.ts";
import { type GivenFile, isReportFile } from "../file-kind.ts";
import type { ImportedReport } from "../read-own-report.ts";

const BYTES_PER_MB = 1024 * 1024;

/** @throws AppError file-not-found, file-unreadable, file-too-large */
export async function readBytes(path: string): Promise<Buffer> {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new AppError("file-unreadable", { name, reason: "这是文件夹，不是文件" });
    if (!found.isFile()) throw new AppError("file-unreadable", { name, reason: "这不是普通文件" });
    if (found.size > MAX_FILE_MB * BYTES_PER_MB) throw new AppError("file-too-large", { name, limitMb: MAX_FILE_MB });
    return await readFile(path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (isMissing(error)) throw new AppError("file-not-found", { name }, { cause: error });
    throw toFileReadError(error, name);
  }
}

/** How far into a report its `format` stands. */
const REPORT_HEAD_BYTES = 256;
const isReport = (bytes: Buffer): boolean =>
  /^\uFEFF?\s*\{\s*"format"\s*:\s*"nianbao-report"/u.test(bytes.subarray(0, REPORT_HEAD_BYTES).toString("utf8"));

/** A report that stands in one file, images and all, and what is to be known about it. */
type GivenReport = Pick<ImportedReport, "report" | "warnings"> & {
  /** 报告年度 is not the writer's word: it was looked for in the text. */
  readonly yearIsGuessed: boolean;
};

/** Whoever calls a command sees that it works, and ends it with Ctrl+C; a batch on a busy computer may take its time. */
const READ_WITHIN_MS = 60_000;

async function read(file: GivenFile, signal: AbortSignal): Promise<GivenReport> {
  const { report, images, warnings } = await createFileReader(() => new Date(), { withinMs: READ_WITHIN_MS }).read(
    file,
    signal,
  );
  const inside = [...images].map(([id, { mediaType, bytes }]): [string, ReportDocument["images"][string]] => [
    id,
    { mediaType, base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64") },
  ]);
  const yearIsGuessed = file.year === null && !isReportFile(file.bytes, file.name);
  return { report: { ...report, images: Object.fromEntries(inside) }, warnings, yearIsGuessed };
}

/**
 * A report made from a text or a Word file.
 * @param year 报告年度; null: the one the text names
 * @throws AppError file-…, report-too-long, cancelled
 */
export async function importReportFile(path: string, year: number | null, signal: AbortSignal): Promise<GivenReport> {
  const name = basename(path);
  const bytes = await readBytes(path);
  if (isReport(bytes)) {
    const reason = "它已经是年报台的报告，不需要导入，可以直接用 show 或 export 打开";
    throw new AppError("argument-invalid", { option: "文件", value: name, reason });
  }
  if (isReportFile(bytes, name)) throw new AppError("file-kind-unsupported", { name });
  return read({ bytes, name, year }, signal);
}

/**
 * The report that a file holds, or that a text or a Word file makes.
 * @throws AppError file-…, report-too-long, cancelled, not-a-report, report-damaged, report-newer-version
 */
export async function readReportFile(path: string, signal: AbortSignal): Promise<GivenReport> {
  const bytes = await readBytes(path);
  return read({ bytes, name: basename(path), year: null }, signal);
}
