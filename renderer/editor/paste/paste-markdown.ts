import { $getRoot, type LexicalEditor, UNDO_COMMAND } from "lexical";
import { looksLikeMarkdown } from "../../../core/import/markdown/looks-like-markdown.ts";
import { announce } from "../../ui/toast.tsx";
import { itemsOfHtml } from "./html-items.ts";
import { itemsOfText, type PastedItem } from "./pasted-items.ts";

/** Longer texts are opened as files, which are read beside the window. */
const LONGEST_PASTE = 200_000;
/** Elements by which a page says what its text is; editors of source text only colour it. */
const structure = /<(?:h[1-6]|strong|b|em|ul|ol|li|table|img)[\s>]/iu;

/** Whether plain text from the clipboard is a draft in Markdown that nothing else in the clipboard says more of. */
export const isMarkdownPaste = (text: string, html: string): boolean =>
  text.length <= LONGEST_PASTE && !structure.test(html) && looksLikeMarkdown(text);

const textOf = (editor: LexicalEditor): string => editor.read(() => $getRoot().getTextContent());

/**
 * Pastes a text for what its Markdown means, as one step, and offers to paste it as it is instead.
 * @param paste puts items where the cursor is; calls back when they are there
 */
export async function pasteMarkdown(
  editor: LexicalEditor,
  text: string,
  paste: (items: readonly PastedItem[], onPasted?: () => void) => void,
): Promise<void> {
  const { pageOfMarkdown } = await import("../../../core/import/markdown/page-of-markdown.ts");
  const { page, told } = pageOfMarkdown(text);
  let struck = 0;
  const items = itemsOfHtml(page, () => (struck += 1));
  const pasteAsIs = (): void => paste(itemsOfText(text));
  if (items.length === 0) {
    pasteAsIs();
    return;
  }
  const notes = told.map(({ message }) => message).join("");
  const deleted = struck > 0 ? `有 ${struck} 处带删除线的文字没有粘贴。` : "";
  paste(items, () => {
    const pasted = textOf(editor);
    const takeBack = (): void => {
      if (textOf(editor) !== pasted) {
        announce({ message: "粘贴之后正文又有改动。请先撤销到粘贴之前，再按 Ctrl+Shift+V 粘贴原文。" });
        return;
      }
      editor.dispatchCommand(UNDO_COMMAND, undefined);
      pasteAsIs();
      editor.focus();
    };
    announce({
      message: `已按 Markdown 的标记粘贴为标题、加粗和表格。${notes}${deleted}`,
      action: { label: "按原文粘贴", run: takeBack },
    });
  });
}
