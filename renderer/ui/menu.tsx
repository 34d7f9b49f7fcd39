import { Menu as BaseMenu } from "@base-ui/react/menu";
import { Check, type LucideIcon } from "lucide-react";
import { type ReactElement, type ReactNode, useState } from "react";
import { type Command } from "../command.ts";
import { firstShortcut, shortcutText } from "../shortcut.ts";
import { useStore } from "../store.ts";
import { classNames } from "./class-names.ts";
import styles from "./menu.module.css";
import { focusPage, FROM_PAGE, hasPageKeyboard, leaveMenu, unlessDialogOpened } from "./use-return-focus.ts";

/**
 * A menu that drops from `trigger`, which has to be a button. Opened while the keyboard is in the page, it gives it back
 * to the page.
 */
export function Menu({
  trigger,
  children,
  align = "end",
}: {
  readonly trigger: ReactElement;
  readonly children: ReactNode;
  readonly align?: "start" | "end";
}) {
  const [fromPage, setFromPage] = useState(false);
  return (
    <BaseMenu.Root
      onOpenChange={(open, { reason }) => {
        if (open) setFromPage(hasPageKeyboard());
        else if (fromPage) leaveMenu(reason);
      }}
    >
      <BaseMenu.Trigger render={trigger} />
      {/* what is read aloud stands in some region; this one is there as long as the menu is */}
      <BaseMenu.Portal role="region" aria-label="菜单">
        <BaseMenu.Positioner className={styles.positioner} sideOffset={4} align={align}>
          <BaseMenu.Popup
            className={styles.popup}
            {...{ [FROM_PAGE]: fromPage || undefined }}
            finalFocus={unlessDialogOpened(() => !fromPage || focusPage())}
          >
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

type MenuItemProps = {
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
  readonly shortcut?: string | undefined;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  /** Ticked or not, for items that switch something. */
  readonly checked?: boolean | undefined;
  readonly onSelect: () => void;
};

export function MenuItem({ label, icon, shortcut, disabled = false, danger, checked, onSelect }: MenuItemProps) {
  const Icon = checked ? Check : icon;
  return (
    <BaseMenu.Item
      className={classNames(styles.item, danger && styles.danger)}
      disabled={disabled}
      onClick={onSelect}
      {...(checked !== undefined && { role: "menuitemcheckbox", "aria-checked": checked })}
    >
      <span className={styles.icon}>{Icon && <Icon size={15} strokeWidth={1.75} aria-hidden />}</span>
      <span className={styles.label}>{label}</span>
      {shortcut && <kbd className={styles.keys}>{shortcutText(shortcut)}</kbd>}
    </BaseMenu.Item>
  );
}

/** A command as an item of a menu. */
export function CommandItem({ command }: { readonly command: Command }) {
  const enabled = useStore(command.enabled);
  const checked = useStore((state) => command.checked?.(state));
  return (
    <MenuItem
      label={command.label}
      icon={command.icon}
      shortcut={firstShortcut(command)}
      disabled={!enabled}
      checked={checked}
      onSelect={() => void command.run(useStore.getState())}
    />
  );
}

export function MenuSeparator() {
  return <BaseMenu.Separator className={styles.separator} />;
}
