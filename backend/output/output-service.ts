import type { ExportFormat, Handlers, Output, ParsedInput } from "../../core/contract.ts";
import { countPending } from "../../core/document/review-entries.ts";
import { summariseReport } from "../../core/document/summarise.ts";
import { AppError } from "../../core/result.ts";
import type { Emit } from "../emit.ts";
import type { PdfPrinter } from "../pdf/printer.ts";
import type { Store } from "../store/store.ts";
import type { FolderMemory } from "./folder-memory.ts";
import { checkSheet } from "./check-sheet.ts";
import { comparisonPaper } from "./comparison.ts";
import { createHouseFiles } from "./house-files.ts";
import { createFolderTokens, type Folders } from "./folders.ts";
import type { ReportWork } from "../work/report-work.ts";
import { layoutProgram, loadSource } from "./load-source.ts";
import { createInspections } from "./inspections.ts";
import { createDrawnReports, type DrawnReports } from "./drawn-reports.ts";
import { render, type Rendered } from "./render.ts";
import { exists, exportWarnings, runExport, targetFiles } from "./run-export.ts";
import { createWorkingPapers } from "./working-papers.ts";

export type OutputServiceOptions = {
  readonly store: Pick<Store, "reports" | "images" | "settings" | "houseStyle" | "directory" | "words">;
  readonly printer: PdfPrinter;
  readonly folders: Folders;
  readonly memory: FolderMemory;
  readonly emit: Emit;
  readonly work: Pick<ReportWork, "compare" | "makeCheckSheet">;
};

/** What becomes of reports outside the library: pages to look at and files to hand on. */
export type OutputService = {
  readonly pages: Handlers["layout.pages"];
  readonly drawPages: DrawnReports["draw"];
  readonly pagesFace: DrawnReports["face"];
  readonly chooseFolder: Handlers["export.chooseFolder"];
  readonly plan: Handlers["export.plan"];
  readonly run: Handlers["export.run"];
  readonly cancel: Handlers["export.cancel"];
  readonly reveal: Handlers["export.reveal"];
  readonly exportInspection: Handlers["inspection.export"];
  readonly planComparison: Handlers["comparison.plan"];
  readonly exportComparison: (
    input: ParsedInput<"comparison.export">,
    signal: AbortSignal,
  ) => Promise<Output<"comparison.export">>;
  readonly planCheckSheet: Handlers["checkSheet.plan"];
  readonly planHouseList: Handlers["houseList.plan"];
  readonly exportHouseList: Handlers["houseList.export"];
  readonly exportCheckSheet: (
    input: ParsedInput<"checkSheet.export">,
    signal: AbortSignal,
  ) => Promise<Output<"checkSheet.export">>;
};

export function createOutputService(options: OutputServiceOptions): OutputService {
  const { store, printer, folders, memory, emit, work } = options;
  const tokens = createFolderTokens();
  const drawn = createDrawnReports({ store, printer });
  const inspections = createInspections();
  const running = new Map<string, AbortController>();
  const placed = (folder: string) => ({ folderToken: tokens.issue(folder), folderLabel: folder });

  /** Where the last export went, if that is still there. */
  const usualFolder = async (): Promise<string> => {
    const last = await memory.read();
    return last !== null && (await exists(last)) ? last : folders.defaultFolder();
  };
  const folderOf = async (token: string | null): Promise<string> =>
    token === null ? usualFolder() : tokens.folderOf(token);
  const papers = createWorkingPapers({ houseStyle: store.houseStyle, folderOf, placed, memory });
  const houseLists = createHouseFiles({ store, folderOf, placed, memory });
  const sources = { store, work };

  return {
    pages: async ({ id }) => {
      const [report, style] = await Promise.all([store.reports.read(id), store.houseStyle.read()]);
      const { starts } = await printer.layOut({ report, style, stamped: false, program: layoutProgram });
      return { starts };
    },
    drawPages: drawn.draw,
    pagesFace: drawn.face,
    chooseFolder: async () => {
      const folder = await folders.choose();
      return folder === null ? null : placed(folder);
    },
    plan: async ({ id, folderToken, formats }) => {
      const folder = await folderOf(folderToken);
      const report = await store.reports.read(id);
      const pending = countPending(report);
      const { title } = summariseReport(report);
      const files = targetFiles(folder, title, formats).map(async ({ format, name, path }) => ({
        format,
        name,
        exists: await exists(path),
      }));
      return {
        ...placed(folder),
        files: await Promise.all(files),
        pending,
        warnings: exportWarnings(report),
      };
    },
    run: async ({ id, folderToken, formats, overwrite, stamp }, caller) => {
      const folder = tokens.folderOf(folderToken);
      // A second export of the same report takes the place of the first.
      running.get(id)?.abort();
      const control = new AbortController();
      running.set(id, control);
      const { signal } = control;
      try {
        const source = await loadSource(store, id, { stamp });
        const renderThis = (format: ExportFormat): Promise<Rendered> => render(format, source, printer, signal);
        const run = { source, folder, formats, overwrite, caller, signal, emit, renderOne: renderThis, printer };
        const done = await runExport(run);
        inspections.keep(source.report, done.inspection);
        await memory.write(folder);
        return { ...placed(folder), ...done };
      } finally {
        if (running.get(id) === control) running.delete(id);
      }
    },
    exportInspection: async ({ id, folderToken, overwrite }) => {
      const folder = tokens.folderOf(folderToken);
      const style = await store.houseStyle.read();
      const made = await inspections.write(id, { folder, overwrite, style });
      return { ...placed(folder), ...made };
    },
    planComparison: ({ folderToken, ...pair }) => papers.plan(folderToken, () => comparisonPaper(sources, pair)),
    exportComparison: ({ folderToken, overwrite, ...pair }, signal) =>
      papers.write({ folderToken, overwrite }, () => comparisonPaper(sources, pair, signal)),
    planCheckSheet: ({ id, folderToken }) => papers.plan(folderToken, () => checkSheet(sources, id)),
    exportCheckSheet: ({ id, folderToken, overwrite }, signal) =>
      papers.write({ folderToken, overwrite }, () => checkSheet(sources, id, signal)),
    planHouseList: (input) => houseLists.plan(input),
    exportHouseList: (input) => houseLists.write(input),
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
