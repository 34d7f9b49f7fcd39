import { type KeyboardEvent, type UIEvent, useMemo, useRef, useState } from "react";
import { type KnownFinding } from "../../core/check/known-findings.ts";
import { isWritable, useStore } from "../store.ts";
import { useEditorSnapshot } from "../use-editor-snapshot.ts";
import { linesOf } from "./check-list.ts";
import styles from "./check-panel.module.css";
import { type Grouping, useCheck } from "./check-store.ts";
import { FindingRow } from "./finding-row.tsx";
import { settleFindingAtHand } from "./settle-finding.ts";
import { goToFinding } from "./walk-findings.ts";

/** So many rows are drawn at first, and so many more whenever the end of them comes near. */
const DRAWN_AT_ONCE = 120;
const NEAR_END_PX = 600;

const nothing: readonly never[] = [];

type CheckListProps = { readonly findings: readonly KnownFinding[]; readonly grouping: Grouping };

/** The findings in groups. The arrow keys go from one to the next and show it in the page; Enter fixes it. */
export function CheckList({ findings, grouping }: CheckListProps) {
  const outline = useEditorSnapshot((snapshot) => snapshot.outline) ?? nothing;
  const current = useCheck((state) => state.current);
  const canWrite = useStore(isWritable);
  const list = useRef<HTMLUListElement>(null);
  const [most, setMost] = useState(DRAWN_AT_ONCE);
  const lines = useMemo(() => linesOf(findings, grouping, outline), [findings, grouping, outline]);
  const at = current === null ? -1 : lines.findIndex(({ key }) => key === current);
  const drawn = lines.slice(0, Math.max(most, at + DRAWN_AT_ONCE));
  const first = lines.find(({ kind }) => kind === "finding")?.key;
  const focusable = at >= 0 ? current : first;

  const onScroll = ({ currentTarget }: UIEvent<HTMLElement>): void => {
    const { scrollTop, clientHeight, scrollHeight } = currentTarget;
    if (scrollTop + clientHeight > scrollHeight - NEAR_END_PX && drawn.length < lines.length) {
      setMost(drawn.length + DRAWN_AT_ONCE);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const id = event.target.dataset["finding"];
    if (id === undefined) return;
    const listed = lines.flatMap((line) => (line.kind === "finding" ? line.finding : []));
    const target = neighbour(listed, id, event.key);
    if (target !== null) {
      event.preventDefault();
      goToFinding(target, true);
    } else if (event.key === "Enter" && id === current && canWrite && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void settleFindingAtHand("fix");
    }
  };
  if (findings.length === 0) return <Empty />;
  return (
    <div className={styles.scroller} onScroll={onScroll}>
      <ul ref={list} className={styles.list} aria-label="校核发现的问题" onKeyDown={onKeyDown}>
        {drawn.map((line) =>
          line.kind === "group" ? (
            <li key={line.key} className={styles.group}>
              <span>{line.name}</span>
              <span className={styles.count}>{line.count}</span>
            </li>
          ) : (
            <FindingRow
              key={line.key}
              finding={line.finding}
              isCurrent={line.key === current}
              isFocusable={line.key === focusable}
              canWrite={canWrite}
            />
          ),
        )}
      </ul>
    </div>
  );
}

function neighbour(listed: readonly KnownFinding[], id: string, key: string): KnownFinding | null {
  const at = listed.findIndex((finding) => finding.id === id);
  if (key === "ArrowDown") return listed[at + 1] ?? null;
  if (key === "ArrowUp") return at > 0 ? (listed[at - 1] ?? null) : null;
  if (key === "Home") return listed[0] ?? null;
  return key === "End" ? (listed.at(-1) ?? null) : null;
}

function Empty() {
  const shown = useCheck((state) => state.shown);
  const left = useCheck((state) => state.findings.length);
  return (
    <div className={styles.message}>
      <p>
        {left > 0
          ? `没有${shown}。另有 ${left} 处，点“全部”列出。`
          : "没有发现问题。校核只说有把握的，数据和事实仍请对照底稿核一遍。"}
      </p>
    </div>
  );
}
