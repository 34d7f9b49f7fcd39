import {
  ChevronDown,
  ChevronUp,
  Columns2,
  Copy,
  FileClock,
  FileText,
  MoreHorizontal,
  Pencil,
  Trash2,
} from "lucide-react";
import { type KeyboardEvent, type MouseEvent, useMemo, useState } from "react";
import { type ReportSummary } from "../../core/contract.ts";
import { formatWhen } from "../format-when.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../ui/menu.tsx";
import { openRollDialog } from "../store.ts";
import { StatusMark } from "../ui/status-mark.tsx";
import { firstDirection, type LibraryView, type SortKey, tellTwinsApart } from "./arrange-reports.ts";
import { DueCell } from "./due-cell.tsx";
import { groupByYear, type YearGroup } from "./group-reports.ts";
import { duplicateReport, renameReport, trashReport } from "./library-actions.ts";
import { LongRows } from "./long-rows.tsx";
import { openReport, openToCompare } from "./open-report.ts";
import { RenameField } from "./rename-field.tsx";
import styles from "./report-table.module.css";
import { reportTypeNames, statusNames, untitled } from "./wording.ts";

const ROW_SELECTOR = "[data-report-row]";
const COLUMNS = 9;
/** Up to so many reports all rows are there, which a browser's own search in the page then finds. */
const LONG_LIBRARY = 150;

/** All reports, one row each, under their year. */
export function ReportTable({
  reports,
  all,
  search,
  view,
  onView,
}: {
  /** In the order of `view`. */
  readonly reports: readonly ReportSummary[];
  /** Every report of the library. */
  readonly all: readonly ReportSummary[];
  readonly search: string;
  readonly view: LibraryView;
  readonly onView: (view: LibraryView) => void;
}) {
  const [renaming, setRenaming] = useState<string | null>(null);
  const twins = useMemo(() => tellTwinsApart(all), [all]);
  if (reports.length === 0) return <NothingHere search={search} isFiltered={all.length > 0} />;
  const head = { view, onView };
  const groups = groupByYear(reports);
  const renderYear = (group: YearGroup) => <Year key={group.year} group={group} />;
  const renderRow = (report: ReportSummary) => (
    <Row
      key={report.id}
      report={report}
      twin={twins.get(report.id)}
      isRenaming={renaming === report.id}
      onRename={(on) => setRenaming(on ? report.id : null)}
    />
  );
  return (
    <table className={styles.table} aria-rowcount={reports.length + groups.length + 1} onKeyDown={moveBetweenRows}>
      <caption className={styles.caption}>报告库里的报告</caption>
      <thead>
        <tr>
          <Head column="title" label="标题" {...head} />
          <Head column="type" label="类型" className={styles.type} {...head} />
          <Head column="status" label="状态" className={styles.status} {...head} />
          <Head column="due" label="期限" className={styles.due} {...head} />
          <Head column="blanks" label="空白" className={styles.number} {...head} />
          <Head column="pending" label="待核" className={styles.number} {...head} />
          <Head column="words" label="字数" className={styles.number} {...head} />
          <Head column="updated" label="最后修改" className={styles.when} {...head} />
          <th scope="col" className={styles.menu}>
            <span className={styles.caption}>操作</span>
          </th>
        </tr>
      </thead>
      {reports.length > LONG_LIBRARY ? (
        <LongRows groups={groups} columns={COLUMNS} renderYear={renderYear} renderRow={renderRow} />
      ) : (
        groups.map((group) => (
          <tbody key={group.year}>
            {renderYear(group)}
            {group.reports.map(renderRow)}
          </tbody>
        ))
      )}
    </table>
  );
}

function Year({ group }: { readonly group: YearGroup }) {
  return (
    <tr className={styles.year}>
      <th scope="rowgroup" colSpan={COLUMNS}>
        {group.year} 年度
        <span className={styles.share}>{group.reports.length} 份</span>
      </th>
    </tr>
  );
}

