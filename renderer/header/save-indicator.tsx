import { Popover } from "@base-ui/react/popover";
import { runCommand, saveNow } from "../commands.ts";
import { useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import styles from "./save-indicator.module.css";
import { saveStateText } from "./save-state-text.ts";

/** Says whether the text is on disk. When it is not, the reason and what to do stand one click away. */
export function SaveIndicator({ compact = false }: { readonly compact?: boolean }) {
  const state = useStore((store) => store.saveState);
  const canWrite = useStore((store) => store.opened?.access === "write");
  const { text, detail } = saveStateText(state, canWrite);
  if (detail === "") {
    return (
      <span
        className={styles.state}
        data-kind={canWrite ? state.kind : "read"}
        data-compact={compact || undefined}
        role="status"
        title={compact ? text : undefined}
      >
        <span className={styles.dot} aria-hidden />
        <span>{text}</span>
      </span>
    );
  }
  return (
    <Popover.Root>
      <span role="status">
        <Popover.Trigger className={styles.failed} data-kind="failed">
          <span className={styles.dot} aria-hidden />
          {text}
        </Popover.Trigger>
      </span>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="start" className={styles.positioner}>
          <Popover.Popup className={styles.popup}>
            <Popover.Title className={styles.title}>{text}</Popover.Title>
            <Popover.Description>{detail}</Popover.Description>
            <p className={styles.comfort}>程序会自己再试，也可以现在就试。</p>
            <Button onClick={() => void runCommand(saveNow)}>再存一次</Button>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
