import { $getRoot, type LexicalEditor, UNDO_COMMAND } from "lexical";
import { announce } from "../../ui/toast.tsx";
import { type PastedItem } from "./pasted-items.ts";

/** Puts items where the cursor is; calls back when they are there. */
export type Paste = (items: readonly PastedItem[], onPasted?: () => void) => void;

const textOf = (editor: LexicalEditor): string => editor.read(() => $getRoot().getTextContent());

/**
 * Pastes what a plain text was understood as, as one step, says so and offers the text as it is instead.
 * @param message what it was taken for
 */
export function pasteUnderstood(
  editor: LexicalEditor,
  {
    items,
    asIs,
    message,
  }: { readonly items: readonly PastedItem[]; readonly asIs: () => void; readonly message: string },
  paste: Paste,
): void {
  paste(items, () => {
    const pasted = textOf(editor);
    const takeBack = (): void => {
      if (textOf(editor) !== pasted) {
        announce({ message: "粘贴之后正文又有改动。请先撤销到粘贴之前，再按 Ctrl+Shift+V 粘贴原文。" });
        return;
      }
      editor.dispatchCommand(UNDO_COMMAND, undefined);
      asIs();
      editor.focus();
    };
    announce({ message, action: { label: "按原文粘贴", run: takeBack } });
  });
}
