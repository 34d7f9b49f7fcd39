import { useState } from "react";
import { type Output } from "../../core/contract.ts";
import { type Inspection, type InspectionRow, type Verdict } from "../../core/inspect/inspection.ts";
import { deviationsHead, inspectionHead } from "../../core/inspect/wording.ts";
import { call, CallError, messageOf } from "../desk.ts";
import { DeviationList } from "../house-style/deviation-list.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ProgressLine } from "../ui/progress-line.tsx";
import { reveal, useExport } from "./export-session.ts";
import styles from "./inspection-dialog.module.css";
import { InspectionTable } from "./inspection-table.tsx";

type Saving =
  | { readonly kind: "idle" | "running" | "asking" }
  | { readonly kind: "done"; readonly made: Output<"inspection.export"> }
  | { readonly kind: "failed"; readonly message: string };

/** 版面体检单 of the last export: what to look at first, then what is as it should be, then what does not apply. */
export function InspectionDialog({ onClose }: { readonly onClose: () => void }) {
  const { phase, reportId } = useExport();
  const result = phase.kind === "done" ? phase.result : null;
  const [saving, setSaving] = useState<Saving>({ kind: "idle" });
  if (result === null || result.inspection === null || reportId === null) return null;
  const save = async (overwrite: boolean): Promise<void> => {
    setSaving({ kind: "running" });
    try {
      const { folderToken } = result;
      setSaving({ kind: "done", made: await call("inspection.export", { id: reportId, folderToken, overwrite }) });
    } catch (error) {
      const isTaken = error instanceof CallError && error.code === "file-exists";
      setSaving(isTaken ? { kind: "asking" } : { kind: "failed", message: messageOf(error) });
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="版面体检单"
      size="large"
      actions={
        <>
          <SavingState saving={saving} />
          {saving.kind === "done" && <Button onClick={() => void reveal(result.folderToken)}>打开所在文件夹</Button>}
          {saving.kind === "asking" ? (
            <Button onClick={() => void save(true)}>覆盖</Button>
          ) : (
            <Button disabled={saving.kind === "running"} onClick={() => void save(false)}>
              另存为 Word 文档
            </Button>
          )}
          <Button variant="primary" onClick={onClose}>
            完成
          </Button>
        </>
      }
    >
      <Sheet inspection={result.inspection} />
    </Dialog>
  );
}

function SavingState({ saving }: { readonly saving: Saving }) {
  switch (saving.kind) {
    case "idle":
      return null;
    case "running":
      return <ProgressLine active label="正在制作体检单" />;
    case "asking":
      return (
        <p className={styles.saving} role="status">
          那里已有同名文件，覆盖后原来的内容就没有了。
        </p>
      );
    case "done":
      return (
        <p className={styles.saving} role="status">
          已存为“{saving.made.name}”，可以打开打印。
        </p>
      );
    case "failed":
      return (
        <p className={styles.saving} role="alert">
          {saving.message}
        </p>
      );
  }
}

function Sheet({ inspection }: { readonly inspection: Inspection }) {
  const of = (verdict: Verdict): readonly InspectionRow[] => inspection.rows.filter((row) => row.verdict === verdict);
  const [look, ok, inapplicable] = [of("attention"), of("ok"), of("inapplicable")];
  return (
    <div className={styles.sheet}>
      <p className={styles.head}>{inspectionHead(inspection)}</p>
      {look.length > 0 && <InspectionTable name="请看" rows={look} />}
      {ok.length > 0 && <InspectionTable name="通过" rows={ok} />}
      {inspection.deviations.length > 0 && (
        <section className={styles.deviations}>
          <p className={styles.others}>{deviationsHead(inspection.deviations)}</p>
          <DeviationList deviations={inspection.deviations} />
        </section>
      )}
      {inapplicable.length > 0 && (
        <p className={styles.others}>没有这一项：{inapplicable.map(({ name }) => name).join("、")}</p>
      )}
    </div>
  );
}
