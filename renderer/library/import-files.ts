import { type ReportSummary, type Warning } from "../../core/contract.ts";
import { CallError, call, messageOf } from "../desk.ts";
import { addNotices, noticeOfWarnings, useStore } from "../store.ts";
import { checkFile } from "./check-file.ts";
import { refreshLibrary } from "./library-actions.ts";
import { openReport } from "./open-report.ts";

/** How it goes with one file. */
export type ImportOutcome = {
  readonly fileName: string;
  readonly result:
    | { readonly kind: "waiting" }
    | { readonly kind: "done"; readonly report: ReportSummary; readonly warnings: readonly Warning[] }
    | { readonly kind: "refused"; readonly message: string };
};

/**
 * Makes a report of each file, one after the other. A single file that works is opened at once, its warnings above
 * the page; otherwise the list of outcomes stays on the screen.
 */
export async function importFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0 || useStore.getState().imports.some((one) => one.result.kind === "waiting")) return;
  useStore.setState({
    imports: files.map((file) => ({ fileName: file.name, result: { kind: "waiting" } })),
  });
  for (const [index, file] of files.entries()) {
    if (useStore.getState().imports[index]?.result.kind !== "waiting") continue;
    const result = await importFile(file);
    useStore.setState((state) => ({
      imports: state.imports.map((one, at) => (at === index ? { ...one, result } : one)),
    }));
  }
  await refreshLibrary();
  const [only, ...others] = useStore.getState().imports;
  if (only?.result.kind !== "done" || others.length > 0 || useStore.getState().route.kind === "editor") return;
  useStore.setState({ imports: [] });
  await openImported(only.result.report.id, only.result.warnings);
}

const givenUp: ImportOutcome["result"] = { kind: "refused", message: "已取消，没有读取。" };

/** Gives up the file that is being read and those behind it. What was read before stays. */
export async function cancelImports(): Promise<void> {
  const current = useStore.getState().imports.findIndex((one) => one.result.kind === "waiting");
  useStore.setState((state) => ({
    imports: state.imports.map((one, at) => (at > current ? { ...one, result: givenUp } : one)),
  }));
  await call("library.cancelImport", {});
}

/** Opens a report made of a file, with what its writer should know about it. */
export async function openImported(id: string, warnings: readonly Warning[]): Promise<void> {
  await openReport(id);
  const notice = noticeOfWarnings("import", warnings);
  if (notice) addNotices([notice]);
}

async function importFile(file: File): Promise<ImportOutcome["result"]> {
  const refusal = checkFile(file);
  if (refusal !== null) return { kind: "refused", message: refusal };
  try {
    const bytes = await readBytes(file);
    const { report, warnings } = await call("library.importFile", { fileName: file.name, bytes, year: null });
    return { kind: "done", report, warnings };
  } catch (error) {
    return { kind: "refused", message: messageOf(error) };
  }
}

/** The bytes of a file, read by the browser itself. */
async function readBytes(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new CallError(
      "file-unreadable",
      "读不出这个文件，它可能刚被移走，或正被别的程序占用。请关闭占用它的程序后再试一次。",
    );
  }
}
