import { stat } from "node:fs/promises";
import { join } from "node:path";
import {
  exportFormats,
  type Caller,
  type ExportFormat,
  type ExportResult,
  type Handlers,
  type ParsedInput,
  type Warning,
} from "../../core/contract.ts";
import { summariseReport } from "../../core/document/summarise.ts";
import { AppError } from "../../core/result.ts";
import type { Emit } from "../emit.ts";
import type { PdfPrinter } from "../pdf.ts";
import type { Store } from "../store/store.ts";
import { fileNameOf } from "./file-name.ts";
import type { FolderMemory } from "./folder-memory.ts";
import { createFolderTokens, type Folders } from "./folders.ts";
import { createPreviews } from "./previews.ts";
import { loadSource, previewKey } from "./load-source.ts";
import { render, renderPdf, type Rendered, type RenderSource } from "./render.ts";
import { writeOutput } from "./write-output.ts";

export type OutputServiceOptions = {
  readonly store: Pick<Store, "reports" | "images" | "settings">;
  readonly printer: PdfPrinter;
  readonly folders: Folders;
  readonly memory: FolderMemory;
  readonly emit: Emit;
};

/** What becomes of reports outside the library: pages to look at and files to hand on. */
export type OutputService = {
  readonly preview: Handlers["preview.render"];
  readonly chooseFolder: Handlers["export.chooseFolder"];
  readonly plan: Handlers["export.plan"];
  readonly run: Handlers["export.run"];
  readonly cancel: Handlers["export.cancel"];
  readonly reveal: Handlers["export.reveal"];
};

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** 【】 marks in an exported file are allowed; that they are there is said. */
function warningsOf(blanks: number): readonly Warning[] {
  if (blanks === 0) return [];
  return [{ code: "blanks-left", message: `还有 ${blanks} 处空白没有填写，导出的文件中以【】标出。` }];
}

/** In the order of the contract, each once. */
const inOrder = (formats: readonly ExportFormat[]): readonly ExportFormat[] =>
  exportFormats.filter((format) => formats.includes(format));

export function createOutputService(options: OutputServiceOptions): OutputService {
  const { store, printer, folders, memory, emit } = options;
  const tokens = createFolderTokens();
  const previews = createPreviews();
  const running = new Map<string, AbortController>();

  const usualFolder = async (): Promise<string> => {
    const last = await memory.read();
    return last !== null && (await exists(last)) ? last : folders.defaultFolder();
  };
  const placed = (folder: string) => ({ folderToken: tokens.issue(folder), folderLabel: folder });

  const renderOne = (format: ExportFormat, source: RenderSource, signal: AbortSignal): Promise<Rendered> => {
    const made = format === "pdf" ? previews.finished(source.report.id, previewKey(source)) : null;
    return made === null ? render(format, source, printer, signal) : Promise.resolve(made);
  };

  /** Everything is laid out before anything is written: a failure or a cancel leaves no file behind. */
  const renderAll = async (
    source: RenderSource,
    input: ParsedInput<"export.run">,
    caller: Caller,
    signal: AbortSignal,
  ) => {
    const formats = inOrder(input.formats);
    const rendered: (Rendered & { readonly format: ExportFormat })[] = [];
    for (const [finished, format] of formats.entries()) {
      emit(
        "export.progress",
        { id: input.id, format, step: "layout", finished, total: formats.length },
        caller.windowId,
      );
      rendered.push({ ...(await renderOne(format, source, signal)), format });
      if (signal.aborted) throw new AppError("cancelled");
    }
    return rendered;
  };

  const run = async (input: ParsedInput<"export.run">, caller: Caller, signal: AbortSignal): Promise<ExportResult> => {
    const folder = tokens.folderOf(input.folderToken);
    const source = await loadSource(store, input.id);
    const { title, blanks } = summariseReport(source.report);
    const pathOf = (format: ExportFormat): string => join(folder, fileNameOf(title, format));
    const taken = await Promise.all(
      inOrder(input.formats).map(async (format) => ((await exists(pathOf(format))) ? fileNameOf(title, format) : [])),
    );
    const [firstTaken] = taken.flat();
    if (firstTaken !== undefined && !input.overwrite) throw new AppError("file-exists", { name: firstTaken });

    const rendered = await renderAll(source, input, caller, signal);
    const total = rendered.length;
    const files: ExportResult["files"][number][] = [];
    for (const { format, bytes } of rendered) {
      const progress = { id: input.id, format, total };
      emit("export.progress", { ...progress, step: "write", finished: files.length }, caller.windowId);
      const written = files.map(({ name }) => name);
      await writeOutput(pathOf(format), bytes, { overwrite: input.overwrite, written });
      files.push({ format, name: fileNameOf(title, format), bytes: bytes.length });
      emit("export.progress", { ...progress, step: "done", finished: files.length }, caller.windowId);
    }
    await memory.write(folder);
    const pdf = rendered.find(({ format }) => format === "pdf");
    return {
      ...placed(folder),
      files,
      pages: pdf?.pages ?? null,
      fonts: pdf?.fonts ?? [],
      warnings: warningsOf(blanks),
    };
  };

  return {
    preview: async ({ id }) => {
      const source = await loadSource(store, id);
      const printed = await previews.print(id, previewKey(source), (signal) => renderPdf(source, printer, signal));
      const { bytes, pages, fonts } = printed;
      const pdfBase64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
      return { revision: source.report.revision, pages, pdfBase64, fonts: [...fonts] };
    },
    chooseFolder: async () => {
      const folder = await folders.choose();
      return folder === null ? null : placed(folder);
    },
    plan: async ({ id, folderToken, formats }) => {
      const folder = folderToken === null ? await usualFolder() : tokens.folderOf(folderToken);
      const { title, blanks } = summariseReport(await store.reports.read(id));
      const files = inOrder(formats).map(async (format) => {
        const name = fileNameOf(title, format);
        return { format, name, exists: await exists(join(folder, name)) };
      });
      return { ...placed(folder), files: await Promise.all(files), warnings: warningsOf(blanks) };
    },
    run: async (input, caller) => {
      running.get(input.id)?.abort();
      const control = new AbortController();
      running.set(input.id, control);
      try {
        return await run(input, caller, control.signal);
      } finally {
        if (running.get(input.id) === control) running.delete(input.id);
      }
    },
    cancel: ({ id }) => {
      running.get(id)?.abort();
      return Promise.resolve({});
    },
    reveal: async ({ folderToken }) => {
      const folder = tokens.folderOf(folderToken);
      if (!(await exists(folder))) throw new AppError("folder-not-found", { folder });
      await folders.reveal(folder);
      return {};
    },
  };
}
