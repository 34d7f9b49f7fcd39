import { useCallback, useEffect, useState } from "react";
import { type Unfinished } from "../../core/check/unfinished.ts";
import { type Output } from "../../core/contract.ts";
import { call, CallError, messageOf } from "../desk.ts";
import { reveal, unfinishedNow } from "../export/export-session.ts";
import { sizeText } from "../export/export-wording.ts";
import { saveFirst } from "../export/save-first.ts";
import { UnfinishedActions } from "../export/unfinished-actions.tsx";
import { UnfinishedList } from "../export/unfinished-list.tsx";
import { useStore } from "../store.ts";
import { announceFailure } from "../ui/toast.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ProgressLine } from "../ui/progress-line.tsx";
import { useCompare } from "./compare-store.ts";
import styles from "./export-comparison-dialog.module.css";

type Plan = Output<"comparison.plan">;
type Phase =
  | { readonly kind: "planning" | "choosing" | "running" }
  | { readonly kind: "unfinished"; readonly found: readonly Unfinished[] }
  | { readonly kind: "done"; readonly result: Output<"comparison.export"> }
  | { readonly kind: "failed"; readonly message: string };

const titles = {
  planning: "导出对照稿",
  choosing: "导出对照稿",
  unfinished: "报告还没有写完",
  running: "导出对照稿",
  done: "导出完成",
  failed: "没有导出",
};

/** Makes 对照稿 of the open report and the one that it is held against. What is not saved is saved first. */
export function ExportComparisonDialog({ onClose }: { readonly onClose: () => void }) {
  const { phase, plan, planFor, chooseFolder, run } = useComparisonExport();
  return (
    <Dialog
      open
      onClose={onClose}
      title={titles[phase.kind]}
      size={phase.kind === "unfinished" ? "medium" : "small"}
      actions={
        <>
          <ProgressLine
            active={phase.kind === "planning" || phase.kind === "running"}
            label={phase.kind === "running" ? "正在制作对照稿" : "正在查看文件夹"}
          />
          {phase.kind === "done" ? (
            <>
              <Button onClick={() => void reveal(phase.result.folderToken)}>打开所在文件夹</Button>
              <Button variant="primary" onClick={onClose}>
                完成
              </Button>
            </>
          ) : phase.kind === "unfinished" ? (
            <UnfinishedActions found={phase.found} onGoOn={() => void run(true)} onClose={onClose} />
          ) : (
            <>
              <Button
                onClick={() => {
                  if (phase.kind === "running") void call("comparison.cancel", {});
                  onClose();
                }}
              >
                取消
              </Button>
              {phase.kind === "failed" ? (
                <Button variant="primary" onClick={() => void planFor(plan?.folderToken ?? null)}>
                  再试一次
                </Button>
              ) : (
                <Button variant="primary" disabled={phase.kind !== "choosing"} onClick={() => void run()}>
                  {plan?.exists ? "覆盖" : "导出"}
                </Button>
              )}
            </>
          )}
        </>
      }
    >
      {phase.kind === "unfinished" ? (
        <UnfinishedList found={phase.found} />
      ) : phase.kind === "failed" ? (
        <p role="alert">{phase.message}</p>
      ) : phase.kind === "done" ? (
        <p className={styles.text}>
          {phase.result.name}（{sizeText(phase.result.bytes)}）已存到 {phase.result.folderLabel}
        </p>
      ) : (
        <Choice plan={plan} onChooseFolder={() => void chooseFolder()} />
      )}
    </Dialog>
  );
}

function Choice({ plan, onChooseFolder }: { readonly plan: Plan | null; readonly onChooseFolder: () => void }) {
  const shell = useStore((state) => state.info?.shell);
  return (
    <div className={styles.choice}>
      <p className={styles.text}>
        两份报告左右两栏逐句对照，删去的字加删除线，新写的字加下划线，附各节雷同度和连续未改的句子，可以直接打印。
      </p>
      {plan && (
        <dl className={styles.plan}>
          <dt>文件名</dt>
          <dd>{plan.name}</dd>
          <dt>存放在</dt>
          <dd>
            {plan.folderLabel}
            {shell === "electron" && (
              <Button variant="quiet" onClick={onChooseFolder}>
                换一个文件夹
              </Button>
            )}
          </dd>
        </dl>
      )}
      {plan?.exists && <p className={styles.exists}>那里已有同名文件，覆盖后原来的内容就没有了。</p>}
    </div>
  );
}

function useComparisonExport() {
  const id = useStore((state) => state.opened?.report.id);
  const choice = useCompare((state) => state.choice);
  const [phase, setPhase] = useState<Phase>({ kind: "planning" });
  const [plan, setPlan] = useState<Plan | null>(null);
  const withId = choice === "previous" || choice === null ? null : choice;

  const planFor = useCallback(
    async (folderToken: string | null): Promise<void> => {
      if (id === undefined) return;
      setPhase({ kind: "planning" });
      try {
        const unsaved = await saveFirst();
        if (unsaved !== null) {
          setPhase({ kind: "failed", message: unsaved });
          return;
        }
        setPlan(await call("comparison.plan", { id, withId, folderToken }));
        setPhase({ kind: "choosing" });
      } catch (error) {
        setPhase({ kind: "failed", message: messageOf(error) });
      }
    },
    [id, withId],
  );
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- what the backend says begins with the dialog
    void planFor(null);
  }, [planFor]);

  const chooseFolder = async (): Promise<void> => {
    try {
      const chosen = await call("export.chooseFolder", {});
      if (chosen) await planFor(chosen.folderToken);
    } catch (error) {
      announceFailure(error);
    }
  };
  /** @param isAsked what is unfinished was shown, and is to go out as it is */
  const run = async (isAsked = false): Promise<void> => {
    if (id === undefined || !plan) return;
    const found = isAsked ? [] : unfinishedNow();
    if (found.length > 0) {
      setPhase({ kind: "unfinished", found });
      return;
    }
    setPhase({ kind: "running" });
    try {
      const { folderToken, exists } = plan;
      const result = await call("comparison.export", { id, withId, folderToken, overwrite: exists });
      setPhase({ kind: "done", result });
    } catch (error) {
      // since the plan was made someone else has put a file there: now it is asked for
      if (error instanceof CallError && error.code === "file-exists") await planFor(plan.folderToken);
      else setPhase({ kind: "failed", message: messageOf(error) });
    }
  };
  return { phase, plan, planFor, chooseFolder, run };
}
