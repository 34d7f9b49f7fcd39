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
              {details.map((detail, index) => (
                <li key={index}>{detail}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {onDismiss && <IconButton icon={X} label="关闭这条提醒" onClick={onDismiss} />}
    </div>
  );
}
