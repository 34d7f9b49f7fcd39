import { $isTableNode, TableNode } from "@lexical/table";
import { $getNodeByKey, $getState, $setState, createState, type LexicalEditor } from "lexical";
import { readFlag } from "../nodes/state-values.ts";
import { $currentTable } from "./tables.ts";

/** The table stands on pages laid across (GB/T 9704-2012 clause 8). */
const landscapeState = createState("landscape", { parse: readFlag });

export const $isLandscape = (table: TableNode): boolean => $getState(table, landscapeState);

/** 横排页面 of the table at the cursor, on or off. */
export function $toggleLandscape(): void {
  const table = $currentTable();
  if (table) $setState(table, landscapeState, !$isLandscape(table));
}

/** Marks on the screen the tables that stand on pages laid across. */
export function registerLandscapeMarks(editor: LexicalEditor): () => void {
  return editor.registerMutationListener(TableNode, (mutations) => {
    editor.read(() => {
      for (const [key, mutation] of mutations) {
        const table = mutation === "destroyed" ? null : $getNodeByKey(key);
        if ($isTableNode(table)) editor.getElementByKey(key)?.toggleAttribute("data-landscape", $isLandscape(table));
      }
    });
  });
}
