import { Printer, Settings2 } from "lucide-react";
import { isWritable, openDialog, useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Select } from "../ui/select.tsx";
import { CheckList } from "./check-list-view.tsx";
import { safeGroups } from "./check-list.ts";
import styles from "./check-panel.module.css";
import { type Grouping, type Shown, shownFindings, useCheck } from "./check-store.ts";
import { DismissedList } from "./dismissed-list.tsx";
import { FixAll } from "./fix-all.tsx";

const groupings = [
  { value: "section", label: "按章节" },
  { value: "kind", label: "按类别" },
] as const satisfies readonly { readonly value: Grouping; readonly label: string }[];

/** 校核: what the checker found in the report, where it stands, why, and what can be done about it. */
export function CheckPanel() {
  const view = useCheck((state) => state.view);
  const failure = useCheck((state) => state.failure);
  if (failure !== null) return <Stopped reason={failure} />;
  if (view === "fix-all") return <FixAll />;
  if (view === "dismissed") return <DismissedList />;
  return <Findings />;
}

function Findings() {
  const findings = useCheck((state) => state.findings);
  const shown = useCheck((state) => state.shown);
  const grouping = useCheck((state) => state.grouping);
  const isChecked = useCheck((state) => state.checked !== null);
  const count = (severity: "错误" | "提示"): number => findings.filter((one) => one.severity === severity).length;
  return (
    <div className={styles.panel}>
      <div className={styles.choices}>
        <div className={styles.switch} role="group" aria-label="列出哪些">
          <Choice value="all" label={`全部 ${findings.length}`} />
          <Choice value="错误" label={`错误 ${count("错误")}`} />
          <Choice value="提示" label={`提示 ${count("提示")}`} />
        </div>
        <Select<Grouping>
          label="分组"
          className={styles.grouping ?? ""}
          value={grouping}
          options={groupings}
          onChange={(next) => useCheck.setState({ grouping: next })}
        />
        <IconButton icon={Settings2} label="校核规则" onClick={() => openDialog("check-rules")} />
      </div>
      {isChecked ? (
        <CheckList findings={shownFindings({ findings, shown })} grouping={grouping} />
      ) : (
        <p className={styles.quiet} role="status">
          正在校核……
        </p>
      )}
      <Foot />
    </div>
  );
}

function Choice({ value, label }: { readonly value: Shown; readonly label: string }) {
  const isOn = useCheck((state) => state.shown === value);
  return (
    <button
      type="button"
      className={styles.choice}
      aria-pressed={isOn}
      onClick={() => useCheck.setState({ shown: value })}
    >
      {label}
    </button>
  );
}

function Foot() {
  const findings = useCheck((state) => state.findings);
  const dismissed = useCheck((state) => state.skipped.length);
  const canWrite = useStore(isWritable);
  const safe = safeGroups(findings).reduce((sum, group) => sum + group.findings.length, 0);
  return (
    <div className={styles.foot}>
      {safe > 0 && canWrite && (
        <Button onClick={() => useCheck.setState({ view: "fix-all" })}>一并改正 {safe} 处…</Button>
      )}
      {dismissed > 0 && (
        <button type="button" className={styles.link} onClick={() => useCheck.setState({ view: "dismissed" })}>
          已略过 {dismissed} 处
        </button>
      )}
      <IconButton
        icon={Printer}
        label="导出校核单"
        className={styles.print ?? ""}
        onClick={() => openDialog("check-sheet")}
      />
    </div>
  );
}

function Stopped({ reason }: { readonly reason: string }) {
  return (
    <div className={styles.message} role="alert">
      <p>{reason}</p>
      <Button onClick={() => useCheck.setState({ failure: null })}>重新校核</Button>
    </div>
  );
}
