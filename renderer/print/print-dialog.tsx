import { useEffect, useLayoutEffect, useState } from "react";
import { UnfinishedActions } from "../export/unfinished-actions.tsx";
import { UnfinishedList } from "../export/unfinished-list.tsx";
import { refreshLibrary } from "../library/library-actions.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { announceFailure } from "../ui/toast.tsx";
import { PrintChoice } from "./print-choice.tsx";
import styles from "./print-dialog.module.css";
import { beginPrint, leavePrint, runPrint, usePrint } from "./print-session.ts";

const titles = {
  choosing: "打印",
  unfinished: "报告还没有写完",
  running: "正在准备打印",
  failed: "没有打印",
} as const;

/** What is printed, before the system asks how. */
export function PrintDialog() {
  const phase = usePrint((session) => session.phase);
  const [isBegun, setBegun] = useState(false);
  // before the first picture: what the print before was about must not show
  useLayoutEffect(() => {
    beginPrint();
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the choice begins with the dialog
    setBegun(true);
  }, []);
  // the report at hand may have got its title since the library was read; without an answer the list stays as it was
  useEffect(() => void refreshLibrary().catch(announceFailure), []);
  return (
    <Dialog open onClose={leavePrint} title={titles[phase.kind]} actions={<Actions />}>
      {phase.kind === "choosing" && isBegun && <PrintChoice />}
      {phase.kind === "unfinished" && <UnfinishedList found={phase.found} where="打印的纸上" />}
      {phase.kind === "running" && (
        <div className={styles.running}>
          <p role="status">
            {phase.step}
            {phase.total > 1 && `：${phase.done} / ${phase.total}`}
          </p>
          <progress
            className={styles.progress}
            aria-label="准备打印的进度"
            {...(phase.total > 1 && { value: phase.done, max: phase.total })}
          />
        </div>
      )}
      {phase.kind === "failed" && <p role="alert">{phase.message}</p>}
    </Dialog>
  );
}

function Actions() {
  const phase = usePrint((session) => session.phase);
  const isNothing = usePrint((session) => session.ids.size === 0);
  switch (phase.kind) {
    case "choosing":
      return (
        <>
          <Button onClick={leavePrint}>取消</Button>
          <Button variant="primary" disabled={isNothing} onClick={() => void runPrint()}>
            打印…
          </Button>
        </>
      );
    case "unfinished":
      return (
        <UnfinishedActions
          found={phase.found}
          goOn="仍然打印"
          onGoOn={() => void runPrint(true)}
          onClose={leavePrint}
        />
      );
    case "running":
      return (
        <Button variant="primary" onClick={leavePrint}>
          取消
        </Button>
      );
    case "failed":
      return (
        <>
          <Button onClick={() => usePrint.setState({ phase: { kind: "choosing" } })}>返回</Button>
          <Button variant="primary" onClick={leavePrint}>
            关闭
          </Button>
        </>
      );
  }
}
