import { Folder } from "lucide-react";
import { type ExportFormat, exportFormats, type ExportPlan } from "../../core/contract.ts";
import { OpenAtExport } from "../check/open-at-export.tsx";
import { useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import styles from "./export-dialog.module.css";
import { chooseFolder, plan as makePlan, useExport } from "./export-session.ts";
import { formatNames } from "./export-wording.ts";

type ExportChoiceProps = { readonly plan: ExportPlan | null; readonly formats: readonly ExportFormat[] };

/** Which files are made, under what names, and where they go. */
export function ExportChoice({ plan, formats }: ExportChoiceProps) {
  const canChooseFolder = useStore((state) => state.info?.shell === "electron");
  const toggle = (format: ExportFormat): void => {
    const next = exportFormats.filter((one) => (one === format ? !formats.includes(one) : formats.includes(one)));
    void makePlan(plan?.folderToken ?? null, next);
  };
  return (
    <div className={styles.choice}>
      <ul className={styles.formats}>
        {exportFormats.map((format) => (
          <li key={format}>
            <label className={styles.format}>
              <Checkbox checked={formats.includes(format)} onChange={() => toggle(format)} />
              <span className={styles.formatName}>{formatNames[format].name}</span>
              <span className={styles.use}>{formatNames[format].use}</span>
            </label>
            {formats.includes(format) ? (
              <FileName file={plan?.files.find((one) => one.format === format)} />
            ) : (
              <p className={styles.noFile}>不导出</p>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.folder}>
        <Folder size={16} strokeWidth={1.75} aria-hidden />
        <p>
          <span className={styles.quiet}>存到</span> {plan?.folderLabel}
        </p>
        {canChooseFolder && <Button onClick={() => void chooseFolder()}>换个文件夹</Button>}
      </div>
      {plan && plan.warnings.length > 0 && (
        <ul className={styles.warnings}>
          {plan.warnings.map((warning) => (
            <li key={warning.message}>{warning.message}</li>
          ))}
        </ul>
      )}
      <OpenAtExport />
      {plan && plan.pending > 0 && <StampChoice />}
    </div>
  );
}

/** Whoever gets the files must see that they are not checked yet. */
function StampChoice() {
  const stamp = useExport((session) => session.stamp);
  return (
    <label className={styles.stamp}>
      <Checkbox checked={stamp} onChange={(checked) => useExport.setState({ stamp: checked })} />
      <span>页眉标注“待核稿”</span>
      <span className={styles.use}>纯文本和网页标在第一行；全部核对后不再标注</span>
    </label>
  );
}

function FileName({ file }: { readonly file: ExportPlan["files"][number] | undefined }) {
  return (
    <p className={styles.fileName}>
      {file?.name}
      {file?.exists && <span className={styles.exists}>已有同名文件</span>}
    </p>
  );
}
