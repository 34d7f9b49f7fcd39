import { type ReportSummary } from "../../core/contract.ts";
import { call } from "../desk.ts";
import { useStore } from "../store.ts";
import { announce, announceFailure } from "../ui/toast.tsx";
import { untitled } from "./wording.ts";

/** Reads the list of reports anew. */
export async function refreshLibrary(): Promise<void> {
  useStore.setState({ library: await call("library.list", {}) });
}

/** Reads the list of templates anew. */
export async function refreshTemplates(): Promise<void> {
  useStore.setState({ templates: await call("template.list", {}) });
}

/** Does one thing with the library, shows the new list, and says so when it was refused. */
async function change(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    await refreshLibrary();
    return true;
  } catch (error) {
    announceFailure(error);
    return false;
  }
}

export async function duplicateReport(report: ReportSummary): Promise<void> {
  if (await change(() => call("library.duplicate", { id: report.id }))) {
    announce({ message: `已复制“${report.title || untitled}”。标题相同的，列表里标着第几份。` });
  }
}

export async function renameReport(report: ReportSummary, title: string): Promise<void> {
  await change(() => call("library.rename", { id: report.id, title }));
}

/** Moves to the recycle bin; not asked for, because it can be taken back. */
export async function trashReport(report: ReportSummary): Promise<void> {
  if (!(await change(() => call("library.trash", { id: report.id })))) return;
  announce({
    message: `“${report.title || untitled}”已移到回收站。`,
    action: { label: "撤销", run: () => void change(() => call("library.restore", { id: report.id })) },
  });
}

/** Moves reports to the recycle bin that were brought in and are not wanted after all. */
export async function trashReports(reports: readonly ReportSummary[]): Promise<void> {
  for (const report of reports) await trashReport(report);
}

export async function restoreReport(report: ReportSummary): Promise<void> {
  if (await change(() => call("library.restore", { id: report.id }))) {
    announce({ message: `“${report.title || untitled}”已放回报告库。` });
  }
}

/** Deletes for good. The caller has asked. */
export async function purgeReports(ids: readonly string[]): Promise<void> {
  await change(() => call("library.purge", { ids: [...ids] }));
}
