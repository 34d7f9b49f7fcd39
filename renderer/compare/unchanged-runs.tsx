import { memo, useState } from "react";
import { type ViewRun } from "../../core/compare/compare-view.ts";
import { useStore } from "../store.ts";
import styles from "./compare-panel.module.css";

/** 连续未改的句子: what may have been taken over without a look, the longest first. */
export const UnchangedRuns = memo(function UnchangedRuns({ runs }: { readonly runs: readonly ViewRun[] }) {
  const [isOpen, setOpen] = useState(false);
  if (runs.length === 0) return null;
  return (
    <details className={styles.runs} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        连续未改的句子 <span className={styles.figure}>{runs.length} 处</span>
      </summary>
      <ol>
        {isOpen &&
          runs.map((run) => (
            <li key={`${run.from.block}:${run.from.row}:${run.from.cell}:${run.from.start}`}>
              <button type="button" onClick={() => useStore.getState().editor?.places.show(run.from, run.to)}>
                <span className={styles.runWords}>{run.words}</span>
                <span className={styles.figure}>
                  {run.sentences} 句 {run.characters} 字
                </span>
                <span className={styles.runSection}>{run.section || "（空标题）"}</span>
              </button>
            </li>
          ))}
      </ol>
    </details>
  );
});
