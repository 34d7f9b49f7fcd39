import { useLayoutEffect } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ProgressLine } from "../ui/progress-line.tsx";
import { ExportChoice } from "./export-choice.tsx";
import styles from "./export-dialog.module.css";
import { ExportReport } from "./export-report.tsx";
import { UnfinishedActions } from "./unfinished-actions.tsx";
import { UnfinishedList } from "./unfinished-list.tsx";
import { beginExport, cancelExport, plan, reveal, runExport, useExport } from "./export-session.ts";
import { progressText } from "./export-wording.ts";

/** Exports the report: what, where to, and what came of it. May be closed while the files are made. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { phase, plan: planned, formats } = useExport();
  // Before the first picture, so that what came of the last export does not show for a moment.
  useLayoutEffect(() => {
    void beginExport();
  }, []);
  const title = {
    planning: "导出",
    choosing: "导出",
    unfinished: "报告还没有写完",
    asking: "已有同名文件",
    running: "正在导出",
    done: "导出完成",
    failed: "没有导出",
  };
  return (
    <Dialog open onClose={onClose} title={title[phase.kind]} actions={<Actions onClose={onClose} />}>
      {(phase.kind === "planning" || phase.kind === "choosing") && <ExportChoice plan={planned} formats={formats} />}
      {phase.kind === "unfinished" && <UnfinishedList found={phase.found} />}
      {phase.kind === "asking" && planned && (
        <>
          <p>“{planned.folderLabel}”里已经有这些文件，覆盖后原来的内容就没有了：</p>
          <ul className={styles.names}>
            {planned.files
              .filter((file) => file.exists)
              .map((file) => (
                <li key={file.format}>{file.name}</li>
              ))}
          </ul>
        </>
      )}
      {phase.kind === "running" && <Running />}
      {phase.kind === "done" && <ExportReport result={phase.result} />}
      {phase.kind === "failed" && <p>{phase.message}</p>}
    </Dialog>
  );
}

function Running() {
  const phase = useExport((session) => session.phase);
  if (phase.kind !== "running") return null;
  const { progress } = phase;
  return (
    <div className={styles.running}>
      <p role="status">{progressText(progress)}</p>
      <progress
        className={styles.progress}
        aria-label="导出进度"
        {...(progress && { value: progress.finished, max: progress.total })}
      />
      <p className={styles.quiet}>可以关闭这个窗口继续写，文件做好后会告诉您。</p>
    </div>
  );
}

function Actions({ onClose }: { readonly onClose: () => void }) {
  const { phase, plan: planned, formats } = useExport();
  switch (phase.kind) {
    case "planning":
    case "choosing":
      return (
        <>
          <ProgressLine active={phase.kind === "planning"} label="正在查看文件夹" />
          <Button onClick={onClose}>取消</Button>
          <Button
            variant="primary"
            disabled={phase.kind === "planning" || !planned || formats.length === 0}
            onClick={() => void runExport()}
          >
            导出
          </Button>
        </>
      );
    case "unfinished":
      return (
        <UnfinishedActions found={phase.found} onGoOn={() => void runExport({ unfinished: true })} onClose={onClose} />
      );
    case "asking":
      return (
        <>
          <Button onClick={() => useExport.setState({ phase: { kind: "choosing" } })}>返回</Button>
          <Button variant="primary" onClick={() => void runExport({ unfinished: true, overwrite: true })}>
            覆盖
          </Button>
        </>
      );
    case "running":
      return (
        <>
          <Button onClick={() => void cancelExport()}>取消导出</Button>
          <Button variant="primary" onClick={onClose}>
            在后台继续
          </Button>
        </>
      );
    case "done":
      return (
        <>
          <Button onClick={() => void reveal(phase.result.folderToken)}>打开所在文件夹</Button>
          <Button variant="primary" onClick={onClose}>
            完成
          </Button>
        </>
      );
    case "failed":
      return (
        <>
          <Button onClick={() => void (planned ? plan(planned.folderToken) : beginExport())}>返回重试</Button>
          <Button variant="primary" onClick={onClose}>
            关闭
          </Button>
        </>
      );
  }
}
