import { type Command } from "../command.ts";
import { firstShortcut, shortcutText } from "../shortcut.ts";
import { useStore } from "../store.ts";
import { announceFailure } from "../ui/toast.tsx";
import { Hint } from "../ui/tooltip.tsx";
import styles from "./toolbar.module.css";
import { useCommandState } from "./use-command-state.ts";

/** One command as a button of the toolbar. The keyboard stays in the page when it is clicked. */
export function CommandButton({
  command,
  showLabel = false,
  showKeys = false,
}: {
  readonly command: Command;
  readonly showLabel?: boolean;
  /** Its key stands behind its name. */
  readonly showKeys?: boolean;
}) {
  const { enabled, checked } = useCommandState(command);
  const Icon = command.icon;
  const keys = firstShortcut(command);
  const run = async (): Promise<void> => {
    try {
      await command.run(useStore.getState());
    } catch (error) {
      announceFailure(error);
    }
  };
  return (
    <Hint text={command.label} shortcut={keys} side="bottom">
      <button
        type="button"
        className={styles.button}
        {...(!showLabel && { "aria-label": command.label })}
        {...(command.checked && { "aria-pressed": checked })}
        disabled={!enabled}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => void run()}
      >
        {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden />}
        {showLabel && <span className={styles.label}>{command.label}</span>}
        {showKeys && keys !== undefined && (
          <kbd className={styles.hint} aria-hidden>
            {shortcutText(keys)}
          </kbd>
        )}
      </button>
    </Hint>
  );
}
