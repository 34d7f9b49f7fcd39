import { type TextCommandId } from "../../command-ids.ts";
import {
  $addUpdateTag,
  BLUR_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  type LexicalEditor,
  mergeRegister,
  SELECTION_CHANGE_COMMAND,
  SKIP_DOM_SELECTION_TAG,
} from "lexical";

export const isUndoOrRedo = (commandId: TextCommandId): boolean =>
  commandId === "edit.undo" || commandId === "edit.redo";

/**
 * Undo puts the cursor back into the text, and the keyboard with it. Who undid something from the outline or a panel
 * has it back with this: the next key there must not become text. Null: the keyboard is in the text.
 */
export function keyboardOutside(editor: LexicalEditor): (() => void) | null {
  if (typeof document === "undefined") return null;
  const held = document.activeElement;
  if (!(held instanceof HTMLElement) || held === document.body) return null;
  if (editor.getRootElement()?.contains(held)) return null;
  return () => {
    if (held.isConnected) held.focus({ preventScroll: true });
  };
}

/**
 * Who has left the text, by F6 right behind a click say, is not fetched back: the editor hears of the click in a task of
 * its own, and to draw its selection would take the keyboard with it. The next key would be text.
 */
export function registerKeyboardOutside(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      SELECTION_CHANGE_COMMAND,
      () => {
        if (isToldByBrowser() && keyboardOutside(editor)) $addUpdateTag(SKIP_DOM_SELECTION_TAG);
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      BLUR_COMMAND,
      ({ relatedTarget }) => {
        // joins what is still to be drawn of the keys and clicks before
        if (relatedTarget !== null) $addUpdateTag(SKIP_DOM_SELECTION_TAG);
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}

/** The program itself moves the cursor too, from the outline say, and means the keyboard to go with it. */
function isToldByBrowser(): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the editor's listener hands nobody the event it has
  return typeof window !== "undefined" && window.event?.type === "selectionchange";
}