type RowProps = {
  readonly report: ReportSummary;
  /** What tells it from others of its title. */
  readonly twin: { readonly chip: string; readonly difference: string } | undefined;
  readonly isRenaming: boolean;
  readonly onRename: (on: boolean) => void;
};

function Row({ report, twin, isRenaming, onRename }: RowProps) {
  const rename = (title: string | null): void => {
    onRename(false);
    if (title !== null) void renameReport(report, title);
  };
  return (
    <tr className={styles.row} onClick={(event) => opensRow(event) && !isRenaming && void openReport(report.id)}>
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
        <span className={styles.organ}>
          {twin && <span className={styles.chip}>{twin.chip}</span>}
          {[report.organ, twin?.difference, twin && `建于${formatWhen(new Date(report.createdAt), new Date())}`]
            .filter(Boolean)
            .join("，")}
        </span>
      </td>
      <td className={styles.type}>{reportTypeNames[report.reportType]}</td>
      <td className={styles.status}>
        <span className={styles.mark}>
          <StatusMark status={report.status} />
          {statusNames[report.status]}
        </span>
      </td>
      <DueCell report={report} />
      <Count count={report.blanks} />
      <Count count={report.pending} />
      <td className={styles.number}>{report.words.toLocaleString("zh-CN")}</td>
      <td className={styles.when}>{formatWhen(new Date(report.updatedAt), new Date())}</td>
      <td className={styles.menu}>
        <RowMenu report={report} onRename={() => onRename(true)} />
      </td>
    </tr>
  );
}

/** How much waits. Nothing is an empty place for the eye and a word for the ear. */
function Count({ count }: { readonly count: number }) {
  return (
    <td className={styles.number} data-open={count > 0 || undefined}>
      {count > 0 ? (
        <>
          {count}
          <span className={styles.caption}> 处</span>
        </>
      ) : (
        <span className={styles.caption}>无</span>
      )}
    </td>
  );
}

type HeadProps = {
  readonly column: SortKey;
  readonly label: string;
  readonly className?: string | undefined;
  readonly view: LibraryView;
  readonly onView: (view: LibraryView) => void;
};

/** The head of a column: a click sorts by it, another one turns the order round. */
function Head({ column, label, className, view, onView }: HeadProps) {
  const isSorted = view.sort === column;
  const Arrow = view.direction === "up" ? ChevronUp : ChevronDown;
  const turned = view.direction === "up" ? "down" : "up";
  return (
    <th
      scope="col"
      className={className}
      {...(isSorted && { "aria-sort": view.direction === "up" ? "ascending" : "descending" })}
    >
      <button
        type="button"
        className={styles.sort}
        data-sorted={isSorted || undefined}
        onClick={() => onView({ ...view, sort: column, direction: isSorted ? turned : firstDirection(column) })}
      >
        {label}
        {isSorted && <Arrow size={13} aria-hidden />}
      </button>
    </th>
  );
}

/** A click on the row opens its report, but for one on a control of its own or with text selected. */
function opensRow(event: MouseEvent<HTMLElement>): boolean {
  const { target } = event;
  // menus are drawn elsewhere and only their events pass through the row
  if (!(target instanceof Element) || !event.currentTarget.contains(target)) return false;
  return target.closest("button, input, a, [role='menu']") === null && getSelection()?.isCollapsed !== false;
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

function NothingHere({ search, isFiltered }: { readonly search: string; readonly isFiltered: boolean }) {
  return (
    <p className={styles.empty}>
      {search.trim()
        ? `没有标题里带“${search.trim()}”的报告。可以少写几个字再找，或到回收站里看看。`
        : isFiltered
          ? "没有符合筛选条件的报告。把上面的类型、状态改成“全部”再看。"
          : "报告库是空的。点右上角“新建报告”从模板开始，或把去年的 Word、WPS 或 .txt 文件拖到这个窗口里。"}
    </p>
  );
}
