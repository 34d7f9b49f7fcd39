import { create } from "zustand";
import { findUnfinished } from "../../core/check/find-unfinished.ts";
import { type Unfinished } from "../../core/check/unfinished.ts";
import {
  type EventPayload,
  type ExportFormat,
  type ExportPlan,
  type ExportResult,
  type Input,
} from "../../core/contract.ts";
import { countsText } from "../../core/inspect/wording.ts";
import { type Place } from "../../core/document/place.ts";
import { call, CallError, messageOf, on } from "../desk.ts";
import { leaveDialog } from "../dialogs/leave-dialog.ts";
import { type MetaKey } from "../meta/meta-fields.ts";
import { goToElement } from "../review/go-to-element.ts";
import { openDialog, useStore } from "../store.ts";
import { announce, announceFailure } from "../ui/toast.tsx";
import { saveFirst } from "./save-first.ts";

/**
 * One export from choosing to done. It lives outside the dialog, so that the dialog can be closed and writing go on
 * while the files are made.
 */
export type ExportSession = {
  readonly reportId: string | null;
  readonly formats: readonly ExportFormat[];
  readonly plan: ExportPlan | null;
  /** Mark files and preview with 待核稿 as long as items are 待核. Kept until the program ends. */
  readonly stamp: boolean;
  readonly phase:
    | { readonly kind: "planning" }
    | { readonly kind: "choosing" }
    /** Something in the report is plainly unfinished. */
    | { readonly kind: "unfinished"; readonly found: readonly Unfinished[] }
    /** Files of these names are there already. */
    | { readonly kind: "asking" }
    | { readonly kind: "running"; readonly progress: EventPayload<"export.progress"> | null }
    | { readonly kind: "done"; readonly result: ExportResult }
    | { readonly kind: "failed"; readonly message: string };
};

export const useExport = create<ExportSession>()(() => ({
  reportId: null,
  formats: ["docx", "pdf"],
  plan: null,
  stamp: true,
  phase: { kind: "planning" },
}));

const setPhase = (phase: ExportSession["phase"]): void => useExport.setState({ phase });

/** Begins an export of the open report, unless one of it is under way. What is not saved is saved first. */
export async function beginExport(): Promise<void> {
  const { opened } = useStore.getState();
  if (!opened || useExport.getState().phase.kind === "running") return;
  useExport.setState({ reportId: opened.report.id, plan: null, phase: { kind: "planning" } });
  const unsaved = await saveFirst();
  if (unsaved === null) await plan(null);
  else setPhase({ kind: "failed", message: unsaved });
}

/** The latest choice, until the backend has said which files it makes and which are there already. */
let planning: Promise<void> = Promise.resolve();

/** Chooses what is exported, or where to. */
export function plan(folderToken: string | null, formats = useExport.getState().formats): Promise<void> {
  planning = planFiles(folderToken, formats);
  return planning;
}

async function planFiles(folderToken: string | null, formats: readonly ExportFormat[]): Promise<void> {
  const { reportId } = useExport.getState();
  useExport.setState({ formats });
  if (reportId === null) return;
  if (formats.length === 0) {
    setPhase({ kind: "choosing" });
    return;
  }
  try {
    const made = await call("export.plan", { id: reportId, folderToken, formats: [...formats] });
    // A later choice has overtaken this one.
    if (useExport.getState().formats !== formats) return;
    useExport.setState({ plan: made, phase: { kind: "choosing" } });
  } catch (error) {
    setPhase({ kind: "failed", message: messageOf(error) });
  }
}

export async function chooseFolder(): Promise<void> {
  try {
    const chosen = await call("export.chooseFolder", {});
    if (chosen) await plan(chosen.folderToken);
  } catch (error) {
    announceFailure(error);
  }
}

/** What the writer has been asked and agreed to, in this one export. */
type Agreed = { readonly unfinished?: boolean; readonly overwrite?: boolean };

/**
 * Makes the files, or first asks: when the report is plainly unfinished, and when files of these names are there. A choice
 * that was made a moment ago counts: what it makes is waited for.
 */
export async function runExport({ unfinished = false, overwrite = false }: Agreed = {}): Promise<void> {
  await planning;
  const { reportId, plan: planned, formats, stamp, phase } = useExport.getState();
  if (reportId === null || !planned || formats.length === 0) return;
  if (phase.kind === "running" || phase.kind === "failed") return;
  const found = unfinished ? [] : unfinishedNow();
  if (found.length > 0) {
    setPhase({ kind: "unfinished", found });
    return;
  }
  if (!overwrite && planned.files.some((file) => file.exists)) {
    setPhase({ kind: "asking" });
    return;
  }
  setPhase({ kind: "running", progress: null });
  const stop = on("export.progress", (progress) => {
    if (progress.id === reportId) setPhase({ kind: "running", progress });
  });
  try {
    const input: Input<"export.run"> = {
      id: reportId,
      folderToken: planned.folderToken,
      formats: [...formats],
      overwrite,
      stamp,
    };
    finish(await call("export.run", input));
  } catch (error) {
    await fail(error, planned);
  } finally {
    stop();
  }
}

/** What is plainly unfinished in the open report as it stands in the window. */
export function unfinishedNow(): readonly Unfinished[] {
  const { editor, fields, opened } = useStore.getState();
  if (!editor || !fields || !opened) return [];
  return findUnfinished({
    blocks: editor.getBlocks(),
    year: fields.year,
    guides: opened.report.guides,
    entries: editor.review.getSnapshot().entries,
  });
}

/** A place in the text, or one of 公文要素 that has a field. */
export type LeadingTarget =
  { readonly kind: "text"; readonly place: Place } | { readonly kind: "element"; readonly element: MetaKey };

/** Leaves the export for a place in the text, or for the form of 公文要素. */
export function goToTarget(target: LeadingTarget): void {
  leaveDialog();
  if (target.kind === "element") goToElement(target.element);
  else useStore.getState().editor?.goToPlace(target.place);
}

function finish(result: ExportResult): void {
  setPhase({ kind: "done", result });
  if (useStore.getState().dialog === "export") return;
  const { inspection } = result;
  const inspected = inspection === null ? "" : `${countsText(inspection)}。`;
  announce({
    message: `已导出 ${result.files.length} 个文件到 ${result.folderLabel}。${inspected}`,
    action:
      inspection === null || inspection.attention === 0
        ? { label: "打开所在文件夹", run: () => void reveal(result.folderToken) }
        : { label: "查看体检单", run: () => openDialog("inspection") },
  });
}

async function fail(error: unknown, planned: ExportPlan): Promise<void> {
  if (error instanceof CallError && error.code === "cancelled") {
    setPhase({ kind: "choosing" });
    return;
  }
  // Between plan and run someone else has put files there.
  if (error instanceof CallError && error.code === "file-exists") {
    await plan(planned.folderToken);
    setPhase({ kind: "asking" });
    return;
  }
  setPhase({ kind: "failed", message: messageOf(error) });
  if (useStore.getState().dialog !== "export") announceFailure(error);
}

export async function cancelExport(): Promise<void> {
  const { reportId } = useExport.getState();
  if (reportId === null) return;
  try {
    await call("export.cancel", { id: reportId });
  } catch (error) {
    announceFailure(error);
  }
}

export async function reveal(folderToken: string): Promise<void> {
  try {
    await call("export.reveal", { folderToken });
  } catch (error) {
    announceFailure(error);
  }
}
