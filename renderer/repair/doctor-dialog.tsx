import { useState } from "react";
import { useStore } from "../store.ts";
import { leaveDialog } from "../dialogs/leave-dialog.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ProgressLine } from "../ui/progress-line.tsx";
import { announce, announceFailure } from "../ui/toast.tsx";
import styles from "./doctor-dialog.module.css";
import { RepairChooser } from "./repair-chooser.tsx";
import { openReportToRepair, repairOpenReport } from "./repair-open-report.ts";
import { useRepairPlan } from "./use-repair-plan.ts";

/** 导入体检: what is wrong in the report at hand as conversions and retyping leave it, and repairs to choose from. */
export function DoctorDialog() {
  const [report] = useState(openReportToRepair);
  const { plan, chosen, onChoose, failure } = useRepairPlan(report);
  const isLooking = plan === null && failure === null;
  const close = (): void => {
    leaveDialog();
    // so that Ctrl+Z is at hand at once
    useStore.getState().editor?.focus();
  };
  const apply = (): void => {
    if (!report || !plan) return;
    try {
      const count = repairOpenReport(report, plan, chosen);
      close();
      announce({ message: `已修复 ${count} 处，按 Ctrl+Z 可以一次撤销。` });
    } catch (error) {
      announceFailure(error);
    }
  };
  return (
    <Dialog
      open
      size="large"
      onClose={close}
      title="导入体检"
      actions={
        <>
          <ProgressLine active={isLooking} label="正在检查全文" />
          <Button onClick={close}>
            {isLooking ? "取消" : plan === null || plan.repairs.length === 0 ? "知道了" : "暂不修改"}
          </Button>
          {failure === null && plan?.repairs.length !== 0 && (
            <Button variant="primary" disabled={chosen.size === 0} onClick={apply}>
              应用 {chosen.size} 处
            </Button>
          )}
        </>
      }
    >
      {failure !== null && <p role="alert">{failure}</p>}
      {plan && (
        <>
          <p className={styles.summary}>
            {plan.repairs.length === 0
              ? "没有发现需要修复的地方。"
              : `发现 ${plan.repairs.length} 处可以修复，已选 ${chosen.size} 处。改动有把握的已经选上，点开每一类可以逐处查看。`}
          </p>
          <RepairChooser plan={plan} chosen={chosen} onChoose={onChoose} />
        </>
      )}
    </Dialog>
  );
}
