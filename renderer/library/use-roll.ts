import { useEffect, useState } from "react";
import { type ReportSummary, type Warning } from "../../core/contract.ts";
import { type RepairableReport } from "../../core/repair/apply-repairs.ts";
import { latestYearIn } from "../../core/rollover/year-in-title.ts";
import { call, messageOf } from "../desk.ts";
import { readYear } from "../meta/read-year.ts";
import { repairable } from "../repair/repairable.ts";
import { useRepairPlan } from "../repair/use-repair-plan.ts";
import { setPanels, useStore } from "../store.ts";
import { announce } from "../ui/toast.tsx";
import { takeGivenFiles } from "./given-files.ts";
import { importFile } from "./import-files.ts";
import { refreshLibrary, trashReports } from "./library-actions.ts";
import { switchReport } from "./open-report.ts";
import { type RollYears } from "./roll-confirm.tsx";

/** Last year's report, chosen; `fileName` when it was a file. */
type Source = {
  readonly report: ReportSummary;
  readonly fileName: string | null;
  readonly warnings: readonly Warning[];
  readonly content: RepairableReport;
};

/** What goes on: nothing, a file is read, a report is looked up, the draft is made. */
export type Work = "none" | "reading" | "looking" | "rolling";

/** The way from last year's report to this year's draft, step by step. */
export function useRoll(onClose: () => void) {
  const rollFrom = useStore((state) => state.rollFrom);
  const reports = useStore((state) => state.library?.reports ?? none);
  const [chosenId, setChosenId] = useState<string | null>(rollFrom);
  const [source, setSource] = useState<Source | null>(null);
  const [imported, setImported] = useState<readonly ReportSummary[]>([]);
  const [work, setWork] = useState<Work>(rollFrom === null ? "none" : "looking");
  const [failure, setFailure] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [years, setYears] = useState<RollYears>({ from: "", to: "", complaint: null });
  const repairs = useRepairPlan(source?.content ?? null);

  const attempt = async (kind: Work, task: () => Promise<void>): Promise<void> => {
    if (work !== "none") return;
    setWork(kind);
    setFailure(null);
    try {
      await task();
    } catch (error) {
      setFailure(messageOf(error));
    }
    setWork("none");
  };
  const take = async (report: ReportSummary, given: Pick<Source, "fileName" | "warnings">): Promise<void> => {
    const stored = (await call("report.read", { id: report.id })).report;
    setYears({ from: String(stored.year), to: String(stored.year + 1), complaint: null });
    setSource({ report, ...given, content: repairable(stored) });
  };
  const takeReport = (report: ReportSummary): Promise<void> =>
    attempt("looking", () => take(report, { fileName: null, warnings: [] }));
  const takeFile = (files: readonly File[]): Promise<void> =>
    attempt("reading", async () => {
      const [file, ...others] = files;
      if (!file) return;
      if (others.length > 0) {
        setFailure("一次只能用一份去年的报告，请只选一个文件。");
        return;
      }
      const result = await importFile(file);
      if (result.kind === "refused") setFailure(result.message);
      if (result.kind !== "done") return;
      setImported((before) => [...before, result.report]);
      setChosenId(result.report.id);
      await refreshLibrary();
      await take(result.report, { fileName: file.name, warnings: result.warnings });
    });
  useEffect(() => takeGivenFiles((files) => void takeFile(files)));
  useEffect(() => {
    if (rollFrom === null) return;
    // a report at hand is rolled as it stands on the page
    const start = async (): Promise<void> => {
      const { editor, opened } = useStore.getState();
      if (opened?.access === "write" && opened.report.id === rollFrom) await editor?.flush();
      await refreshLibrary();
      const report = useStore.getState().library?.reports.find(({ id }) => id === rollFrom);
      if (report) await take(report, { fileName: null, warnings: [] });
    };
    start()
      .catch((error: unknown) => setFailure(messageOf(error)))
      .finally(() => setWork("none"));
    // once, for the report that the dialog was opened with
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const roll = (): Promise<void> =>
    attempt("rolling", async () => {
      const checked = checkYears(years, source?.report.title ?? "");
      if (!source || typeof checked === "string") {
        setYears({ ...years, complaint: typeof checked === "string" ? checked : null });
        return;
      }
      const result = await call("library.roll", { id: source.report.id, ...checked, repairs: [...repairs.chosen] });
      await refreshLibrary();
      onClose();
      if (!(await switchReport(result.report.id))) return;
      setPanels({ right: true, rightTab: "review", preview: false, compare: false });
      const { items, changed, pending } = result;
      announce({ message: `找到 ${items} 处可能过时的内容，其中 ${changed} 处年份已更新，${pending} 处待核。` });
    });
  const close = (): void => {
    if (work === "reading") {
      void call("library.cancelImport", {});
      return;
    }
    if (work === "rolling") {
      void call("library.cancelRoll", {});
      return;
    }
    if (imported.length > 0 && !isAsking) setAsking(true);
    else onClose();
  };
  const remove = async (): Promise<void> => {
    onClose();
    await trashReports(imported);
  };
  return {
    reports,
    chosen: reports.find(({ id }) => id === chosenId) ?? null,
    choose: setChosenId,
    source,
    back: () => setSource(null),
    imported,
    work,
    failure,
    isAsking,
    years,
    setYears,
    repairs,
    takeReport,
    takeFile,
    roll,
    close,
    remove,
  };
}

const none: readonly ReportSummary[] = [];

/** Both years, or what is wrong with them. */
function checkYears(
  { from, to, complaint }: RollYears,
  title: string,
): { readonly fromYear: number; readonly toYear: number } | string {
  const [fromYear, toYear] = [readYear(from), readYear(to)];
  if (fromYear === null || toYear === null) return "请写四位数的年份，如 2026。";
  if (toYear <= fromYear) return "新报告年度要晚于原报告年度。";
  const named = latestYearIn(title) ?? 0;
  const question = `标题里写着${named}年，不早于新报告年度。请核对两个年度；没有错就再按一次“新建”。`;
  if (named >= toYear && complaint !== question) return question;
  return { fromYear, toYear };
}
