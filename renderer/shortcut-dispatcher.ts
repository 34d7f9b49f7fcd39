import { type Command } from "./command.ts";
import { matchesShortcut, shortcutsOf } from "./shortcut.ts";
import { useStore } from "./store.ts";
import { announceFailure } from "./ui/toast.tsx";
import { keepUndoInFields } from "./undo-in-fields.ts";

/**
 * Runs commands by their keys, for the whole window. A key that an input method is composing with is left alone, and
 * so is one that something nearer (editor, menu, dialog) has already taken. Returns the way to stop.
 */
export function dispatchShortcuts(commands: readonly Command[]): () => void {
  const fields = keepUndoInFields();
  const onKeyDown = (event: KeyboardEvent): void => {
    // `Process`: the key that begins a composition, before `isComposing` is set.
    if (event.defaultPrevented || event.isComposing || event.key === "Process" || isPlainTyping(event)) return;
    const command = commands.find((one) => shortcutsOf(one).some((shortcut) => matchesShortcut(event, shortcut)));
    if (!command || !reaches(command, event)) {
      fields.onKeyDown(event);
      return;
    }
    const state = useStore.getState();
    if (!command.enabled(state)) {
      // the page has no other meaning for a command's key that the browser could give it
      if (command.scope !== "page" || (event.key !== "Tab" && isInPage(event))) event.preventDefault();
      else fields.onKeyDown(event);
      return;
    }
    event.preventDefault();
    Promise.resolve(command.run(state)).catch(announceFailure);
  };
  window.addEventListener("keydown", onKeyDown);
  return () => {
    window.removeEventListener("keydown", onKeyDown);
    fields.stop();
  };
}

const isInPage = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest('[contenteditable="true"]') !== null;

/** A character without Ctrl or Alt is text: no command has such a key, and typing must not wait for the search. */
function isPlainTyping({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey;
}

/**
 * Dialogs keep the keyboard to themselves. What belongs to the page works from wherever nothing else is typed, so
 * that Ctrl+Z takes back a section moved in the outline, and not while a field has its own text to undo.
 */
function reaches(command: Command, { target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return true;
  if (target.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]')) return false;
  if (command.scope !== "page") return true;
  // Everywhere but in the page Tab goes from control to control.
  if (key === "Tab") return target.closest('[contenteditable="true"]') !== null;
  return target.closest("input, textarea, select") === null;
}
