import { type ReportSummary } from "../../core/contract.ts";
import { classNames } from "./class-names.ts";
import styles from "./status-mark.module.css";

/** ○ 待写, ◐ 在写, ● 已完成: told by shape as well as by colour. The word stands beside it. */
export function StatusMark({ status }: { readonly status: ReportSummary["status"] }) {
  return <span className={classNames(styles.mark, styles[status])} aria-hidden />;
}
