import styles from "./progress-line.module.css";
import { useAfterDelay } from "./use-after-delay.ts";

/** Says what is being done, once it takes noticeably long. Keeps its height, so that nothing jumps. */
export function ProgressLine({ active, label }: { readonly active: boolean; readonly label: string }) {
  const visible = useAfterDelay(active);
  return (
    <p className={styles.line} role="status">
      {visible && (
        <>
          <span className={styles.dot} aria-hidden />
          {label}
        </>
      )}
    </p>
  );
}
