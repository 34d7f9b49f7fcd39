import { matchesShortcut } from "./shortcut.ts";

const UNDO = ["Ctrl+Z"];
const REDO = ["Ctrl+Y", "Ctrl+Shift+Z"];
/** Inputs that hold no text. */
const NO_TEXT = ["checkbox", "radio", "button", "submit", "range", "color", "file", "hidden"];

export type FieldUndo = {
  /** Call it for a key that nobody took. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly stop: () => void;
};

/**
 * Keeps Ctrl+Z and Ctrl+Y where the keyboard is. The browser has one history for the whole window: in a dialog, or in a
 * field in which nothing was written, they would reach the text behind and put the cursor there, so that the next key
 * changes what nobody looks at.
 */
export function keepUndoInFields(): FieldUndo {
  let field: EventTarget | null = null;
  let valueBefore = "";
  let undone = 0;
  const onFocus = ({ target }: FocusEvent): void => {
    field = target;
    valueBefore = isTextField(target) ? target.value : "";
    undone = 0;
  };
  const onInput = (event: Event): void => {
    if (event.target !== field || !(event instanceof InputEvent)) return;
    if (event.inputType === "historyUndo") undone += 1;
    else undone = event.inputType === "historyRedo" ? undone - 1 : 0;
  };
  window.addEventListener("focusin", onFocus);
  window.addEventListener("input", onInput);
  return {
    onKeyDown(event) {
      const isUndo = UNDO.some((shortcut) => matchesShortcut(event, shortcut));
      if (!isUndo && !REDO.some((shortcut) => matchesShortcut(event, shortcut))) return;
      const { target } = event;
      if (target instanceof Element && target.closest('[contenteditable="true"]')) return;
      const hasOwn = isTextField(target) && target === field && (isUndo ? target.value !== valueBefore : undone > 0);
      if (!hasOwn) event.preventDefault();
    },
    stop() {
      window.removeEventListener("focusin", onFocus);
      window.removeEventListener("input", onInput);
    },
  };
}

const isTextField = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !NO_TEXT.includes(target.type));
