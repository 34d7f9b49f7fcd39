import { type ReportSummary } from "../../core/contract.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ProgressLine } from "../ui/progress-line.tsx";
import { pickFiles } from "./pick-files.ts";
import { RollConfirm } from "./roll-confirm.tsx";
import styles from "./roll-dialog.module.css";
import { RollSources } from "./roll-sources.tsx";
import { useRoll, type Work } from "./use-roll.ts";
import { untitled } from "./wording.ts";

const workNames: Readonly<Record<Work, string>> = {
  none: "",
  reading: "正在读取文件",
  looking: "正在打开去年的报告",
  rolling: "正在新建今年的报告",
};

/** 从去年报告新建: chooses last year's report, confirms the years and what to repair, and opens this year's draft. */
export function RollDialog({ onClose }: { readonly onClose: () => void }) {
  const roll = useRoll(onClose);
  const { reports, chosen, source, work, failure, years, repairs } = roll;
  if (roll.isAsking)
    return <AskImported reports={roll.imported} onKeep={onClose} onRemove={() => void roll.remove()} />;
  return (
    <Dialog
      open
      size="large"
      onClose={roll.close}
      title="从去年报告新建"
      actions={
        <>
          <ProgressLine active={work !== "none"} label={workNames[work]} />
          <Button onClick={roll.close}>取消</Button>
          {source && (
            <Button disabled={work !== "none"} onClick={roll.back}>
              上一步
            </Button>
          )}
          {source ? (
            <Button
              variant="primary"
              disabled={work !== "none" || (!repairs.plan && repairs.failure === null)}
              onClick={() => void roll.roll()}
            >
              新建
            </Button>
          ) : (
            <Button
              variant="primary"
              disabled={work !== "none" || !chosen}
              onClick={() => chosen && void roll.takeReport(chosen)}
            >
              下一步
            </Button>
          )}
        </>
      }
    >
      {failure !== null && (
        <p className={styles.failure} role="alert">
          {failure}
        </p>
      )}
      {source ? (
        <RollConfirm
          title={source.report.title || untitled}
          fileName={source.fileName}
          warnings={source.warnings}
          years={years}
          onYears={roll.setYears}
          onDone={() => void roll.roll()}
          repairs={repairs}
        />
      ) : (
        <RollSources
          reports={reports}
          chosenId={chosen?.id ?? null}
          onChoose={roll.choose}
          onTake={(report) => void roll.takeReport(report)}
          onPickFile={() => pickFiles((files) => void roll.takeFile(files), false)}
        />
      )}
    </Dialog>
  );
}

type AskProps = {
  readonly reports: readonly ReportSummary[];
  readonly onKeep: () => void;
  readonly onRemove: () => void;
};

/** The user gave up, and a file was brought in already: keeping it is the default, since nothing is lost that way. */
function AskImported({ reports, onKeep, onRemove }: AskProps) {
  return (
    <Dialog
      open
      size="small"
      onClose={onKeep}
      title="留着读进来的报告吗"
      actions={
        <>
          <Button onClick={onRemove}>移到回收站</Button>
          <Button variant="primary" onClick={onKeep}>
            留在报告库
          </Button>
        </>
      }
    >
      <p>
        没有新建今年的报告。刚才读进来的{reports.map(({ title }) => `“${title || untitled}”`).join("、")}
        已在报告库里，留着以后还可以用它新建。
      </p>
    </Dialog>
  );
}
