import { ChevronLeft } from "lucide-react";
import { useState } from "react";
import { backToLibrary, exportReport, runCommand, toggleCompare, togglePreview } from "../commands.ts";
import { RenameField } from "../library/rename-field.tsx";
import { reportTypeNames, untitled } from "../library/wording.ts";
import { firstShortcut } from "../shortcut.ts";
import { isWritable, useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { Hint } from "../ui/tooltip.tsx";
import { useEditorSnapshot } from "../use-editor-snapshot.ts";
import { AppMenu } from "./app-menu.tsx";
import styles from "./header.module.css";
import { SaveIndicator } from "./save-indicator.tsx";

/** Where am I, is it saved, what can I take out. */
export function Header() {
  const preview = useStore((state) => state.panels.preview);
  const compare = useStore((state) => state.panels.compare);
  return (
    <header className={styles.header} data-region="header">
      <Hint text="回到报告库">
        <button type="button" className={styles.brand} onClick={() => void runCommand(backToLibrary)}>
          <ChevronLeft size={15} aria-hidden />
          年报台
        </button>
      </Hint>
      <Crumb />
      <Title />
      <SaveIndicator />
      <span className={styles.space} />
      <Hint text="看真正的页面" shortcut={firstShortcut(togglePreview)}>
        <Button aria-pressed={preview} className={styles.preview ?? ""} onClick={() => void runCommand(togglePreview)}>
          预览
        </Button>
      </Hint>
      <Hint text="和去年的文本逐句对照">
        <Button aria-pressed={compare} className={styles.preview ?? ""} onClick={() => void runCommand(toggleCompare)}>
          去年对照
        </Button>
      </Hint>
      <Hint text="导出 Word、PDF、文本和网页" shortcut={firstShortcut(exportReport)}>
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
