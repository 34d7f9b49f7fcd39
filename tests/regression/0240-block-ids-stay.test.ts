import { getExtensionDependencyFromEditor } from "@lexical/extension";
import { HistoryExtension } from "@lexical/history";
import {
  $createParagraphNode,
  $getRoot,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  ParagraphNode,
  REDO_COMMAND,
  UNDO_COMMAND,
} from "lexical";
import { expect, it } from "vitest";
import type { Block } from "../../core/document/blocks.ts";
import { ReportHeadingNode } from "../../renderer/editor/nodes/report-heading-node.ts";
import { $parseBlocks } from "../../renderer/editor/session/parse-blocks.ts";
import { registerBlockIds } from "../../renderer/editor/structure/block-ids.ts";
import { $setLevel } from "../../renderer/editor/structure/headings.ts";
import { bodyFromBlocks } from "../../core/document/to-lexical.ts";
import { blocksOf, changeAt, openModel } from "../renderer/editor/model-editor.ts";

const paragraph = (text: string, id?: string): Block => ({
  kind: "paragraph",
  role: "body",
  content: [{ kind: "text", text }],
  ...(id === undefined ? {} : { id }),
});

function open(...blocks: readonly Block[]): LexicalEditor {
  const editor = openModel(blocks);
  registerBlockIds(editor, [ParagraphNode, ReportHeadingNode]);
  // without a window history is off
  getExtensionDependencyFromEditor(editor, HistoryExtension).output.disabled.value = false;
  editor.update(() => $getRoot().getFirstChild()?.markDirty(), { discrete: true, tag: HISTORY_PUSH_TAG });
  return editor;
}
const idsOf = (editor: LexicalEditor): readonly (string | undefined)[] => blocksOf(editor).map(({ id }) => id);

it("leaves the ids that a report brings along", () => {
  expect(idsOf(open(paragraph("甲", "a"), paragraph("乙", "b")))).toEqual(["a", "b"]);
});

it("gives a copy another id, and undo and redo bring both back", () => {
  const editor = open(paragraph("甲", "a"), paragraph("乙", "b"));
  editor.update(
    () => {
      $getRoot().append(...$parseBlocks(bodyFromBlocks([paragraph("甲", "a")], 2026)));
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  const ids = idsOf(editor);
  expect(ids.slice(0, 2)).toEqual(["a", "b"]);
  expect(ids[2]).toMatch(/^[0-9a-z]{16}$/u);
  editor.dispatchCommand(UNDO_COMMAND, undefined);
  editor.update(() => undefined, { discrete: true });
  expect(idsOf(editor)).toEqual(["a", "b"]);
  editor.dispatchCommand(REDO_COMMAND, undefined);
  editor.update(() => undefined, { discrete: true });
  expect(idsOf(editor)).toEqual(ids);
});

it("gives a new line an id of its own, and a moved one keeps its own", () => {
  const editor = open(paragraph("甲", "a"), paragraph("乙", "b"));
  changeAt(editor, 0, 1, () => $getRoot().getFirstChildOrThrow().insertAfter($createParagraphNode()));
  const [first, made, last] = idsOf(editor);
  expect([first, last]).toEqual(["a", "b"]);
  expect(made).toMatch(/^[0-9a-z]{16}$/u);
  editor.update(() => $getRoot().append($getRoot().getFirstChildOrThrow()), { discrete: true });
  expect(idsOf(editor)).toEqual([made, "b", "a"]);
});

it("keeps the id of a paragraph that becomes a heading", () => {
  const editor = open(paragraph("甲", "a"), paragraph("乙", "b"));
  changeAt(editor, 0, 1, () => {
    $setLevel(2);
  });
  expect(blocksOf(editor)[0]).toMatchObject({ kind: "heading", level: 2, id: "a" });
});
