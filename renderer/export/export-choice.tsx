import { Checkbox } from "@base-ui/react/checkbox";
import { Check, Folder } from "lucide-react";
import { type ExportFormat, exportFormats, type ExportPlan } from "../../core/contract.ts";
import { useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import styles from "./export-dialog.module.css";
import { chooseFolder, plan as makePlan } from "./export-session.ts";
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
              <Checkbox.Root
                className={styles.box}
                checked={formats.includes(format)}
                onCheckedChange={() => toggle(format)}
              >
                <Checkbox.Indicator className={styles.tick}>
                  <Check size={13} strokeWidth={2.5} aria-hidden />
                </Checkbox.Indicator>
              </Checkbox.Root>
              <span className={styles.formatName}>{formatNames[format].name}</span>
              <span className={styles.use}>{formatNames[format].use}</span>
            </label>
            <FileName file={plan?.files.find((one) => one.format === format)} />
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
    </div>
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
