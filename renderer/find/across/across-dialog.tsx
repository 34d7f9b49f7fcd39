import { isSameText } from "../../../core/document/place.ts";
import { useEffect, useMemo, useState } from "react";
import { refreshLibrary } from "../../library/library-actions.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { announceFailure } from "../../ui/toast.tsx";
import { chosenOf, choose, type HitGroup, kindGroups } from "../hit-choice.ts";
import { JudgedHits } from "../judged-hits.tsx";
import { NewSentence } from "../new-sentence.tsx";
import styles from "./across-dialog.module.css";
import { AcrossResult } from "./across-result.tsx";
import {
  type AcrossHit,
  type AcrossPhase,
  beginAcross,
  findAcross,
  replaceAcross,
  undoAcross,
  useAcross,
} from "./across-session.ts";
import { ChooseReports } from "./choose-reports.tsx";

/** 跨报告替换: the same words in several reports of the library, every place looked at before. */
export function AcrossDialog({ onClose }: { readonly onClose: () => void }) {
  const phase = useAcross((session) => session.phase);
  useEffect(beginAcross, []);
  // the report at hand may have got its title since the library was read; without an answer the list stays as it was
  useEffect(() => void refreshLibrary().catch(announceFailure), []);
  return (
    <Dialog
      open
      onClose={onClose}
      title="跨报告替换"
      size="large"
      actions={<Actions phase={phase} onClose={onClose} />}
    >
      {phase.kind === "choosing" && <ChooseReports />}
      {phase.kind === "finding" && (
        <div className={styles.running}>
          <p role="status">
            正在查找：{phase.done} / {phase.total} 份
          </p>
          <progress aria-label="查找进度" value={phase.done} max={phase.total} />
        </div>
      )}
      {phase.kind === "found" && <Found phase={phase} />}
      {phase.kind === "replacing" && (
        <p role="status" className={styles.running}>
          正在写入各份报告
        </p>
      )}
      {(phase.kind === "done" || phase.kind === "undone") && <AcrossResult phase={phase} />}
      {phase.kind === "failed" && <p role="alert">{phase.message}</p>}
    </Dialog>
  );
}

function Found({ phase }: { readonly phase: Extract<AcrossPhase, { kind: "found" }> }) {
  const { query, replacement, choice } = useAcross();
  const [current, setCurrent] = useState<AcrossHit | null>(null);
  const groups = useMemo(
    () =>
      phase.reports.flatMap(({ id, title, hits }): readonly HitGroup<AcrossHit>[] => [
        { key: id, level: 0, label: title, note: "", hits },
        ...kindGroups(hits, `${id} `),
      ]),
    [phase.reports],
  );
  const shown = current ?? phase.reports[0]?.hits[0] ?? null;
  const report = phase.reports.find(({ hits }) => shown !== null && hits.includes(shown));
  const neighbours = report?.hits.filter((hit) => shown !== null && isSameText(hit, shown)) ?? [];
  return (
    <div className={styles.found}>
      {phase.unread.map(({ title, message }) => (
        <p key={title} className={styles.warning}>
          “{title}”没有查：{message}
        </p>
      ))}
      {shown === null ? (
        <p>选中的报告里没有“{query}”。</p>
      ) : (
        <>
          <NewSentence hit={shown} neighbours={neighbours} choice={choice} replacement={replacement} />
          <JudgedHits
            groups={groups}
            choice={choice}
            onChoose={(hits, chosen) => useAcross.setState({ choice: choose(choice, hits, chosen) })}
            currentId={shown.id}
            onGo={setCurrent}
          />
        </>
      )}
    </div>
  );
}

function Actions({ phase, onClose }: { readonly phase: AcrossPhase; readonly onClose: () => void }) {
  const { query, ids, choice } = useAcross();
  const library = useStore((state) => state.library);
  const openId = useStore((state) => state.opened?.report.id);
  const back = <Button onClick={beginAcross}>返回</Button>;
  const close = (
    <Button variant="primary" onClick={onClose}>
      关闭
    </Button>
  );
  switch (phase.kind) {
    case "choosing": {
      const reports = library?.reports.filter(({ id }) => ids.has(id) && id !== openId) ?? [];
      return (
        <>
          <Button onClick={onClose}>取消</Button>
          <Button
            variant="primary"
            disabled={query === "" || reports.length === 0}
            onClick={() => void findAcross(reports)}
          >
            在 {reports.length} 份报告中查找
          </Button>
        </>
      );
    }
    case "finding":
      return <Button onClick={beginAcross}>取消</Button>;
    case "found": {
      const counts = phase.reports.map(({ hits }) => chosenOf(hits, choice).length).filter((count) => count > 0);
      const total = counts.reduce((sum, count) => sum + count, 0);
      return (
        <>
          {back}
          <Button variant="primary" disabled={total === 0} onClick={() => void replaceAcross()}>
            替换 {counts.length} 份报告中选中的 {total} 处
          </Button>
        </>
      );
    }
    case "replacing":
      return null;
    case "done": {
      const { token } = phase.result;
      return (
        <>
          {token !== null && <Button onClick={() => void undoAcross(token)}>撤销</Button>}
          {close}
        </>
      );
    }
    case "undone":
    case "failed":
      return (
        <>
          {back}
          {close}
        </>
      );
  }
}
