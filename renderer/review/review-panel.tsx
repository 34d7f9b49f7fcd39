import { useMemo, useState } from "react";
import { exportReport, runCommand } from "../commands.ts";
import { useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { useEditorSnapshot } from "../use-editor-snapshot.ts";
import { groupEntries, type Grouping, isThere } from "./review-list.ts";
import { nextPending } from "./review-commands.ts";
import { ReviewList } from "./review-list-view.tsx";
import styles from "./review-panel.module.css";
import { useReview } from "./use-review.ts";

const nothing: never[] = [];

/** 待核: everything of last year's report that can be stale, what of it is left, and a walk through it. */
export function ReviewPanel() {
  const entries = useReview((snapshot) => snapshot.entries) ?? nothing;
  const current = useReview((snapshot) => snapshot.current);
  const outline = useEditorSnapshot((snapshot) => snapshot.outline) ?? nothing;
  const [grouping, setGrouping] = useState<Grouping>("kind");
  const [showsSettled, setShowsSettled] = useState(false);
  const total = entries.filter(isThere).length;
  const pending = entries.filter(({ state }) => state === "pending").length;
  const groups = useMemo(
    () =>
      groupEntries(
        entries,
        grouping,
        outline,
        ({ id, state }) => showsSettled || state === "pending" || id === current,
      ),
    [entries, grouping, outline, showsSettled, current],
  );
  return (
    <div className={styles.panel}>
      <Progress pending={pending} total={total} />
      {total > 0 && (
        <div className={styles.choices}>
          <div className={styles.switch} role="group" aria-label="分组">
            <Choice label="按类别" isOn={grouping === "kind"} onChoose={() => setGrouping("kind")} />
            <Choice label="按章节" isOn={grouping === "section"} onChoose={() => setGrouping("section")} />
          </div>
          <label className={styles.settled}>
            <input type="checkbox" checked={showsSettled} onChange={(event) => setShowsSettled(event.target.checked)} />
            已核的也列出
          </label>
        </div>
      )}
      {pending === 0 && <Finished total={total} />}
      <ReviewList groups={groups} current={current} />
    </div>
  );
}

function Progress({ pending, total }: { readonly pending: number; readonly total: number }) {
  const done = total === 0 ? 100 : Math.round(((total - pending) / total) * 100);
  return (
    <div className={styles.head}>
      <p className={styles.left} role="status">
        <strong>待核 {pending}</strong> / 共 {total}
      </p>
      <Button disabled={pending === 0} onClick={() => void runCommand(nextPending)}>
        下一处
        <kbd className={styles.key}>F8</kbd>
      </Button>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label="已经核过"
        aria-valuenow={done}
        aria-valuetext={`${done}%`}
      >
        <div style={{ width: `${done}%` }} />
      </div>
    </div>
  );
}

function Choice(props: { readonly label: string; readonly isOn: boolean; readonly onChoose: () => void }) {
  return (
    <button type="button" className={styles.choice} aria-pressed={props.isOn} onClick={props.onChoose}>
      {props.label}
    </button>
  );
}

function Finished({ total }: { readonly total: number }) {
  const hasReport = useStore((state) => state.editor !== null);
  return (
    <div className={styles.finished}>
      <p>
        {total === 0
          ? "去年的报告里没有找到会过时的内容。通读一遍，就可以导出。"
          : "去年留下的内容都核过了。通读一遍，就可以导出；导出的文件不再带“待核稿”。"}
      </p>
      <Button disabled={!hasReport} onClick={() => void runCommand(exportReport)}>
        {exportReport.label}
      </Button>
    </div>
  );
}
