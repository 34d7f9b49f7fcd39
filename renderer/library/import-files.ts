import { type Warning } from "../../core/contract.ts";
import { besideDoctor } from "../../core/repair/told-by-doctor.ts";
import { CallError, call, messageOf } from "../desk.ts";
import { planRepairs } from "../repair/plan-repairs.ts";
import { repairable } from "../repair/repairable.ts";
import { addNotices, isWritable, noticeOfWarnings, openDialog, useStore } from "../store.ts";
import { checkFile } from "./check-file.ts";
import { type ImportOutcome } from "./import-outcome.ts";
import { refreshLibrary } from "./library-actions.ts";
import { switchReport } from "./open-report.ts";

type DoneImport = Extract<ImportOutcome["result"], { kind: "done" }>;

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
  await openImported(only.result);
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

/** Opens a report made of a file, with what its writer should know about it, and what can be repaired in it. */
export async function openImported({ report, warnings, repairs }: DoneImport): Promise<void> {
  if (!(await switchReport(report.id))) return;
  tellOfImport(besideDoctor(warnings, repairs));
  const { opened } = useStore.getState();
  if (repairs > 0 && opened?.report.id === report.id && isWritable(useStore.getState())) doctorWhenReady(report.id);
}

/** What a missing title is told by goes once the title is written; the rest stays until its reader has seen it. */
function tellOfImport(warnings: readonly Warning[]): void {
  const isOfMissingTitle = ({ code }: Warning): boolean => code === "title-missing";
  const title = noticeOfWarnings("import-title", warnings.filter(isOfMissingTitle));
  const others = noticeOfWarnings(
    "import",
    warnings.filter((warning) => !isOfMissingTitle(warning)),
  );
  addNotices([...(title ? [{ ...title, isOfMissingTitle: true }] : []), ...(others ? [others] : [])]);
}

/** The doctor looks at the living text: it comes once the text is on the page. */
function doctorWhenReady(id: string): void {
  const isReady = (): boolean => useStore.getState().editor !== null;
  if (isReady()) {
    openDialog("doctor");
    return;
  }
  const stop = useStore.subscribe(({ opened, editor }) => {
    if (opened?.report.id === id && editor === null) return;
    stop();
    if (opened?.report.id === id) openDialog("doctor");
  });
}

/** Makes a report of one file, or says why not. */
export async function importFile(file: File): Promise<ImportOutcome["result"]> {
  const refusal = checkFile(file);
  if (refusal !== null) return { kind: "refused", message: refusal };
  try {
    const bytes = await readBytes(file);
    const { report, warnings } = await call("library.importFile", { fileName: file.name, bytes, year: null });
    return { kind: "done", report, warnings, repairs: await countRepairs(report.id) };
  } catch (error) {
    return { kind: "refused", message: messageOf(error) };
  }
}

/** How much the doctor would repair in a report. The file is in the library by now: without an answer it counts as 0. */
async function countRepairs(id: string): Promise<number> {
  try {
    return (await planRepairs(repairable((await call("report.read", { id })).report))).repairs.length;
  } catch (error) {
    console.error(error);
    return 0;
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
