import { buildEditorFromExtensions, getExtensionDependencyFromEditor } from "@lexical/extension";
import { HistoryExtension } from "@lexical/history";
import { $getRoot, $isElementNode, REMOVE_TEXT_COMMAND } from "lexical";
import { expect, it } from "vitest";
import type { Block } from "../../core/document/blocks.ts";
import { bodyFromBlocks } from "../../core/document/to-lexical.ts";
import { $insertBlockNodes } from "../../renderer/editor/paste/insert-blocks.ts";
import { reportEditorExtension } from "../../renderer/editor/session/extension.ts";
import { $parseBlocks } from "../../renderer/editor/session/parse-blocks.ts";
import { blocksOf } from "../renderer/editor/model-editor.ts";

const text = (value: string) => [{ kind: "text" as const, text: value }];
const title = (value: string): Block => ({ kind: "title", content: value === "" ? [] : text(value) });
const line = (value: string): Block => ({ kind: "paragraph", role: "body", content: value === "" ? [] : text(value) });
const heading = (value: string): Block => ({
  kind: "heading",
  level: 1,
  ordinal: { kind: "computed" },
  content: text(value),
});

function open(blocks: readonly Block[]) {
  return buildEditorFromExtensions(reportEditorExtension(bodyFromBlocks(blocks, 2026), true));
}
const shownIn = (editor: ReturnType<typeof open>): readonly string[] =>
  blocksOf(editor).map((block) => {
    const content = "content" in block ? block.content : [];
    return `${block.kind}:${content.map((inline) => ("text" in inline ? inline.text : "")).join("")}`;
  });

it("opens with a line for its title where it has none, and that is no edit", () => {
  const editor = open([line("正文。")]);
  expect(shownIn(editor)).toEqual(["title:", "paragraph:正文。"]);
  expect(getExtensionDependencyFromEditor(editor, HistoryExtension).output.canUndo.value).toBe(false);
});

it("opens with its titles where they stand", () => {
  expect(shownIn(open([line("密级：秘密"), title("报告"), line("正文。")]))).toEqual([
    "paragraph:密级：秘密",
    "title:报告",
    "paragraph:正文。",
  ]);
  expect(shownIn(open([title("通知"), line("正文。"), title("附件的标题")]))).toEqual([
    "title:通知",
    "paragraph:正文。",
    "title:附件的标题",
  ]);
});

it("keeps the line when all of its text is deleted", () => {
  const editor = open([title("报告"), heading("一节"), line("正文。")]);
  editor.update(
    () => {
      $getRoot().select(0, 3);
      editor.dispatchCommand(REMOVE_TEXT_COMMAND, null);
    },
    { discrete: true },
  );
  expect(shownIn(editor)).toEqual(["title:", "paragraph:"]);
});

it("keeps the words of its title under a page that is pasted onto it, and takes the page's title where it has none", () => {
  const page = [title("别的"), line("新的一段。")];
  const pasted = (blocks: readonly Block[]): readonly string[] => {
    const editor = open(blocks);
    editor.update(
      () => {
        const first = $getRoot().getFirstChild();
        if ($isElementNode(first)) first.selectEnd();
        $insertBlockNodes($parseBlocks(bodyFromBlocks(page, 2026)));
      },
      { discrete: true },
    );
    return shownIn(editor);
  };
  expect(pasted([title("报告"), line("正文。")])).toEqual([
    "title:报告",
    "paragraph:别的",
    "paragraph:新的一段。",
    "paragraph:正文。",
  ]);
  expect(pasted([line("正文。")])).toEqual(["title:别的", "paragraph:新的一段。", "paragraph:正文。"]);
});
