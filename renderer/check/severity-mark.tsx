import { type Severity } from "../../core/check/finding.ts";
import styles from "./check-panel.module.css";

/** A diamond for 错误, a ring for 提示. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  return (
    <svg className={styles.mark} viewBox="0 0 12 12" width={12} height={12} role="img" aria-label={severity}>
      {severity === "错误" ? (
        <path d="M6 0.8 11.2 6 6 11.2 0.8 6Z" fill="currentColor" />
      ) : (
        <circle cx={6} cy={6} r={4} fill="none" stroke="currentColor" strokeWidth={1.3} />
      )}
    </svg>
  );
}
