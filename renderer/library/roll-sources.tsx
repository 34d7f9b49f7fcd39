import { FolderOpen } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { type ReportSummary } from "../../core/contract.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { groupByYear, searchReports } from "./group-reports.ts";
import styles from "./roll-dialog.module.css";
import { reportTypeNames, untitled } from "./wording.ts";

type RollSourcesProps = {
  readonly reports: readonly ReportSummary[];
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
  readonly onTake: (report: ReportSummary) => void;
  readonly onPickFile: () => void;
};

/** Last year's report: one of the library, by year, or a file. */
export function RollSources({ reports, chosenId, onChoose, onTake, onPickFile }: RollSourcesProps) {
  const [search, setSearch] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const groups = groupByYear(searchReports(reports, search));
  const order = groups.flatMap((group) => group.reports);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const at = order.findIndex(({ id }) => id === chosenId);
    if (event.key === "Enter" && order[at]) {
      event.preventDefault();
      onTake(order[at]);
    }
    const next = step === 0 ? undefined : order[at < 0 ? 0 : at + step];
    if (!next) return;
    event.preventDefault();
    onChoose(next.id);
    list.current?.querySelector<HTMLElement>(`[data-source="${next.id}"]`)?.focus();
  };
  const stop = order.some(({ id }) => id === chosenId) ? chosenId : order[0]?.id;
  return (
    <div onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <TextField label="报告库里的报告" placeholder="按标题、单位或年度查找" value={search} onChange={setSearch} />
        <Button
          icon={FolderOpen}
          onClick={onPickFile}
          onKeyDown={(event) => event.key === "Enter" && event.stopPropagation()}
        >
          选择文件
        </Button>
      </div>
      <div ref={list} className={styles.list} role="radiogroup" aria-label="去年的报告">
        {groups.map(({ year, reports: ofYear }) => (
          <section key={year} aria-label={`${year} 年度`}>
            <h3 className={styles.year}>{year} 年度</h3>
            {ofYear.map((report) => (
              <button
                key={report.id}
                type="button"
                role="radio"
                aria-checked={report.id === chosenId}
                tabIndex={report.id === stop ? 0 : -1}
                data-source={report.id}
                className={styles.report}
                onClick={() => onChoose(report.id)}
                onDoubleClick={() => onTake(report)}
              >
                <span className={styles.name}>{report.title || untitled}</span>
                <span>{reportTypeNames[report.reportType]}</span>
                <span className={styles.words}>{report.words.toLocaleString("zh-CN")} 字</span>
              </button>
            ))}
          </section>
        ))}
        {order.length === 0 && (
          <p className={styles.empty}>
            {reports.length === 0
              ? "报告库里还没有报告。点“选择文件”选去年的报告，或把文件拖到这个窗口里。"
              : `没有标题里带“${search.trim()}”的报告。可以少写几个字再找，或点“选择文件”。`}
          </p>
        )}
      </div>
      <p className={styles.hint}>
        也可以选 Word、WPS、网页或文本文件，直接拖到这里也行。文件会先作为去年的报告放进报告库，以后可以和今年的对照。
      </p>
    </div>
  );
}
