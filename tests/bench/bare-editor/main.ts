import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { HeadingNode, QuoteNode, registerRichText } from "@lexical/rich-text";
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from "lexical";

/** The yardstick: the editor library's own rich text with history, and nothing of ours. */
const root = document.querySelector<HTMLElement>("#editor");
if (root === null) throw new Error("no editor element");
const editor = createEditor({
  namespace: "bare",
  nodes: [HeadingNode, QuoteNode],
  onError(error) {
    throw error;
  },
});
editor.setRootElement(root);
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 300);

declare global {
  interface Window {
    fillBareEditor(lines: readonly string[]): void;
  }
}
window.fillBareEditor = (lines) => {
  editor.update(
    () => {
      const paragraphs = lines.map((line) => $createParagraphNode().append($createTextNode(line)));
      $getRoot()
        .clear()
        .append(...paragraphs);
    },
    { discrete: true },
  );
};
