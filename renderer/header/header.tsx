import { ChevronLeft } from "lucide-react";
import { useState } from "react";
import { backToLibrary, exportReport, runCommand } from "../commands.ts";
import { RenameField } from "../library/rename-field.tsx";
import { reportTypeNames, untitled } from "../library/wording.ts";
import { firstShortcut } from "../shortcut.ts";
import { isWritable, useStore } from "../store.ts";
import { Toolbar } from "../toolbar/toolbar.tsx";
import { Button } from "../ui/button.tsx";
import { Seal } from "../ui/seal.tsx";
import { Hint } from "../ui/tooltip.tsx";
import { useEditorSnapshot } from "../use-editor-snapshot.ts";
import { AppMenu } from "./app-menu.tsx";
import styles from "./header.module.css";
import { SaveIndicator } from "./save-indicator.tsx";
import { ViewSwitch } from "./view-switch.tsx";

/** Where am I, is it saved, what can I take out. In a small window the tools stand in the same bar. */
export function Header({ compact }: { readonly compact: boolean }) {
  return (
    <header className={styles.header} data-region="header" data-compact={compact || undefined}>
      <Hint text="回到报告库" side="bottom">
        <button
          type="button"
          className={styles.back}
          aria-label="年报台，回到报告库"
          onClick={() => void runCommand(backToLibrary)}
        >
          <ChevronLeft size={18} strokeWidth={1.75} aria-hidden />
          {!compact && <Seal />}
        </button>
      </Hint>
      {!compact && <Crumb />}
      <Title />
      <SaveIndicator compact={compact} />
      {compact ? (
        <section className={styles.tools} aria-label="编辑工具栏" data-region="toolbar">
          <Toolbar compact />
        </section>
      ) : (
        <span className={styles.space} />
      )}
      <ViewSwitch compact={compact} />
      <Hint text="导出 Word、PDF、文本和网页" shortcut={firstShortcut(exportReport)} side="bottom">
        <Button variant="primary" onClick={() => void runCommand(exportReport)}>
          导出
        </Button>
      </Hint>
      <AppMenu />
    </header>
  );
}

function Crumb() {
  const year = useStore((state) => state.fields?.year);
  const type = useStore((state) => state.opened?.report.reportType);
  return (
    <span className={styles.crumb}>
      {year}
      <span aria-hidden>／</span>
      {type && reportTypeNames[type]}
    </span>
  );
}

function Title() {
  const [renaming, setRenaming] = useState(false);
  const title = useEditorSnapshot((snapshot) => snapshot.title) ?? "";
  const canWrite = useStore(isWritable);
  if (renaming) {
    return (
      <span className={styles.renaming}>
        <RenameField
          title={title}
          onDone={(next) => {
            setRenaming(false);
            if (next !== null) useStore.getState().editor?.setTitle(next);
          }}
        />
      </span>
    );
  }
  return (
    <h1 className={styles.title} title={title}>
      {canWrite ? (
        <button type="button" className={styles.name} aria-label={`改标题：${title}`} onClick={() => setRenaming(true)}>
          {title || untitled}
        </button>
      ) : (
        title || untitled
      )}
    </h1>
  );
}
