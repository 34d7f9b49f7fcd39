import { $isTableCellNode } from "@lexical/table";
import { $getNodeByKey, type LexicalEditor, ParagraphNode } from "lexical";

/** Gives paragraphs in table cells the class of their own: a cell's text has no first-line indent. */
export function registerCellParagraphs(editor: LexicalEditor): () => void {
  return editor.registerMutationListener(ParagraphNode, (mutations) => {
    editor.getEditorState().read(() => {
      for (const [key, mutation] of mutations) {
        if (mutation !== "created") continue;
        const element = editor.getElementByKey(key);
        if (element && $isTableCellNode($getNodeByKey(key)?.getParent())) element.className = "report-cell-paragraph";
      }
    });
  });
}
