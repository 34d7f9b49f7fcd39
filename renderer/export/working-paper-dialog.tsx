import { useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ProgressLine } from "../ui/progress-line.tsx";
import { reveal } from "./export-session.ts";
import { sizeText } from "./export-wording.ts";
import { UnfinishedActions } from "./unfinished-actions.tsx";
import { UnfinishedList } from "./unfinished-list.tsx";
import { type PaperPhase, type PaperPlan, useWorkingPaper, type WorkingPaper } from "./use-working-paper.ts";
import styles from "./working-paper-dialog.module.css";

type WorkingPaperDialogProps = {
  /** What the paper is called: 对照稿. */
  readonly name: string;
  /** What it holds, in a sentence. */
  readonly about: string;
  readonly paper: WorkingPaper;
  /** Gives up a paper that is being made. */
  readonly onGiveUp: () => void;
  readonly onClose: () => void;
};

function titleOf(phase: PaperPhase, name: string): string {
  switch (phase.kind) {
    case "unfinished":
      return "报告还没有写完";
    case "done":
      return "导出完成";
    case "failed":
      return "没有导出";
    case "planning":
    case "choosing":
    case "running":
      return `导出${name}`;
  }
}

/** Makes a Word file about the open report. Whoever leaves the dialog while it is made gives it up. */
export function WorkingPaperDialog({ name, about, paper, onGiveUp, onClose }: WorkingPaperDialogProps) {
  const { phase, plan, planFor, chooseFolder, run } = useWorkingPaper(paper);
  const leave = (): void => {
    if (phase.kind === "running") onGiveUp();
    onClose();
  };
  return (
    <Dialog
      open
      onClose={leave}
      title={titleOf(phase, name)}
      size={phase.kind === "unfinished" ? "medium" : "small"}
      actions={
        <>
          <ProgressLine
            active={phase.kind === "planning" || phase.kind === "running"}
            label={phase.kind === "running" ? `正在制作${name}` : "正在查看文件夹"}
          />
          {phase.kind === "done" ? (
            <>
              <Button onClick={() => void reveal(phase.made.folderToken)}>打开所在文件夹</Button>
              <Button variant="primary" onClick={onClose}>
                完成
              </Button>
            </>
          ) : phase.kind === "unfinished" ? (
            <UnfinishedActions found={phase.found} onGoOn={() => void run(true)} onClose={onClose} />
          ) : (
            <>
              <Button onClick={leave}>取消</Button>
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
          {phase.made.name}（{sizeText(phase.made.bytes)}）已存到 {phase.made.folderLabel}
        </p>
      ) : (
        <Choice about={about} plan={plan} onChooseFolder={() => void chooseFolder()} />
      )}
    </Dialog>
  );
}

type ChoiceProps = {
  readonly about: string;
  readonly plan: PaperPlan | null;
  readonly onChooseFolder: () => void;
};

function Choice({ about, plan, onChooseFolder }: ChoiceProps) {
  const shell = useStore((state) => state.info?.shell);
  return (
    <div className={styles.choice}>
      <p className={styles.text}>{about}</p>
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
