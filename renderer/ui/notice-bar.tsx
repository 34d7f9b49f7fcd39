import { X } from "lucide-react";
import { type ReactNode } from "react";
import { IconButton } from "./icon-button.tsx";
import styles from "./notice-bar.module.css";

type NoticeBarProps = {
  readonly tone: "info" | "warning";
  readonly children: ReactNode;
  readonly details?: readonly string[];
  /** Absent for what stays as long as it is so. */
  readonly onDismiss?: () => void;
};

/** Thousands of bad files have a message each; nobody reads them all. */
const MOST_SHOWN = 200;

/** A lasting message across the window. */
export function NoticeBar({ tone, children, details = [], onDismiss }: NoticeBarProps) {
  return (
    <div className={styles.bar} data-tone={tone} role="status">
      <div className={styles.text}>
        <p>{children}</p>
        {details.length > 0 && (
          <details>
            <summary>详细（还有 {details.length} 条）</summary>
            <ul>
              {details.slice(0, MOST_SHOWN).map((detail, index) => (
                <li key={index}>{detail}</li>
              ))}
              {details.length > MOST_SHOWN && <li>还有 {details.length - MOST_SHOWN} 条没有列出。</li>}
            </ul>
          </details>
        )}
      </div>
      {onDismiss && <IconButton icon={X} label="关闭这条提醒" onClick={onDismiss} />}
    </div>
  );
}
