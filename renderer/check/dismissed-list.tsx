import { ArrowLeft } from "lucide-react";
import { formatWhen } from "../format-when.ts";
import { isWritable, useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import styles from "./check-panel.module.css";
import { FindingMessage } from "./finding-message.tsx";
import { useCheck } from "./check-store.ts";
import { restoreFindings } from "./dismiss-findings.ts";

const back = (): void => useCheck.setState({ view: "findings" });

/** 已略过: what its writer does not follow, by whom and why; each can be brought back. */
export function DismissedList() {
  const skipped = useCheck((state) => state.skipped);
  const canWrite = useStore(isWritable);
  return (
    <div className={styles.panel}>
      <div className={styles.subHead}>
        <IconButton icon={ArrowLeft} label="返回校核" autoFocus onClick={back} />
        <h3>已略过 {skipped.length} 处</h3>
      </div>
      <div className={styles.scroller} tabIndex={-1}>
        {skipped.length === 0 && <p className={styles.quiet}>没有略过的了。</p>}
        <ul className={styles.list} aria-label="已略过的问题">
          {skipped.toReversed().map(({ finding, dismissal }) => (
            <li key={`${dismissal.rule} ${dismissal.sentence}`} className={styles.dismissed}>
              <p>
                <FindingMessage message={finding.message} />
              </p>
              <p className={styles.sentence}>{dismissal.sentence}</p>
              <p className={styles.source}>
                {[dismissal.reason, dismissal.by, formatWhen(new Date(dismissal.at), new Date())]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
              {canWrite && (
                <Button aria-label={`恢复：${finding.message}`} onClick={() => restoreFindings([dismissal])}>
                  恢复
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
