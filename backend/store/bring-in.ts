import { randomUUID } from "node:crypto";
import { extname } from "node:path";
import type { Warning } from "../../core/contract.ts";
import { reportFromImport } from "../../core/document/create.ts";
import { readReport } from "../../core/document/migrate.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { importText } from "../../core/import/text.ts";
import { AppError } from "../../core/result.ts";
import { decodeText } from "../decode-text.ts";

type BroughtIn = { readonly report: ReportDocument; readonly warnings: readonly Warning[] };

/** Beginnings of Word and WPS files: a ZIP archive, an OLE container. */
const officeFileStarts = [Buffer.from("PK\u0003\u0004", "latin1"), Buffer.from("d0cf11e0", "hex")] as const;

/** Text that is JSON is taken for a report, whatever its name. */
function isJson(name: string, bytes: Uint8Array): boolean {
  const start = new TextDecoder("utf-8").decode(bytes.subarray(0, 64)).trimStart();
  return extname(name).toLowerCase() === ".json" || start.startsWith("{");
}

function readReportFile(bytes: Uint8Array, name: string): ReportDocument {
  try {
    return readReport(JSON.parse(new TextDecoder("utf-8").decode(bytes)));
  } catch (error) {
    if (error instanceof AppError) throw new AppError(error.code, { ...error.details, name }, { cause: error });
    throw new AppError("report-damaged", { name }, { cause: error });
  }
}

/**
 * A report from a file of the user's: a report file that travelled, or a text.
 * @param year null: the year that the text names
 * @throws AppError file-kind-unsupported, not-a-report, report-damaged, report-newer-version; see also `decodeText`
 */
export function bringIn(
  { fileName, bytes, year }: { readonly fileName: string; readonly bytes: Uint8Array; readonly year: number | null },
  now: Date,
): BroughtIn {
  if (bytes.length === 0) throw new AppError("file-empty", { name: fileName });
  if (officeFileStarts.some((start) => start.equals(bytes.subarray(0, start.length)))) {
    throw new AppError("file-kind-unsupported", { name: fileName });
  }
  if (isJson(fileName, bytes)) return { report: readReportFile(bytes, fileName), warnings: [] };
  const imported = importText(decodeText(bytes, fileName));
  return { report: reportFromImport({ imported, year, id: randomUUID(), now }), warnings: imported.warnings };
}
