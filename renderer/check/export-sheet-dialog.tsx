import { useCallback, useEffect, useState } from "react";
import { type Output } from "../../core/contract.ts";
import styles from "../compare/export-comparison-dialog.module.css";
import { call, CallError, messageOf } from "../desk.ts";
import { reveal } from "../export/export-session.ts";
import { sizeText } from "../export/export-wording.ts";
import { saveFirst } from "../export/save-first.ts";
import { useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ProgressLine } from "../ui/progress-line.tsx";
import { announceFailure } from "../ui/toast.tsx";

type Plan = Output<"checkSheet.plan">;
type Phase =
  | { readonly kind: "planning" | "choosing" | "running" }
  | { readonly kind: "done"; readonly result: Output<"checkSheet.export"> }
  | { readonly kind: "failed"; readonly message: string };

/** Makes 校核单 of the open report. What is not saved is saved first. */
export function ExportSheetDialog({ onClose }: { readonly onClose: () => void }) {
  const { phase, plan, planFor, chooseFolder, run } = useSheetExport();
  const title = phase.kind === "done" ? "导出完成" : phase.kind === "failed" ? "没有导出" : "导出校核单";
  const cancel = (): void => {
    if (phase.kind === "running") void call("checkSheet.cancel", {});
    onClose();
  };
  return (
    <Dialog
      open
      onClose={cancel}
      title={title}
      size="small"
      actions={
        phase.kind === "done" ? (
          <>
            <Button onClick={() => void reveal(phase.result.folderToken)}>打开所在文件夹</Button>
            <Button variant="primary" onClick={onClose}>
              完成
            </Button>
          </>
        ) : (
          <>
            <ProgressLine
              active={phase.kind === "planning" || phase.kind === "running"}
              label={phase.kind === "running" ? "正在制作校核单" : "正在查看文件夹"}
            />
            <Button onClick={cancel}>取消</Button>
            {phase.kind === "failed" ? (
              <Button variant="primary" onClick={() => void planFor(plan?.folderToken ?? null)}>
                再试一次
              </Button>
            ) : (
              <Button variant="primary" disabled={phase.kind !== "choosing"} onClick={() => void run()}>
                {plan?.exists === true ? "覆盖" : "导出"}
              </Button>
            )}
          </>
        )
      }
    >
      {phase.kind === "failed" ? (
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
        一份 Word 文件，逐条列出错误、提示和已略过的，写明所在部分、原文、依据和建议，留有处理一栏，可以直接打印传阅。
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
      {plan?.exists === true && <p className={styles.exists}>那里已有同名文件，覆盖后原来的内容就没有了。</p>}
    </div>
  );
}

function useSheetExport() {
  const id = useStore((state) => state.opened?.report.id);
  const [phase, setPhase] = useState<Phase>({ kind: "planning" });
  const [plan, setPlan] = useState<Plan | null>(null);
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
        setPlan(await call("checkSheet.plan", { id, folderToken }));
        setPhase({ kind: "choosing" });
      } catch (error) {
        setPhase({ kind: "failed", message: messageOf(error) });
      }
    },
    [id],
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
  const run = async (): Promise<void> => {
    if (id === undefined || !plan) return;
    setPhase({ kind: "running" });
    try {
      const { folderToken, exists } = plan;
      setPhase({ kind: "done", result: await call("checkSheet.export", { id, folderToken, overwrite: exists }) });
    } catch (error) {
      // since the plan was made someone else has put a file there: now it is asked for
      if (error instanceof CallError && error.code === "file-exists") await planFor(plan.folderToken);
      else setPhase({ kind: "failed", message: messageOf(error) });
    }
  };
  return { phase, plan, planFor, chooseFolder, run };
}
