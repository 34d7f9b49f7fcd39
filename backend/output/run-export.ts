import { stat } from "node:fs/promises";
import { join } from "node:path";
import { unfinishedOf } from "../../core/check/find-unfinished.ts";
import { unfinishedWarnings } from "../../core/check/unfinished-warnings.ts";
import { exportFormats, type Caller, type ExportFormat, type ExportResult, type Warning } from "../../core/contract.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { summariseReport } from "../../core/document/summarise.ts";
import { missingCharacterWarnings } from "../../core/export/missing-characters.ts";
import { unprintedAtExport } from "../../core/export/unprinted-elements.ts";
import { AppError } from "../../core/result.ts";
import type { Emit } from "../emit.ts";
import type { PdfPrinter } from "../pdf/printer.ts";
import { fileNameOf } from "./file-name.ts";
import { inspectMade } from "./inspect-made.ts";
import type { Rendered, RenderSource } from "./render.ts";
import { writeOutput } from "./write-output.ts";
import { throwIfCancelled } from "../throw-if-cancelled.ts";

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** What the files lack, and what is left to do in the report, does not keep it from being exported; it is said. */
export const exportWarnings = (report: ReportDocument): readonly Warning[] => [
  ...unprintedAtExport(report),
  ...unfinishedWarnings(unfinishedOf(report)),
];

export type TargetFile = { readonly format: ExportFormat; readonly name: string; readonly path: string };

/** The files that an export of these formats makes, in the order of the contract, each format once. */
export function targetFiles(folder: string, title: string, formats: readonly ExportFormat[]): readonly TargetFile[] {
  return exportFormats
    .filter((format) => formats.includes(format))
    .map((format) => ({ format, name: fileNameOf(title, format, { folder }) }))
    .map(({ format, name }) => ({ format, name, path: join(folder, name) }));
}

export type ExportRun = {
  readonly source: RenderSource;
  readonly folder: string;
  readonly formats: readonly ExportFormat[];
  readonly overwrite: boolean;
  readonly caller: Caller;
  readonly signal: AbortSignal;
  readonly emit: Emit;
  readonly renderOne: (format: ExportFormat) => Promise<Rendered>;
  readonly printer: Pick<PdfPrinter, "inspect">;
};

async function refuseTaken(files: readonly TargetFile[]): Promise<void> {
  for (const { name, path } of files) if (await exists(path)) throw new AppError("file-exists", { name });
}

/**
 * Makes all files, then writes them: a failure of the layout or a cancel leaves no file behind, and a failure of the
 * disk tells which files are there already.
 * @throws AppError file-exists, cancelled, what the formats throw, and what `writeOutput` throws
 */
export async function runExport(run: ExportRun): Promise<Omit<ExportResult, "folderToken" | "folderLabel">> {
  const { source, overwrite, signal, emit, caller } = run;
  const { title } = summariseReport(source.report);
  const warnings = exportWarnings(source.report);
  const files = targetFiles(run.folder, title, run.formats);
  const tell = (format: ExportFormat, step: "layout" | "inspect" | "write" | "done", finished: number): void => {
    const { id } = source.report;
    emit("export.progress", { id, format, step, finished, total: files.length }, caller.windowId);
  };
  if (!overwrite) await refuseTaken(files);

  const rendered: (TargetFile & Rendered)[] = [];
  for (const [finished, file] of files.entries()) {
    throwIfCancelled(signal);
    tell(file.format, "layout", finished);
    rendered.push({ ...file, ...(await run.renderOne(file.format)) });
  }
  const [first] = files;
  if (first !== undefined) tell(first.format, "inspect", 0);
  const { inspection, warnings: ofInspection } = await inspectMade(rendered, source, run.printer, signal);
  throwIfCancelled(signal);

  const written: ExportResult["files"][number][] = [];
  for (const { format, name, path, bytes } of rendered) {
    tell(format, "write", written.length);
    await writeOutput(path, bytes, { overwrite, written: written.map((file) => file.name) });
    written.push({ format, name, bytes: bytes.length });
    tell(format, "done", written.length);
  }
  const pdf = rendered.find(({ pages }) => pages !== null);
  return {
    files: written,
    pages: pdf?.pages ?? null,
    fonts: pdf?.fonts ?? [],
    stamped: source.stamped,
    inspection,
    warnings: [...warnings, ...missingCharacterWarnings(pdf?.missing ?? []), ...ofInspection],
  };
}
