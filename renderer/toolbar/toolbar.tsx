import { Ellipsis } from "lucide-react";
import {
  bold,
  find,
  insertBlank,
  insertImage,
  insertPageBreak,
  redo,
  runIn,
  subscript,
  superscript,
  undo,
} from "../editor/session/commands.ts";
import { bindNumber } from "../figures/figure-commands.ts";
import { CommandButton } from "./command-button.tsx";
import { LevelMenu } from "./level-menu.tsx";
import { TableTool } from "./table-tool.tsx";
import { ToolbarMenu } from "./toolbar-menu.tsx";
import styles from "./toolbar.module.css";

/** What a small window keeps behind …, in the order of the wide toolbar. */
const seldom = [superscript, subscript, insertImage, insertPageBreak, bindNumber] as const;

/** What the selection is, and the few tools for it. Every button is one of the editor's commands. */
export function Toolbar({ compact = false }: { readonly compact?: boolean }) {
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="编辑工具" data-compact={compact || undefined}>
      <LevelMenu />
      <span className={styles.line} />
      <CommandButton command={undo} />
      <CommandButton command={redo} />
      <span className={styles.line} />
      <CommandButton command={bold} />
      {!compact && <CommandButton command={superscript} />}
      {!compact && <CommandButton command={subscript} />}
      <CommandButton command={runIn} showLabel />
      <span className={styles.line} />
      <TableTool />
      {!compact && <CommandButton command={insertImage} showLabel />}
      {!compact && <CommandButton command={insertPageBreak} showLabel />}
      <CommandButton command={insertBlank} showLabel />
      {!compact && <CommandButton command={bindNumber} showLabel />}
      {compact && (
        <ToolbarMenu
          commands={seldom}
          trigger={
            <button type="button" className={styles.button} aria-label="更多工具">
              <Ellipsis size={16} strokeWidth={1.75} aria-hidden />
            </button>
          }
        />
      )}
      <span className={styles.space} />
      <CommandButton command={find} showLabel showKeys={!compact} />
    </div>
  );
}
