import { $getRoot, $isElementNode, HISTORY_PUSH_TAG, UNDO_COMMAND } from "lexical";
import { expect, it } from "vitest";
import type { Block } from "../../core/document/blocks.ts";
import { blocksOf, openEditor } from "../renderer/editor/model-editor.ts";

const line = (text: string): Block => ({ kind: "paragraph", role: "body", content: [{ kind: "text", text }] });

it("undo brings back a block that went while one text beside it was looked at and left as it was", () => {
  const title: Block = { kind: "title", content: [{ kind: "text", text: "某局报告" }] };
  const editor = openEditor([title, line("前"), { kind: "pageBreak" }, line("后")]);
  const before = blocksOf(editor);
  editor.update(
    () => {
      const beside = $getRoot().getChildAtIndex(1);
      if ($isElementNode(beside)) beside.getFirstChild()?.markDirty();
      $getRoot().getChildAtIndex(2)?.remove();
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  expect(blocksOf(editor)).toHaveLength(3);
  editor.dispatchCommand(UNDO_COMMAND, undefined);
  editor.update(() => undefined, { discrete: true });
  expect(blocksOf(editor)).toEqual(before);
});
