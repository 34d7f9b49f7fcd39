import { create } from "zustand";
import { type Unfinished } from "../../core/check/unfinished.ts";
import { type Output } from "../../core/contract.ts";
import { type DrawnPage } from "../../core/layout/pages/drawn-page.ts";
import { call, CallError, messageOf } from "../desk.ts";
import { leaveDialog } from "../dialogs/leave-dialog.ts";
import { unfinishedNow, useExport } from "../export/export-session.ts";
import { saveFirst } from "../export/save-first.ts";
import { createPageFaces, type PageFaces } from "../pages/page-faces.ts";
import { useStore } from "../store.ts";
import { readPageRange } from "./page-range.ts";
import { printSheets, removeSheets } from "./print-sheets.ts";
import { makeSheets } from "./sheets.ts";

/** So many pages a browser takes at once without running out of breath; further ones are printed next. */
const MOST_PAGES = 1_000;

type PrintPhase =
  | { readonly kind: "choosing" }
  /** The open report is plainly unfinished. */
  | { readonly kind: "unfinished"; readonly found: readonly Unfinished[] }
  | { readonly kind: "running"; readonly step: string; readonly done: number; readonly total: number }
  | { readonly kind: "failed"; readonly message: string };

/** One print, from choosing to the system's own dialog. */
type PrintSession = {
  readonly ids: ReadonlySet<string>;
  /** Page numbers as they were typed; "" = all. Of one report alone. */
  readonly range: string;
  /** 套印红头纸: the red parts are left out. Kept until the program ends. */
  readonly leavesOutRed: boolean;
  /** What is wrong with the page numbers. */
  readonly complaint: string | null;
  readonly phase: PrintPhase;
};

export const usePrint = create<PrintSession>()(() => ({
  ids: new Set(),
  range: "",
  leavesOutRed: false,
  complaint: null,
  phase: { kind: "choosing" },
}));

const setPhase = (phase: PrintPhase): void => usePrint.setState({ phase });

let control = new AbortController();

/** Begins with the report at hand, or with none. What the print before has left is given back. */
export function beginPrint(): void {
  removeSheets();
  const { opened, route } = useStore.getState();
  const ids = new Set(route.kind === "editor" && opened ? [opened.report.id] : []);
  usePrint.setState({ ids, range: "", complaint: null, phase: { kind: "choosing" } });
}

/** Leaves the dialog, and gives up what is being made. */
export function leavePrint(): void {
  if (usePrint.getState().phase.kind === "running") {
    control.abort();
    void call("pages.cancel", {}).catch(() => undefined);
  }
  leaveDialog();
}

/** How many pages a report has, to say beside the field for them; null: not known. */
export async function countPages(id: string): Promise<number | null> {
  if (useStore.getState().opened?.report.id === id && (await saveFirst("打印")) !== null) return null;
  return call("layout.pages", { id }).then(
    ({ starts }) => starts.length,
    () => null,
  );
}

/** Prints what is chosen, or first asks: when the open report is plainly unfinished. */
export async function runPrint(isAsked = false): Promise<void> {
  const { ids } = usePrint.getState();
  const { opened } = useStore.getState();
  const found = !isAsked && opened && ids.has(opened.report.id) ? unfinishedNow() : [];
  if (found.length > 0) {
    setPhase({ kind: "unfinished", found });
    return;
  }
  control = new AbortController();
  const { signal } = control;
  const faces = createPageFaces();
  try {
    const isPrinted = await printChosen(faces, signal);
    if (!isPrinted) faces.dispose();
  } catch (error) {
    faces.dispose();
    if (signal.aborted || (error instanceof CallError && error.code === "cancelled")) setPhase({ kind: "choosing" });
    else setPhase({ kind: "failed", message: messageOf(error) });
  }
}

/** @returns false where nothing was printed; what is to be said then stands in the dialog */
async function printChosen(faces: PageFaces, signal: AbortSignal): Promise<boolean> {
  setPhase({ kind: "running", step: "正在保存", done: 0, total: 0 });
  const unsaved = await saveFirst("打印");
  if (unsaved !== null) return fail(unsaved);
  const drawn = await drawReports([...usePrint.getState().ids], signal);
  if (drawn === null) return false;
  const pages = drawn.length === 1 ? inRange(drawn[0]?.pages ?? []) : drawn.flatMap((report) => report.pages);
  if (pages === null) return false;
  if (pages.length > MOST_PAGES) {
    return fail(`要打印的有 ${pages.length} 页，一次最多 ${MOST_PAGES} 页。请用页码范围分几次打印。`);
  }
  const tell = (done: number): void => setPhase({ kind: "running", step: "正在准备页面", done, total: pages.length });
  tell(0);
  await faces.load(pages);
  const { leavesOutRed } = usePrint.getState();
  const sheets = await makeSheets(pages, { familyOf: faces.familyOf, leavesOutRed }, signal, tell);
  if (sheets.kind === "picture-lost") return fail("有一张图片读不出来，没有打印。请在报告里找到它，删去后重新插入。");
  if (sheets.kind === "given-up") return false;
  const { remove } = sheets;
  setPhase({ kind: "choosing" });
  leaveDialog();
  await printSheets(() => {
    remove();
    faces.dispose();
  });
  return true;
}

function fail(message: string): false {
  setPhase({ kind: "failed", message });
  return false;
}

/** One report after the other. Null: given up. */
async function drawReports(
  ids: readonly string[],
  signal: AbortSignal,
): Promise<readonly Output<"pages.draw">[] | null> {
  const { stamp } = useExport.getState();
  const drawn: Output<"pages.draw">[] = [];
  for (const [done, id] of ids.entries()) {
    setPhase({ kind: "running", step: "正在排版", done, total: ids.length });
    const report = await call("pages.draw", { id, stamp });
    if (signal.aborted) return null;
    drawn.push(report);
  }
  return drawn;
}

/** The pages that were asked for; null: the numbers are wrong, which is said at their field. */
function inRange(pages: readonly DrawnPage[]): readonly DrawnPage[] | null {
  const { range } = usePrint.getState();
  if (range.trim() === "") return pages;
  const read = readPageRange(range, pages.length);
  if (read.kind === "pages") return read.pages.flatMap((page) => pages[page - 1] ?? []);
  usePrint.setState({ complaint: read.message, phase: { kind: "choosing" } });
  return null;
}
