import { HISTORY_MERGE_TAG, type LexicalEditor } from "lexical";
import { $insertBlank, $selectedBlank } from "./blanks.ts";
import { PROGRAM_TAG } from "./typing-rules.ts";

/** A composition that begins over a selected blank and is called off leaves the blank where it was. */
export function registerBlankComposition(editor: LexicalEditor): () => void {
  return editor.registerRootListener((root) => {
    if (!root) return;
    let label: string | null = null;
    const onStart = (): void => {
      label = editor.getEditorState().read(() => $selectedBlank()?.getLabel() ?? null);
    };
    const onEnd = (event: CompositionEvent): void => {
      const lost = label;
      label = null;
      if (lost === null || event.data !== "") return;
      // After the editor has taken the end of the composition in.
      setTimeout(() => editor.update(() => $insertBlank(lost), { tag: [HISTORY_MERGE_TAG, PROGRAM_TAG] }));
    };
    root.addEventListener("compositionstart", onStart, { capture: true });
    root.addEventListener("compositionend", onEnd);
    return () => {
      root.removeEventListener("compositionstart", onStart, { capture: true });
      root.removeEventListener("compositionend", onEnd);
    };
  });
}
