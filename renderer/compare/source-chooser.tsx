import { FileDown } from "lucide-react";
import { exportComparison, runCommand } from "../commands.ts";
import { useStore } from "../store.ts";
import { untitled } from "../library/wording.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Select } from "../ui/select.tsx";
import { chooseSource, useCompare } from "./compare-store.ts";
import styles from "./compare-panel.module.css";

const NONE = "";

/** Which report the open one is held against: its 去年文本, or any other of the library. */
export function SourceChooser() {
  const choice = useCompare((state) => state.choice);
  const opened = useStore((state) => state.opened?.report);
  const reports = useStore((state) => state.library?.reports) ?? [];
  if (!opened) return null;
  const options = [
    ...(choice === null ? [{ value: NONE, label: "选一份报告来对照" }] : []),
    ...(opened.previous ? [{ value: "previous", label: `去年文本（${opened.previous.year}年度）` }] : []),
    ...reports
      .filter(({ id }) => id !== opened.id)
      .sort((one, other) => other.year - one.year)
      .map(({ id, year, title }) => ({ value: id, label: `${year} ${title || untitled}` })),
  ];
  return (
    <div className={styles.source}>
      <Select
        label="与哪份报告对照"
        className={styles.chooser ?? ""}
        value={choice ?? NONE}
        options={options}
        onChange={(next) => next !== NONE && void chooseSource(next)}
      />
      <IconButton
        icon={FileDown}
        label="导出对照稿"
        disabled={choice === null}
        onClick={() => void runCommand(exportComparison)}
      />
    </div>
  );
}
