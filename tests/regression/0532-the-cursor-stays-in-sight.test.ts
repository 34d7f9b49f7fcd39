import { $isTableCellNode } from "@lexical/table";
import {
  $getRoot,
  $getSelection,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  DELETE_CHARACTER_COMMAND,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  UNDO_COMMAND,
} from "lexical";
import { describe, expect, it } from "vitest";
import type { Block } from "../../core/document/blocks.ts";
import { $topBlock } from "../../renderer/editor/structure/top-block.ts";
import { blocksOf, openEditor } from "../renderer/editor/model-editor.ts";

const text = (value: string) => (value === "" ? [] : [{ kind: "text" as const, text: value }]);
const cell = (value: string) => ({ paragraphs: [text(value)], rowSpan: 1, colSpan: 1, align: "start" as const });

/** Every kind of block that can stand beside another, with words and without. */
const kinds = {
  段: { kind: "paragraph", role: "body", content: text("段落") },
  空段: { kind: "paragraph", role: "body", content: [] },
  空白段: { kind: "paragraph", role: "body", content: [{ kind: "blank", label: "数" }] },
  署名: { kind: "paragraph", role: "signatory", content: text("某局") },
  空署名: { kind: "paragraph", role: "signatory", content: [] },
  一级: { kind: "heading", level: 1, ordinal: { kind: "computed" }, content: text("标题") },
  空一级: { kind: "heading", level: 1, ordinal: { kind: "computed" }, content: [] },
  段首: {
    kind: "runInHeading",
    level: 2,
    ordinal: { kind: "computed" },
    heading: text("段首。"),
    content: text("正文"),
  },
  编号: { kind: "listItem", level: 3, ordinal: { kind: "computed" }, content: text("一项") },
  分页: { kind: "pageBreak" },
  表: { kind: "table", columnWidths: [1, 1], headerRows: 0, rows: [[cell("甲"), cell("")]] },
} satisfies Readonly<Record<string, Block>>;

const title: Block = { kind: "title", content: text("某局报告") };
const end: Block = { kind: "paragraph", role: "body", content: text("末段") };

type Where = "text" | "object" | "lost";

/** What the cursor is on. */
const cursorOf = (editor: LexicalEditor): Where =>
  editor.read(() => {
    const selection = $getSelection();
    if ($isNodeSelection(selection)) return selection.getNodes().length > 0 ? "object" : "lost";
    if (!$isRangeSelection(selection)) return "lost";
    const node = selection.anchor.getNode();
    if (!node.isAttached()) return "lost";
    const isLine = $topBlock(node)?.is(node) === true && !node.getType().startsWith("table");
    return $isTextNode(node) || isLine || $isParagraphNode(node) || $isTableCellNode(node) ? "text" : "lost";
  });

const settle = (editor: LexicalEditor): void => editor.update(() => undefined, { discrete: true });

/** Text of all blocks, and of their kinds all but those of the two that meet. */
const wordsOf = (blocks: readonly Block[]): string => JSON.stringify(blocks).replaceAll(/[^\u4e00-\u9fff]/gu, "");

describe("Backspace and Delete where two blocks meet", () => {
  for (const [one, first] of Object.entries(kinds)) {
    for (const [other, second] of Object.entries(kinds)) {
      for (const back of [true, false]) {
        const block: Block = back ? second : first;
        if (block.kind === "pageBreak" || block.kind === "table") continue;
        it(`${back ? "Backspace" : "Delete"} between ${one} and ${other} leaves every word and a cursor that draws`, () => {
          const editor = openEditor([title, first, second, end]);
          const before = blocksOf(editor);
          editor.update(
            () => {
              const node = $getRoot().getChildAtIndex(back ? 2 : 1);
              if (back) node?.selectStart();
              else node?.selectEnd();
            },
            { discrete: true, tag: HISTORY_PUSH_TAG },
          );
          editor.update(() => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, back), {
            discrete: true,
            tag: HISTORY_PUSH_TAG,
          });
          settle(editor);
          expect(cursorOf(editor)).not.toBe("lost");
          expect(wordsOf(blocksOf(editor))).toBe(wordsOf(before));
          expect(blocksOf(editor).at(0)).toEqual(before.at(0));
          expect(blocksOf(editor).at(-1)).toEqual(before.at(-1));
          editor.dispatchCommand(UNDO_COMMAND, undefined);
          settle(editor);
          expect(blocksOf(editor)).toEqual(before);
        });
      }
    }
  }

  it("Delete in an empty paragraph before a heading goes on at the start of the heading, which stays one", () => {
    const editor = openEditor([title, kinds["空段"], kinds["一级"]]);
    editor.update(() => $getRoot().getChildAtIndex(1)?.selectStart(), { discrete: true });
    editor.update(() => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, false), { discrete: true });
    expect(blocksOf(editor)).toMatchObject([title, kinds["一级"]]);
    expect(editor.read(() => $topBlock($getSelection()?.getNodes()[0])?.getIndexWithinParent())).toBe(1);
  });
});

describe("A cursor between blocks", () => {
  it("goes to a text or an object beside it", () => {
    for (const [first, second] of [
      ["分页", "分页"],
      ["分页", "表"],
      ["表", "分页"],
      ["段", "分页"],
    ] as const) {
      const editor = openEditor([title, kinds[first], kinds[second], end]);
      editor.update(() => $getRoot().select(2, 2), { discrete: true });
      settle(editor);
      expect(cursorOf(editor), `${first} ${second}`).not.toBe("lost");
    }
  });
});
