import { Columns2, Copy, FileClock, FileText, MoreHorizontal, Pencil, Trash2 } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { type ReportSummary } from "../../core/contract.ts";
import { formatWhen } from "../format-when.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../ui/menu.tsx";
import { openRollDialog } from "../store.ts";
import { StatusMark } from "../ui/status-mark.tsx";
import { groupByYear } from "./group-reports.ts";
import { duplicateReport, renameReport, trashReport } from "./library-actions.ts";
import { openReport, openToCompare } from "./open-report.ts";
import { RenameField } from "./rename-field.tsx";
import styles from "./report-table.module.css";
import { reportTypeNames, statusNames, untitled } from "./wording.ts";

const ROW_SELECTOR = "[data-report-row]";

/** All reports, one row each, under their year. */
export function ReportTable({
  reports,
  search,
}: {
  readonly reports: readonly ReportSummary[];
  readonly search: string;
}) {
  const [renaming, setRenaming] = useState<string | null>(null);
  if (reports.length === 0) return <NothingHere search={search} />;
  return (
    <table className={styles.table} onKeyDown={moveBetweenRows}>
      <caption className={styles.caption}>报告库里的报告</caption>
      <thead>
        <tr>
          <th scope="col">标题</th>
          <th scope="col" className={styles.type}>
            类型
          </th>
          <th scope="col" className={styles.status}>
            状态
          </th>
          <th scope="col" className={styles.number}>
            字数
          </th>
          <th scope="col" className={styles.number}>
            空白
          </th>
          <th scope="col" className={styles.number}>
            待核
          </th>
          <th scope="col" className={styles.when}>
            最后修改
          </th>
          <th scope="col" className={styles.menu}>
            <span className={styles.caption}>操作</span>
          </th>
        </tr>
      </thead>
      {groupByYear(reports).map((group) => (
        <tbody key={group.year}>
          <tr className={styles.year}>
            <th scope="rowgroup" colSpan={8}>
              {group.year} 年度
            </th>
          </tr>
          {group.reports.map((report) => (
            <Row
              key={report.id}
              report={report}
              isRenaming={renaming === report.id}
              onRename={(on) => setRenaming(on ? report.id : null)}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

type RowProps = {
  readonly report: ReportSummary;
  readonly isRenaming: boolean;
  readonly onRename: (on: boolean) => void;
};

function Row({ report, isRenaming, onRename }: RowProps) {
  const rename = (title: string | null): void => {
    onRename(false);
    if (title !== null) void renameReport(report, title);
  };
  return (
    <tr className={styles.row} onDoubleClick={() => !isRenaming && void openReport(report.id)}>
      <td className={styles.title}>
        {isRenaming ? (
          <RenameField title={report.title} onDone={rename} />
        ) : (
          <button
            type="button"
            data-report-row={report.id}
            className={styles.open}
            onClick={() => void openReport(report.id)}
            onKeyDown={(event) => {
              if (event.key === "F2") onRename(true);
              if (event.key === "Delete") void trashReport(report);
            }}
          >
            {report.title || untitled}
          </button>
        )}
        {report.organ && <span className={styles.organ}>{report.organ}</span>}
      </td>
      <td className={styles.type}>{reportTypeNames[report.reportType]}</td>
      <td className={styles.status}>
        <span className={styles.mark}>
          <StatusMark status={report.status} />
          {statusNames[report.status]}
        </span>
      </td>
      <td className={styles.number}>{report.words.toLocaleString("zh-CN")}</td>
      <td className={styles.number}>{report.blanks > 0 ? `${report.blanks} 处` : "无"}</td>
      <td className={styles.number}>{report.pending > 0 ? `${report.pending} 处` : "无"}</td>
      <td className={styles.when}>{formatWhen(new Date(report.updatedAt), new Date())}</td>
      <td className={styles.menu}>
        <RowMenu report={report} onRename={() => onRename(true)} />
      </td>
    </tr>
  );
}

function RowMenu({ report, onRename }: { readonly report: ReportSummary; readonly onRename: () => void }) {
  return (
    <Menu trigger={<IconButton icon={MoreHorizontal} label={`“${report.title || untitled}”的操作`} />}>
      <MenuItem label="打开" icon={FileText} onSelect={() => void openReport(report.id)} />
      <MenuItem label="与另一份报告对照" icon={Columns2} onSelect={() => void openToCompare(report.id)} />
      <MenuItem label="改名" icon={Pencil} shortcut="F2" onSelect={onRename} />
      <MenuItem label="用它新建今年的报告" icon={FileClock} onSelect={() => openRollDialog(report.id)} />
      <MenuItem label="复制一份" icon={Copy} onSelect={() => void duplicateReport(report)} />
      <MenuSeparator />
      <MenuItem label="移到回收站" icon={Trash2} shortcut="Delete" onSelect={() => void trashReport(report)} />
    </Menu>
  );
}

/** ↑ and ↓ go from title to title. */
function moveBetweenRows(event: KeyboardEvent<HTMLTableElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement) || !event.target.matches(ROW_SELECTOR)) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(ROW_SELECTOR)];
  const next = rows[rows.indexOf(event.target) + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

function NothingHere({ search }: { readonly search: string }) {
  return (
    <p className={styles.empty}>
      {search.trim()
        ? `没有标题里带“${search.trim()}”的报告。可以少写几个字再找，或到回收站里看看。`
        : "报告库是空的。点右上角“新建报告”从模板开始，或把去年的 Word、WPS 或 .txt 文件拖到这个窗口里。"}
    </p>
  );
}
