import { type ReportSummary } from "../../core/contract.ts";
import { dueText } from "./due-text.ts";
import styles from "./report-table.module.css";

/** Until when it is handed in, and how long that is from today while it is near and not done. */
export function DueCell({ report }: { readonly report: ReportSummary }) {
  const shown = dueText(report, new Date());
  return (
    <td className={styles.due}>
      {shown === null ? (
        <span className={styles.caption}>没有统一期限</span>
      ) : (
        <>
          {shown.date}
          {shown.left !== "" && (
            <span className={styles.left} data-urgent={shown.isUrgent || undefined}>
              {shown.left}
            </span>
          )}
        </>
      )}
    </td>
  );
}
