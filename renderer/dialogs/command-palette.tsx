import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { type Command } from "../command.ts";
import { commands, runCommand } from "../commands.ts";
import { firstShortcut, shortcutText } from "../shortcut.ts";
import { useStore } from "../store.ts";
import { TakeKeyboard } from "../ui/dialog.tsx";
import { announceFailure } from "../ui/toast.tsx";
import { useReturnFocus } from "../ui/use-return-focus.ts";
import styles from "./command-palette.module.css";
import { findCommands } from "./find-commands.ts";
import { leaveDialog } from "./leave-dialog.ts";

/** Finds a command by its name and runs it: everything that the program can do, from the keyboard. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const [query, setQuery] = useState("");
  const [current, setCurrent] = useState(0);
  const listId = useId();
  const returnFocus = useReturnFocus();
  const input = useRef<HTMLInputElement>(null);
  const [usable] = useState(() => {
    const state = useStore.getState();
    return commands.filter((command) => command.id !== "help.palette" && command.enabled(state));
  });
  const found = findCommands(usable, query);
  const run = (command: Command | undefined): void => {
    if (!command) return;
    // Once the dialog has given the keyboard back the command finds the page as it was.
    leaveDialog();
    runCommand(command).catch(announceFailure);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      const next = (current + step + found.length) % found.length;
      setCurrent(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: "nearest" });
    }
    if (event.key === "Enter") {
      // The page has the keyboard again before this key is done with, and would take it for a new paragraph.
      event.preventDefault();
      run(found[current]);
    }
  };
  return (
    <BaseDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Popup className={styles.popup} aria-label="查找命令" initialFocus={false} finalFocus={returnFocus}>
          <input
            ref={input}
            className={styles.input}
            role="combobox"
            aria-expanded
            aria-controls={listId}
            aria-activedescendant={found.length > 0 ? `${listId}-${current}` : undefined}
            aria-label="命令的名字"
            placeholder="想做什么，如：表格、导出、深色"
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setCurrent(0);
            }}
            onKeyDown={onKeyDown}
          />
          <ul id={listId} role="listbox" aria-label="命令" className={styles.list}>
            {found.map((command, index) => (
              <Row
                key={command.id}
                id={`${listId}-${index}`}
                command={command}
                isCurrent={index === current}
                onPoint={() => setCurrent(index)}
                onRun={() => run(command)}
              />
            ))}
          </ul>
          {found.length === 0 && <p className={styles.empty}>没有叫这个名字的命令。换个说法试试，如“标题”“空白”。</p>}
          <TakeKeyboard firstStop={() => input.current} />
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

type RowProps = {
  readonly id: string;
  readonly command: Command;
  readonly isCurrent: boolean;
  readonly onPoint: () => void;
  readonly onRun: () => void;
};

function Row({ id, command, isCurrent, onPoint, onRun }: RowProps) {
  const Icon = command.icon;
  const shortcut = firstShortcut(command);
  return (
    <li id={id} role="option" aria-selected={isCurrent} className={styles.row} onPointerMove={onPoint} onClick={onRun}>
      <span className={styles.icon}>{Icon && <Icon size={15} strokeWidth={1.75} aria-hidden />}</span>
      <span>{command.label}</span>
      <span className={styles.group}>{command.group ?? "编辑"}</span>
      <kbd className={styles.keys}>{shortcut && shortcutText(shortcut)}</kbd>
    </li>
  );
}
