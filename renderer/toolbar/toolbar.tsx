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
import { CommandButton } from "./command-button.tsx";
import { LevelMenu } from "./level-menu.tsx";
import { TableTool } from "./table-tool.tsx";
import styles from "./toolbar.module.css";

/** What the selection is, and the few tools for it. Every button is one of the editor's commands. */
export function Toolbar() {
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="编辑工具">
      <LevelMenu />
      <span className={styles.line} />
      <CommandButton command={undo} />
      <CommandButton command={redo} />
      <span className={styles.line} />
      <CommandButton command={bold} />
      <CommandButton command={superscript} />
      <CommandButton command={subscript} />
      <CommandButton command={runIn} showLabel />
      <span className={styles.line} />
      <TableTool />
      <CommandButton command={insertImage} showLabel />
      <CommandButton command={insertPageBreak} showLabel />
      <CommandButton command={insertBlank} showLabel />
      <span className={styles.line} />
      <CommandButton command={find} showLabel />
    </div>
  );
}
