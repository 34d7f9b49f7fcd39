import { $isTableNode, $isTableRowNode } from "@lexical/table";
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isRootNode,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
} from "lexical";
import { $selectAround } from "../structure/objects.ts";
import { PROGRAM_TAG } from "../structure/typing-rules.ts";
import { selectionIn } from "./lexical-internals.ts";

/**
 * Keeps the cursor where it can be seen: in a text, or on a picture or page break that is selected as a whole. Between two
 * blocks, or between the rows of a table, a cursor draws nothing, and the next key would go who knows where.
 */
export function registerTextCursor(editor: LexicalEditor): () => void {
  return editor.registerUpdateListener(({ editorState }) => {
    const selection = selectionIn(editorState);
    if (!$isRangeSelection(selection) || selection.anchor.type !== "element" || editor.isComposing()) return;
    if (!editorState.read($isLost)) return;
    editor.update($intoSight, { tag: [HISTORY_MERGE_TAG, PROGRAM_TAG] });
  });
}

function $isLost(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const node = selection.anchor.getNode();
  return $isRootNode(node) || $isTableNode(node) || $isTableRowNode(node);
}

function $intoSight(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !$isLost()) return;
  const { anchor } = selection;
  const node = anchor.getNode();
  if ($isRootNode(node)) $selectAround(anchor.offset, true);
  else if ($isElementNode(node)) node.selectStart();
}
