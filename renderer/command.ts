import { type LucideIcon } from "lucide-react";
import { type AppState } from "./store.ts";
import { type CommandId } from "./command-ids.ts";

/** Headings under which commands stand in the shortcut sheet and the command palette. */
export const commandGroups = [
  "报告",
  "编辑",
  "标题和段落",
  "插入",
  "表格",
  "查找和跳转",
  "视图",
  "大纲",
  "帮助",
] as const;
export type CommandGroup = (typeof commandGroups)[number];

/**
 * One thing that the user can do. Header, toolbar, menus, shortcut sheet and command palette all read
 * the same object, so that a name, a key or a condition is written once.
 */
export type Command = {
  readonly id: CommandId;
  /** As it stands in menus. */
  readonly label: string;
  /** Default: 编辑. */
  readonly group?: CommandGroup;
  readonly icon?: LucideIcon;
  /** Keys joined by +, the way `shortcut.ts` reads them: `Ctrl+Shift+R`, `F1`, `Alt+ArrowUp`. The first is shown. */
  readonly shortcut?: string | readonly string[];
  /**
   * Where the shortcut works. `anywhere`: in the whole window. `page`: while the keyboard is in the page or beside it
   * (not in a field, dialog or menu); the command itself may still be run from menu and palette. Default: `anywhere`.
   */
  readonly scope?: "anywhere" | "page";
  /** Pressed or ticked, for commands that switch something. */
  readonly checked?: (state: AppState) => boolean;
  readonly enabled: (state: AppState) => boolean;
  /** Why it cannot be run, and what to do for it, where a writer would ask; null while nothing needs to be said. */
  readonly whyNot?: (state: AppState) => string | null;
  readonly run: (state: AppState) => void | Promise<void>;
};
