import { type TextCommandId } from "../../command-ids.ts";
import { type LexicalEditor } from "lexical";

export const isUndoOrRedo = (commandId: TextCommandId): boolean =>
  commandId === "edit.undo" || commandId === "edit.redo";

/**
 * Undo puts the cursor back into the text, and the keyboard with it. Who undid something from the outline or a panel
 * has it back with this: the next key there must not become text. Null: the keyboard is in the text.
 */
export function keyboardOutside(editor: LexicalEditor): (() => void) | null {
  const held = document.activeElement;
  if (!(held instanceof HTMLElement) || held === document.body) return null;
  if (editor.getRootElement()?.contains(held)) return null;
  return () => {
    if (held.isConnected) held.focus({ preventScroll: true });
  };
}
