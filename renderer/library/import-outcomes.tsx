import { CircleAlert, CircleCheck, LoaderCircle } from "lucide-react";
import { type Warning } from "../../core/contract.ts";
import { besideDoctor } from "../../core/repair/told-by-doctor.ts";
import { useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { announceFailure } from "../ui/toast.tsx";
import { cancelImports, openImported } from "./import-files.ts";
import { type ImportOutcome } from "./import-outcome.ts";
import styles from "./import-outcomes.module.css";
import { untitled } from "./wording.ts";

/** How it went with the files that were brought in, one by one. */
export function ImportOutcomes() {
  const imports = useStore((state) => state.imports);
  const isBusy = imports.some((one) => one.result.kind === "waiting");
  const close = (): void => {
    if (!isBusy) useStore.setState({ imports: [] });
  };
  const done = imports.filter((one) => one.result.kind === "done").length;
  return (
    <Dialog
      open={imports.length > 0}
      onClose={close}
      title={isBusy ? "正在读取文件" : titleOf(done, imports.length)}
      actions={
        isBusy ? (
          <Button onClick={() => void cancelImports().catch(announceFailure)}>取消</Button>
        ) : (
          <Button variant="primary" onClick={close}>
            知道了
          </Button>
        )
      }
    >
      <ul className={styles.list}>
        {imports.map((one, index) => (
          <Outcome key={`${index} ${one.fileName}`} outcome={one} isBusy={isBusy} />
        ))}
      </ul>
    </Dialog>
  );
}

/** Of one file its row says all; of several the title says how many went well. */
function titleOf(done: number, all: number): string {
  if (done === 0) return all === 1 ? "没有打开这个文件" : `${all} 个文件都没有打开`;
  return `打开了 ${done} 个文件，共 ${all} 个`;
}

function Warnings({ warnings }: { readonly warnings: readonly Warning[] }) {
  if (warnings.length === 0) return null;
  return (
    <details>
      <summary>有 {warnings.length} 处要看一看</summary>
      <ul className={styles.warnings}>
        {warnings.map((warning, index) => (
          <li key={index}>{warning.message}</li>
        ))}
      </ul>
    </details>
  );
}

function Outcome(props: { readonly outcome: ImportOutcome; readonly isBusy: boolean }) {
  const {
    outcome: { fileName, result },
    isBusy,
  } = props;
  const Icon = { waiting: LoaderCircle, done: CircleCheck, refused: CircleAlert }[result.kind];
  return (
    <li className={styles.outcome} data-kind={result.kind}>
      <Icon className={styles.icon} size={16} strokeWidth={1.75} aria-hidden />
      <div>
        <p className={styles.name}>{fileName}</p>
        {result.kind === "waiting" && <p>正在读取</p>}
        {result.kind === "refused" && <p>{result.message}</p>}
        {result.kind === "done" && (
          <>
            <p>
              已成为报告“{result.report.title || untitled}”。
              {result.repairs > 0 && `可修复 ${result.repairs} 处，打开后可以逐处选择。`}
            </p>
            <Warnings warnings={besideDoctor(result.warnings, result.repairs)} />
          </>
        )}
      </div>
      {result.kind === "done" && !isBusy && (
        <Button
          onClick={() => {
            useStore.setState({ imports: [] });
            openImported(result).catch(announceFailure);
          }}
        >
          打开
        </Button>
      )}
    </li>
  );
}
