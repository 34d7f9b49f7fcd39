import { type Warning } from "../../core/contract.ts";
import { besideDoctor } from "../../core/repair/told-by-doctor.ts";
import { RepairChooser } from "../repair/repair-chooser.tsx";
import { type RepairChoice } from "../repair/use-repair-plan.ts";
import { TextField } from "../ui/field.tsx";
import { ProgressLine } from "../ui/progress-line.tsx";
import styles from "./roll-dialog.module.css";

/** Both years as typed, and what is wrong with them. */
export type RollYears = { readonly from: string; readonly to: string; readonly complaint: string | null };

type RollConfirmProps = {
  readonly title: string;
  readonly fileName: string | null;
  readonly warnings: readonly Warning[];
  readonly years: RollYears;
  readonly onYears: (years: RollYears) => void;
  readonly onDone: () => void;
  readonly repairs: RepairChoice;
};

/** What was found in last year's report: its years to confirm, and what can be repaired on the way. */
export function RollConfirm({ title, fileName, warnings, years, onYears, onDone, repairs }: RollConfirmProps) {
  const { plan, chosen, onChoose, failure } = repairs;
  const told = besideDoctor(warnings, plan?.repairs.length ?? 0);
  return (
    <div className={styles.confirm}>
      <div>
        <p className={styles.title}>{title}</p>
        <p className={styles.note}>
          {fileName === null
            ? "去年的报告原样留在报告库里，新报告随身带着它，写作时可以对照。"
            : `“${fileName}”已作为去年的报告放进报告库，原样留着，写作时可以对照。`}
        </p>
      </div>
      <form
        className={styles.years}
        onSubmit={(event) => {
          event.preventDefault();
          onDone();
        }}
      >
        <TextField
          label="原报告年度"
          inputMode="numeric"
          help="从报告里认出来的，不对就改"
          value={years.from}
          onChange={(from) => onYears({ from, to: yearAfter(from) ?? years.to, complaint: null })}
        />
        <span className={styles.arrow} aria-hidden>
          →
        </span>
        <TextField
          label="新报告年度"
          inputMode="numeric"
          value={years.to}
          error={years.complaint ?? undefined}
          onChange={(to) => onYears({ ...years, to, complaint: null })}
        />
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
      {told.length > 0 && (
        <details>
          <summary>读取时留意到 {told.length} 点</summary>
          <ul className={styles.warnings}>
            {told.map((warning, index) => (
              <li key={index}>{warning.message}</li>
            ))}
          </ul>
        </details>
      )}
      <section aria-label="导入体检">
        <h3>导入体检</h3>
        {plan === null && <ProgressLine active={failure === null} label="正在检查全文" />}
        {failure !== null && <p role="alert">{failure}</p>}
        {plan && (
          <p className={styles.note}>
            {plan.repairs.length === 0
              ? "没有发现需要修复的地方。"
              : `发现 ${plan.repairs.length} 处可以修复，已选 ${chosen.size} 处。只改新报告，去年的报告不动。`}
          </p>
        )}
        {plan && <RepairChooser plan={plan} chosen={chosen} onChoose={onChoose} />}
      </section>
    </div>
  );
}

const yearAfter = (year: string): string | null => (/^\s*\d{4}\s*$/u.test(year) ? String(Number(year) + 1) : null);
