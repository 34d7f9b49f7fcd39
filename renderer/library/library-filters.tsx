import { type ReportSummary } from "../../core/contract.ts";
import { Checkbox } from "../ui/checkbox.tsx";
import { Select } from "../ui/select.tsx";
import { type LibraryView } from "./arrange-reports.ts";
import styles from "./library-filters.module.css";
import { reportTypeNames, statusNames } from "./wording.ts";

type FiltersProps = {
  readonly reports: readonly ReportSummary[];
  readonly view: LibraryView;
  readonly onChange: (view: LibraryView) => void;
  readonly shown: number;
};

/** Which reports the table shows: by type, by state, and whether something waits in them. */
export function LibraryFilters({ reports, view, onChange, shown }: FiltersProps) {
  const types = [
    ...new Set([...reports.map(({ reportType }) => reportType), ...(view.type === "all" ? [] : [view.type])]),
  ];
  return (
    <div className={styles.filters} role="group" aria-label="筛选">
      <Select<LibraryView["type"]>
        label="类型"
        value={view.type}
        className={styles.select ?? ""}
        options={[
          { value: "all", label: "全部类型" },
          ...types.map((value) => ({ value, label: reportTypeNames[value] })),
        ]}
        onChange={(type) => onChange({ ...view, type })}
      />
      <Select<LibraryView["status"]>
        label="状态"
        value={view.status}
        className={styles.select ?? ""}
        options={[
          { value: "all", label: "全部状态" },
          ...(["todo", "writing", "done"] as const).map((value) => ({ value, label: statusNames[value] })),
        ]}
        onChange={(status) => onChange({ ...view, status })}
      />
      <label className={styles.only}>
        <Checkbox checked={view.openOnly} onChange={(openOnly) => onChange({ ...view, openOnly })} />
        只看有待办的
      </label>
      <span className={styles.sum} role="status">
        {shown === reports.length ? `${shown} 份` : `${shown} / ${reports.length} 份`}
      </span>
    </div>
  );
}
