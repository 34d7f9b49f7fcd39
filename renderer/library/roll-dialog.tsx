import { useEffect, useState } from "react";
import { type ReportSummary, type Warning } from "../../core/contract.ts";
import { call, messageOf } from "../desk.ts";
import { repairable } from "../repair/repairable.ts";
import { useRepairPlan } from "../repair/use-repair-plan.ts";
import { type RepairableReport } from "../../core/repair/apply-repairs.ts";
import { readYear } from "../meta/read-year.ts";
import { setPanels, useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ProgressLine } from "../ui/progress-line.tsx";
import { announce } from "../ui/toast.tsx";
import { takeGivenFiles } from "./given-files.ts";
import { importFile } from "./import-files.ts";
import { refreshLibrary, trashReports } from "./library-actions.ts";
import { switchReport } from "./open-report.ts";
import { pickFiles } from "./pick-files.ts";
import { RollConfirm, type RollYears } from "./roll-confirm.tsx";
import styles from "./roll-dialog.module.css";
import { RollSources } from "./roll-sources.tsx";
import { untitled } from "./wording.ts";

/** Last year's report, chosen; `fileName` when it was a file. */
type Source = {
  readonly report: ReportSummary;
  readonly fileName: string | null;
  readonly warnings: readonly Warning[];
  readonly content: RepairableReport;
};

/** What goes on: nothing, a file is read, a report is looked up, the draft is made. */
type Work = "none" | "reading" | "looking" | "rolling";
const workNames: Readonly<Record<Work, string>> = {
  none: "",
  reading: "正在读取文件",
  looking: "正在打开去年的报告",
  rolling: "正在新建今年的报告",
};

/** 从去年报告新建: chooses last year's report, confirms the years and what to repair, and opens this year's draft. */
export function RollDialog({ onClose }: { readonly onClose: () => void }) {
  const rollFrom = useStore((state) => state.rollFrom);
  const reports = useStore((state) => state.library?.reports ?? none);
  const [chosenId, setChosenId] = useState<string | null>(rollFrom);
  const [source, setSource] = useState<Source | null>(null);
  const [imported, setImported] = useState<readonly ReportSummary[]>([]);
  const [work, setWork] = useState<Work>(rollFrom === null ? "none" : "looking");
  const [failure, setFailure] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
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
      const checked = checkYears(years);
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
    if (work === "rolling") return;
    if (imported.length > 0 && !asking) setAsking(true);
    else onClose();
  };
  const remove = async (): Promise<void> => {
    onClose();
    await trashReports(imported);
  };

  if (asking) return <AskImported reports={imported} onKeep={onClose} onRemove={() => void remove()} />;
  const chosen = reports.find(({ id }) => id === chosenId) ?? null;
  return (
    <Dialog
      open
      size="large"
      onClose={close}
      title="从去年报告新建"
      actions={
        <>
          <ProgressLine active={work !== "none"} label={workNames[work]} />
          <Button onClick={close}>取消</Button>
          {source && (
            <Button disabled={work !== "none"} onClick={() => setSource(null)}>
              上一步
            </Button>
          )}
          {source ? (
            <Button
              variant="primary"
              disabled={work !== "none" || (!repairs.plan && repairs.failure === null)}
              onClick={() => void roll()}
            >
              新建
            </Button>
          ) : (
            <Button
              variant="primary"
              disabled={work !== "none" || !chosen}
              onClick={() => chosen && void takeReport(chosen)}
            >
              下一步
            </Button>
          )}
        </>
      }
    >
      {failure !== null && (
        <p className={styles.failure} role="alert">
          {failure}
        </p>
      )}
      {source ? (
        <RollConfirm
          title={source.report.title || untitled}
          fileName={source.fileName}
          warnings={source.warnings}
          years={years}
          onYears={setYears}
          onDone={() => void roll()}
          repairs={repairs}
        />
      ) : (
        <RollSources
          reports={reports}
          chosenId={chosenId}
          onChoose={setChosenId}
          onTake={(report) => void takeReport(report)}
          onPickFile={() => pickFiles((files) => void takeFile(files), false)}
        />
      )}
    </Dialog>
  );
}

const none: readonly ReportSummary[] = [];

/** Both years, or what is wrong with them. */
function checkYears({ from, to }: RollYears): { readonly fromYear: number; readonly toYear: number } | string {
  const [fromYear, toYear] = [readYear(from), readYear(to)];
  if (fromYear === null || toYear === null) return "请写四位数的年份，如 2026。";
  if (toYear <= fromYear) return "新报告年度要晚于原报告年度。";
  return { fromYear, toYear };
}

type AskProps = {
  readonly reports: readonly ReportSummary[];
  readonly onKeep: () => void;
  readonly onRemove: () => void;
};

/** The user gave up, and a file was brought in already: keeping it is the default, since nothing is lost that way. */
function AskImported({ reports, onKeep, onRemove }: AskProps) {
  return (
    <Dialog
      open
      size="small"
      onClose={onKeep}
      title="留着读进来的报告吗"
      actions={
        <>
          <Button onClick={onRemove}>移到回收站</Button>
          <Button variant="primary" onClick={onKeep}>
            留在报告库
          </Button>
        </>
      }
    >
      <p>
        没有新建今年的报告。刚才读进来的{reports.map(({ title }) => `“${title || untitled}”`).join("、")}
        已在报告库里，留着以后还可以用它新建。
      </p>
    </Dialog>
  );
}
