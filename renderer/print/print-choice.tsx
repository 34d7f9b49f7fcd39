import { useEffect, useState } from "react";
import { type ReportSummary } from "../../core/contract.ts";
import { OpenAtExport } from "../check/open-at-export.tsx";
import { useExport } from "../export/export-session.ts";
import { groupByYear, searchReports } from "../library/group-reports.ts";
import { untitled } from "../library/wording.ts";
import { useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { TextField } from "../ui/field.tsx";
import styles from "./print-dialog.module.css";
import { countPages, usePrint } from "./print-session.ts";

/** Which reports, which pages, and what of them. */
export function PrintChoice() {
  const ids = usePrint((session) => session.ids);
  const leavesOutRed = usePrint((session) => session.leavesOutRed);
  const library = useStore((state) => state.library);
  const openId = useStore((state) => (state.route.kind === "editor" ? state.opened?.report.id : undefined));
  const [isOthers, setOthers] = useState(openId === undefined);
  const chosen = library?.reports.filter(({ id }) => ids.has(id)) ?? [];
  const isPending = chosen.some(({ pending }) => pending > 0);
  return (
    <div className={styles.choice}>
      {isOthers ? (
        <Reports reports={library?.reports ?? []} openId={openId} />
      ) : (
        <div className={styles.report}>
          <p className={styles.title}>{chosen[0]?.title || untitled}</p>
          <Button variant="quiet" onClick={() => setOthers(true)}>
            再选别的报告
          </Button>
        </div>
      )}
      <Range />
      <label className={styles.option}>
        <Checkbox checked={leavesOutRed} onChange={(next) => usePrint.setState({ leavesOutRed: next })} />
        <span>套印红头纸（不打印红色部分）</span>
        <span className={styles.use}>发文机关标志和红线留白，印在预先印好的红头纸上</span>
      </label>
      {isPending && <StampChoice />}
      {openId !== undefined && ids.has(openId) && <OpenAtExport />}
      <p className={styles.use}>
        份数、双面和打印机在接下来的系统窗口里选；缩放请保持 100%（实际大小），版面才合标准。
      </p>
    </div>
  );
}

function StampChoice() {
  const stamp = useExport((session) => session.stamp);
  return (
    <label className={styles.option}>
      <Checkbox checked={stamp} onChange={(next) => useExport.setState({ stamp: next })} />
      <span>页眉标注“待核稿”</span>
      <span className={styles.use}>全部核对后不再标注</span>
    </label>
  );
}

/** Page numbers are those of one report. */
function Range() {
  const ids = usePrint((session) => session.ids);
  const range = usePrint((session) => session.range);
  const complaint = usePrint((session) => session.complaint);
  const [only] = ids.size === 1 ? ids : [];
  const count = usePageCount(only);
  if (ids.size > 1) return <p className={styles.use}>选了 {ids.size} 份，逐份打印全部页面。</p>;
  return (
    <TextField
      label="页码范围"
      className={styles.range}
      value={range}
      placeholder={count === null ? "全部" : `全部 ${count} 页`}
      maxLength={200}
      help="留空打印全部；写法如 1-3,5"
      error={complaint ?? undefined}
      onChange={(next) => usePrint.setState({ range: next, complaint: null })}
    />
  );
}

/** How many pages the one report has; null until it is known. */
function usePageCount(id: string | undefined): number | null {
  const [counted, setCounted] = useState<{ readonly id: string; readonly count: number | null } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    if (id !== undefined)
      void countPages(id).then((count) => {
        if (isCurrent) setCounted({ id, count });
      });
    return () => {
      isCurrent = false;
    };
  }, [id]);
  return counted?.id === id ? (counted?.count ?? null) : null;
}

type ReportsProps = { readonly reports: readonly ReportSummary[]; readonly openId: string | undefined };

/** The reports of the library; the one at hand stands first. */
function Reports({ reports, openId }: ReportsProps) {
  const ids = usePrint((session) => session.ids);
  const [search, setSearch] = useState("");
  const shown = searchReports(reports, search);
  const choose = (some: readonly ReportSummary[], isChosen: boolean): void => {
    const next = new Set(ids);
    for (const { id } of some) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    usePrint.setState({ ids: next, complaint: null });
  };
  return (
    <>
      {reports.length > 8 && <TextField label="只列出标题中有这些字的报告" value={search} onChange={setSearch} />}
      <div className={styles.reports} role="group" aria-label="打印哪些报告">
        {groupByYear(shown).map(({ year, reports: ofYear }) => {
          const chosen = ofYear.filter(({ id }) => ids.has(id)).length;
          return (
            <fieldset key={year} className={styles.year}>
              <legend>
                <label className={styles.row}>
                  <Checkbox
                    checked={chosen === ofYear.length}
                    mixed={chosen > 0 && chosen < ofYear.length}
                    onChange={() => choose(ofYear, chosen < ofYear.length)}
                  />
                  <strong>{year} 年度</strong>
                </label>
              </legend>
              {ofYear.map((report) => (
                <label key={report.id} className={styles.row} data-open={report.id === openId || undefined}>
                  <Checkbox checked={ids.has(report.id)} onChange={(next) => choose([report], next)} />
                  <span>{report.title || untitled}</span>
                  <span className={styles.left}>{leftText(report)}</span>
                </label>
              ))}
            </fieldset>
          );
        })}
        {shown.length === 0 && <p className={styles.use}>没有这样的报告。</p>}
      </div>
    </>
  );
}

/** What is left to do in a report, which its paper will show. */
const leftText = ({ blanks, pending }: ReportSummary): string =>
  [blanks > 0 && `空白 ${blanks}`, pending > 0 && `待核 ${pending}`].filter(Boolean).join(" · ");
