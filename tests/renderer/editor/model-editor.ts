import { buildEditorFromExtensions, getExtensionDependencyFromEditor } from "@lexical/extension";
import { HistoryExtension } from "@lexical/history";
import { $getRoot, $isTextNode, HISTORY_PUSH_TAG, type LexicalEditor } from "lexical";
import type { Block } from "../../../core/document/blocks.ts";
import { blocksFromBody } from "../../../core/document/from-lexical.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";
import { bodyFromEditorJson, editorJsonFromBody } from "../../../renderer/editor/saving/body-json.ts";
import { reportEditorExtension, reportModelExtension } from "../../../renderer/editor/session/extension.ts";

/** The report's editor without a page: nodes, rules and history. */
export function openModel(blocks: readonly Block[]): LexicalEditor {
  const editor = buildEditorFromExtensions(reportModelExtension);
  editor.setEditorState(editor.parseEditorState(editorJsonFromBody(bodyFromBlocks(blocks, 2026))));
  return editor;
}

export function blocksOf(editor: LexicalEditor): Block[] {
  return blocksFromBody(bodyFromEditorJson(editor.getEditorState().toJSON()));
}

/** Runs a change at once, with the cursor at an offset of the text of a block. */
export function changeAt(editor: LexicalEditor, blockIndex: number, offset: number, change: () => void): void {
  editor.update(
    () => {
      $setCursor(blockIndex, offset);
      change();
    },
    { discrete: true },
  );
}

function $setCursor(blockIndex: number, offset: number): void {
  const block = $getRoot().getChildAtIndex(blockIndex);
  let left = offset;
  if (block === null) throw new Error(`No block ${blockIndex}`);
  for (const text of $getRoot()
    .getAllTextNodes()
    .filter((node) => node.getTopLevelElement()?.is(block))) {
    const length = text.getTextContentSize();
    if ($isTextNode(text) && left <= length) {
      text.select(left, left);
      return;
    }
    left -= length;
  }
  block.selectEnd();
}

/** The whole editor of a report, with its keys and its history, but without a page. */
export function openEditor(blocks: readonly Block[]): LexicalEditor {
  const editor = buildEditorFromExtensions(reportEditorExtension(bodyFromBlocks(blocks, 2026), true));
  // without a window history is off
  getExtensionDependencyFromEditor(editor, HistoryExtension).output.disabled.value = false;
  const $begin = (): void => {
    $getRoot().getFirstChild()?.markDirty();
    $getRoot().selectEnd();
  };
  editor.update($begin, { discrete: true, tag: HISTORY_PUSH_TAG });
  return editor;
}

/** Runs a change at once. */
export function change(editor: LexicalEditor, work: () => void): void {
  editor.update(work, { discrete: true });
}
