import type { LexicalEditor } from "lexical";
import { looksLikeMarkdown } from "../../../core/import/markdown/looks-like-markdown.ts";
import { itemsOfHtml } from "./html-items.ts";
import { itemsOfText } from "./pasted-items.ts";
import { type Paste, pasteUnderstood } from "./paste-understood.ts";

/** Longer texts are opened as files, which are read beside the window. */
const LONGEST_PASTE = 200_000;
/** Elements by which a page says what its text is; editors of source text only colour it. */
const structure = /<(?:h[1-6]|strong|b|em|ul|ol|li|table|img)[\s>]/iu;

/** Whether plain text from the clipboard is a draft in Markdown that nothing else in the clipboard says more of. */
export const isMarkdownPaste = (text: string, html: string): boolean =>
  text.length <= LONGEST_PASTE && !structure.test(html) && looksLikeMarkdown(text);

/**
 * Pastes a text for what its Markdown means, as one step, and offers to paste it as it is instead.
 * @param paste puts items where the cursor is; calls back when they are there
 */
export async function pasteMarkdown(editor: LexicalEditor, text: string, paste: Paste): Promise<void> {
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
  const message = `已按 Markdown 的标记粘贴为标题、加粗和表格。${notes}${deleted}`;
  pasteUnderstood(editor, { items, asIs: pasteAsIs, message }, paste);
}
