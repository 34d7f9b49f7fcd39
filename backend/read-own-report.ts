import type { Warning } from "../core/contract.ts";
import { readReport } from "../core/document/migrate.ts";
import type { ImageFile, ReportDocument } from "../core/document/schema.ts";
import { unprintedAtImport } from "../core/export/unprinted-elements.ts";
import { MAX_FILE_MB } from "../core/import/largest-file.ts";
import { AppError } from "../core/result.ts";
import type { GivenFile } from "./file-kind.ts";
import { parseJsonFile } from "./store/parse-json-file.ts";
import { assertFits } from "./store/stored-summary.ts";

const BYTES_PER_MB = 1024 * 1024;

type ImportedImage = { readonly mediaType: ImageFile["mediaType"]; readonly bytes: Uint8Array };

/** A report made of a file, and what its writer should know about it. */
export type ImportedReport = {
  readonly report: ReportDocument;
  /** Its images by their ids; the report itself holds none. */
  readonly images: ReadonlyMap<string, ImportedImage>;
  readonly warnings: readonly Warning[];
};

export function readStoredReport(bytes: Uint8Array): ImportedReport {
  let content: unknown;
  try {
    content = parseJsonFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("report-damaged", {}, { cause: error });
  }
  const report = readReport(content);
  const images = Object.entries(report.images).map(([id, { mediaType, base64 }]): [string, ImportedImage] => [
    id,
    { mediaType, bytes: Buffer.from(base64, "base64") },
  ]);
  return { report: { ...report, images: {} }, images: new Map(images), warnings: [] };
}

/** Things nested in things a thousand times: no report has them, and no reader has room for them. */
const isTooDeep = (error: unknown): boolean => error instanceof RangeError && /call stack/iu.test(error.message);
const tooDeep = ({ name }: GivenFile, cause: unknown): AppError =>
  new AppError("file-too-complex", { name, reason: "内容嵌套过深" }, { cause });

/**
 * What every reading of a file has in common: its bounds, what is said of the report, and errors that name the file.
 * @throws AppError file-empty, file-too-large, file-too-complex, and what `read` throws
 */
export function readingOf(file: GivenFile, readIt: () => ImportedReport): ImportedReport {
  try {
    if (file.bytes.length === 0) throw new AppError("file-empty");
    if (file.bytes.length > MAX_FILE_MB * BYTES_PER_MB) throw new AppError("file-too-large", { limitMb: MAX_FILE_MB });
    const read = readIt();
    assertFits(read.report);
    // here and not in the readers, so that none of them can leave it out
    return { ...read, warnings: [...unprintedAtImport(read.report), ...read.warnings] };
  } catch (error) {
    // the readers know the content alone; the user knows the file by its name
    if (!(error instanceof AppError)) throw isTooDeep(error) ? tooDeep(file, error) : error;
    throw new AppError(error.code, { name: file.name, ...error.details }, { cause: error });
  }
}

/**
 * The report that a file of this program's own holds. Knows no other kind of file, so that it is there at once.
 * @throws AppError report-damaged, not-a-report, report-newer-version, and what `readingOf` throws
 */
export const readOwnReport = (file: GivenFile): ImportedReport => readingOf(file, () => readStoredReport(file.bytes));
