import { useCallback, useSyncExternalStore } from "react";
import { type EditorSnapshot } from "./editor/session/editor-handle.ts";
import { useStore } from "./store.ts";

/**
 * One thing of what is known about the text, fresh. `select` must give the same value for the same snapshot.
 * Null while no report is in the editor.
 */
export function useEditorSnapshot<T>(select: (snapshot: EditorSnapshot) => T): T | null {
  const editor = useStore((state) => state.editor);
  const subscribe = useCallback(
    (listener: () => void): (() => void) => editor?.subscribe(listener) ?? (() => undefined),
    [editor],
  );
  return useSyncExternalStore(subscribe, () => (editor ? select(editor.getSnapshot()) : null));
}
