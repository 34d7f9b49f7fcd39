import { Menu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import { type ReactElement } from "react";
import { type Command } from "../command.ts";
import { firstShortcut, shortcutText } from "../shortcut.ts";
import { useStore } from "../store.ts";
import { focusPage, leaveMenu, unlessDialogOpened } from "../ui/use-return-focus.ts";
import styles from "./toolbar.module.css";
import { useCommandState } from "./use-command-state.ts";

type ToolbarMenuProps = {
  readonly trigger: ReactElement;
  readonly commands: readonly Command[];
};

/** A menu of commands on the text. When it closes, the keyboard goes back to the page, not to the button. */
export function ToolbarMenu({ trigger, commands }: ToolbarMenuProps) {
  return (
    <Menu.Root modal={false} onOpenChange={(open, { reason }) => !open && leaveMenu(reason)}>
      <Menu.Trigger render={trigger} />
      <Menu.Portal role="region" aria-label="菜单">
        <Menu.Positioner className={styles.positioner} sideOffset={4} align="start">
          <Menu.Popup className={styles.popup} finalFocus={unlessDialogOpened(focusPage)}>
            {commands.map((command) => (
              <Item key={command.id} command={command} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Item({ command }: { readonly command: Command }) {
  const { enabled, checked, whyNot } = useCommandState(command);
  const shortcut = firstShortcut(command);
  const Icon = command.icon;
  return (
    <Menu.Item
      className={styles.item}
      disabled={!enabled}
      onClick={() => void command.run(useStore.getState())}
      {...(command.checked && { role: "menuitemcheckbox", "aria-checked": checked })}
    >
      <span className={styles.itemIcon}>
        {checked ? <Check size={15} aria-hidden /> : Icon ? <Icon size={15} strokeWidth={1.75} aria-hidden /> : null}
      </span>
      <span>{command.label}</span>
      {whyNot === null ? (
        shortcut && <kbd className={styles.keys}>{shortcutText(shortcut)}</kbd>
      ) : (
        <span className={styles.keys}>{whyNot}</span>
      )}
    </Menu.Item>
  );
}
