import { type CommandGroup, commandGroups } from "../command.ts";
import { commands } from "../commands.ts";
import { keysOfTheOutline } from "../outline/outline-commands.ts";
import { shortcutsOf, shortcutText } from "../shortcut.ts";
import { Dialog } from "../ui/dialog.tsx";
import styles from "./dialogs.module.css";

/** Keys that the page itself understands and that no command stands for. */
const keysOfThePage: readonly { readonly group: CommandGroup; readonly label: string; readonly keys: string }[] = [
  { group: "编辑", label: "复制、剪切、粘贴", keys: "Ctrl+C X V" },
  { group: "编辑", label: "段内换行", keys: "Shift+Enter" },
];

/** All keys on one sheet, read from the commands. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const rows = [
    ...commands.flatMap((command) => {
      const keys = shortcutsOf(command).map(shortcutText);
      return keys.length === 0
        ? []
        : [{ group: command.group ?? "编辑", label: command.label, keys: keys.slice(0, 2).join(" 或 ") }];
    }),
    ...keysOfThePage,
    ...keysOfTheOutline.map(({ label, shortcut }) => ({ group: "大纲", label, keys: shortcutText(shortcut) })),
  ];
  return (
    <Dialog open onClose={onClose} size="large" title="快捷键">
      <div className={styles.sheet}>
        {commandGroups.map((group) => {
          const inGroup = rows.filter((row) => row.group === group);
          return inGroup.length === 0 ? null : (
            <section key={group} className={styles.group}>
              <h3>{group}</h3>
              <ul>
                {inGroup.map((row) => (
                  <li key={row.label} className={styles.key}>
                    {row.label}
                    <kbd>{row.keys}</kbd>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
